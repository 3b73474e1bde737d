
/* The detail of a store, made when it is opened first; and the checklist of a manager, likewise. */

function toggle(store) {
  store.isOpen = !store.isOpen;
  store.button.setAttribute('aria-expanded', String(store.isOpen));
  store.row.classList.toggle('is-open', store.isOpen);
  if (store.detail === undefined) {
    store.detail = element('tr', { class: 'detail', id: 'detail-' + store.id },
      element('td', { colspan: columns.length }, detail(store)));
    store.row.after(store.detail);
  }
  store.detail.hidden = !store.isOpen;
}

/** A relative address, whatever signs the names in it have. */
const address = path => path.split('/').map(part => part === '..' ? part : encodeURIComponent(part)).join('/');

function fileWords(path) {
  if (path.endsWith('.docx')) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    return word('file.plan') + ': ' + name;
  }
  return word(path.endsWith('.xlsx') ? 'file.workbook' : 'file.json');
}

function part(title, ...children) {
  return children.length === 0 ? '' : element('section', { class: 'part' }, element('h3', {}, title), ...children);
}

const list = (name, places = []) =>
  places.length === 0 ? [] : [element(name, {}, ...places.map(place => element('li', {}, text(place))))];

function table(className, headings, rows) {
  return element('table', { class: className },
    element('thead', {}, element('tr', {}, ...headings.map(heading => element('th', { scope: 'col' }, heading)))),
    element('tbody', {}, ...rows));
}

function readingRow(of) {
  const status = of.enforced ? badge(STATUS_TONES[of.status], data.statuses[of.status])
    : element('span', { class: 'quiet' }, word('detail.not-enforced'));
  return element('tr', {},
    element('th', { scope: 'row' }, of.metric),
    element('td', { class: 'figures' }, of.value === '' ? '–' : of.value),
    element('td', { class: 'figures' }, of.target),
    data.medians ? element('td', { class: 'figures' }, of.median === '' ? '–' : of.median) : '',
    element('td', { class: 'one-line' }, status, of.fragile && of.enforced ? element('span', { class: 'tag' }, word('fragile')) : ''),
    element('td', { class: 'one-line' }, of.before === '' ? '–' : data.statuses[of.before]),
    element('td', { class: 'words' }, of.headroom),
    element('td', { class: 'words' }, of.why));
}

function readings(store) {
  const acted = store.readings.filter(of => of.enforced);
  const others = store.readings.filter(of => !of.enforced);
  const headings = ['metric', 'value', 'target', ...data.medians ? ['median'] : [], 'status', 'before', 'headroom', 'why']
    .map(key => key === 'target' ? word('heading.target') : word('detail.' + key));
  return [element('div', { class: 'scrolls', tabindex: '0', role: 'region', 'aria-label': word('detail.readings') + ' ' + store.name },
    table('readings', headings, [...acted, ...others].map(readingRow))),
  ...store.quiet === undefined ? [] : [element('p', { class: 'quiet' }, text(store.quiet))]];
}

function detail(store) {
  const box = element('div', { class: 'box', role: 'group', 'aria-label': word('details-of', { store: store.name }) });
  const standing = [element('p', { class: 'verdict' }, store.headline)];
  if (store.asOf !== undefined) {
    standing.push(element('p', { class: 'quiet' }, store.asOf));
  }
  if (store.change !== undefined) {
    standing.push(element('p', {}, store.change.told));
  }
  if (store.deadline !== undefined) {
    standing.push(element('p', {}, word('detail.deadline', { day: day(store.deadline.on), what: store.deadline.what })));
  }
  const files = element('ul', { class: 'files' }, ...store.files.map(path =>
    element('li', {}, element('a', { href: address(path) }, fileWords(path)))));
  const packs = (store.packs || []).map((about, i) =>
    element('li', {}, element('a', { href: address(store.packFiles[i]) }, about)));
  const confirm = list('ul', store.confirm);
  box.append(
    element('div', { class: 'columns' },
      element('div', {}, part(word('detail.standing'), ...standing), part(word('detail.causes'), ...list('ul', store.causes)),
        part(word('detail.files'), files),
        packs.length === 0 ? '' : part(word('detail.packs'), element('ul', { class: 'files' }, ...packs))),
      element('div', {}, part(word('detail.steps'), ...list('ol', store.steps)),
        confirm.length === 0 ? '' : part(word('detail.confirm'), ...confirm))),
    store.charts.length === 0 ? '' : element('div', { class: 'charts' }, ...store.charts.map(chart => figure(chart))),
    part(word('detail.readings'), ...readings(store)));
  return box;
}

/* What several accounts have in common: each alarm with its stores, open where they are few. */

const FEW_STORES = 6;

function alarm(of) {
  const hits = [];
  for (let i = 0; i < of.hits.length; i += 2) {
    hits.push(element('li', {}, element('a', { href: '#store-' + encodeURIComponent(of.hits[i]) }, of.hits[i]),
      ' ', element('span', { class: 'quiet' }, text(of.hits[i + 1]))));
  }
  const fold = element('details', { class: 'alarm', open: hits.length <= FEW_STORES },
    element('summary', {}, element('span', { class: 'tag' }, of.kind), ' ', of.what), element('ul', {}, ...hits));
  window.addEventListener('beforeprint', () => {
    fold.open = true;
  });
  return fold;
}

/* The download checklist. */

function checklistRow({ store, missing, why }) {
  return element('tr', {},
    element('td', { class: 'done' }, element('input', {
      type: 'checkbox', 'aria-label': word('checklist.done') + ': ' + missing.name + ', ' + store.name,
    })),
    element('th', { scope: 'row' }, store.name, element('span', { class: 'id' }, store.id)),
    element('td', {}, missing.name),
    element('td', {}, why),
    element('td', {}, missing.where),
    element('td', {}, missing.metrics));
}

function checklist() {
  const byManager = new Map();
  for (const store of stores) {
    for (let i = 0; i < store.downloads.length; i += 2) {
      if (!byManager.has(store.manager)) {
        byManager.set(store.manager, []);
      }
      byManager.get(store.manager).push({
        store, missing: data.exports[store.downloads[i]], why: text(store.downloads[i + 1]),
      });
    }
  }
  byId('checklist-empty').hidden = byManager.size > 0;
  for (const manager of [...byManager.keys()].sort(names.compare)) {
    const rows = byManager.get(manager);
    const fold = element('details', { class: 'manager' },
      element('summary', {}, manager, element('span', { class: 'count' }, String(rows.length))));
    const open = () => {
      if (fold.children.length === 1) {
        const headings = ['done', 'store', 'export', 'why', 'where', 'metrics'].map(key => word('checklist.' + key));
        fold.append(element('div', { class: 'scrolls', tabindex: '0', role: 'region', 'aria-label': manager },
          table('downloads', headings, rows.map(checklistRow))));
      }
    };
    fold.addEventListener('toggle', open);
    window.addEventListener('beforeprint', () => {
      open();
      fold.open = true;
    });
    byId('managers').append(fold);
  }
}
