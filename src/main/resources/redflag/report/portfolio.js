'use strict';
/* The table of stores: sorted, filtered and searched. The figures come in words; nothing is reckoned here. */

const data = JSON.parse(document.getElementById('data').textContent);
const levels = new Map(data.levels.map((level, place) => [level.level, { ...level, place }]));
const SVG = document.querySelector('svg').namespaceURI;
const STATUS_TONES = { OFF_TARGET: 'bad', WATCH: 'watch', ON_TARGET: 'good', NOT_MEASURED: 'unknown' };
const BURNS = ['OFF_TARGET', 'WATCH', 'NOT_MEASURED', 'ON_TARGET'];

const byId = id => document.getElementById(id);

/** The text at a place in the list of shared texts. */
const text = place => data.texts[place];

/** A text of the page, its facts put in place. */
const word = (key, facts = {}) => data.words[key].replace(/\{(\w+)\}/g, (whole, name) => facts[name] ?? whole);

/** A figure and its unit stay on one line. */
const unbroken = child => typeof child === 'string' ? child.replaceAll(' %', '\u00a0%') : child;

/** An element. Text goes in as text, never as markup. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) {
      made.setAttribute(key, value === true ? '' : value);
    }
  }
  made.append(...children.filter(child => child !== undefined && child !== '').map(unbroken));
  return made;
}

const days = new Intl.DateTimeFormat(data.days, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const day = iso => days.format(new Date(iso + 'T00:00:00Z'));
const names = new Intl.Collator(data.language, { numeric: true });

/** A reading stands in the data as an array, in this order. */
function reading([metric, status, value, brief, number, target, headroom, before, why, flags, median]) {
  return {
    metric: text(metric), status, value, brief, number, target: text(target), headroom: text(headroom), before,
    why: text(why), enforced: (flags & 1) !== 0, fragile: (flags & 2) !== 0,
    median: text(median),
  };
}

const stores = data.stores.map((store, place) => ({
  ...store,
  rank: place + 1,
  readings: store.readings.map(reading),
  searched: [store.id, store.name, store.marketplace, store.manager, store.headline,
    store.readiness === undefined ? '' : word('new-account'), store.fragile ? word('fragile') : ''].join('\n').toLowerCase(),
}));

const badge = (tone, words) => element('span', { class: 'badge tone-' + tone.toLowerCase() }, words);

/* Columns: what stands in the cell, and by what it is sorted, the first being what burns first. */

function riskCell(store) {
  const level = levels.get(store.level);
  return [badge(level.tone, level.word), store.fragile ? element('span', { class: 'tag' }, word('fragile')) : ''];
}

function storeCell(store) {
  const button = element('button', {
    type: 'button', class: 'open', 'aria-expanded': 'false', 'aria-controls': 'detail-' + store.id,
  }, element('span', { class: 'chevron', 'aria-hidden': 'true' }), store.name);
  button.addEventListener('click', () => toggle(store));
  store.button = button;
  return [button, element('span', { class: 'id' }, store.id + ' · ' + store.marketplace),
    element('span', { class: 'headline' }, store.headline),
    store.readiness === undefined ? '' : element('span', { class: 'headline' },
      element('span', { class: 'tag' }, word('new-account')), ' ', store.readiness)];
}

/** People of one agency know each other by what stands before the sign. */
const person = manager => {
  const at = manager.indexOf('@');
  return at < 1 ? [manager]
    : [manager.slice(0, at), element('span', { class: 'domain' }, manager.slice(at))];
};

function metricCell(store, column, place) {
  const at = store.cells[place];
  const of = at < 0 ? undefined : store.readings[at];
  if (of === undefined) {
    return [];
  }
  const target = column.target === undefined ? element('small', {}, of.target) : '';
  return [element('span', { class: 'metric tone-' + STATUS_TONES[of.status] },
    of.brief === '' ? '' : element('b', {}, of.brief), element('small', {}, data.statuses[of.status])), target];
}

/** The worst status first, in it the worst number. */
function metricOrder(store, column, place) {
  const at = store.cells[place];
  const of = at < 0 ? undefined : store.readings[at];
  if (of === undefined) {
    return undefined;
  }
  const number = of.number ?? 0;
  return [BURNS.indexOf(of.status), column.moreIsBetter ? number : -number];
}

const hasDeadlines = stores.some(store => store.deadline !== undefined);
const columns = [
  { key: 'rank', wide: true, number: true, cell: store => [String(store.rank)], order: store => [store.rank] },
  { key: 'store', cell: storeCell, order: store => [store.name] },
  { key: 'risk', cell: riskCell, order: store => [levels.get(store.level).place, store.rank] },
  {
    key: 'off-in', wide: true, cell: store => [store.offIn === 0 ? word('now') : store.offInWords ?? '–'],
    order: store => store.offIn === undefined ? undefined : [store.offIn, store.rank],
  },
  ...hasDeadlines ? [{
    key: 'deadline', wide: true, cell: store => [store.deadline === undefined ? '–' : day(store.deadline.on)],
    order: store => store.deadline === undefined ? undefined : [store.deadline.on, store.rank],
  }] : [],
  {
    key: 'change', wide: true, cell: store => [store.change === undefined ? '–' : store.change.brief],
    order: store => store.change?.by.map(number => -number),
  },
  ...data.columns.map((column, place) => ({
    key: 'metric', title: column.name, target: column.target, wide: true,
    cell: store => metricCell(store, column, place), order: store => metricOrder(store, column, place),
  })),
  { key: 'manager', wide: true, cell: store => person(store.manager), order: store => [store.manager, store.rank] },
  { key: 'marketplace', wide: true, cell: store => [store.marketplace], order: store => [store.marketplace, store.rank] },
];

/* Sorting. */

let sorted = { column: columns[0], back: false };

function compare(one, other) {
  for (let i = 0; i < one.length; i++) {
    const by = typeof one[i] === 'number' ? one[i] - other[i] : names.compare(one[i], other[i]);
    if (by !== 0) {
      return by;
    }
  }
  return 0;
}

/** Who has nothing to sort by stands last, whichever way round. */
function sort(column, back) {
  sorted = { column, back };
  const keyed = stores.map(store => ({ store, key: column.order(store) }));
  keyed.sort((one, other) => {
    if (one.key === undefined || other.key === undefined) {
      return (one.key === undefined) - (other.key === undefined) || one.store.rank - other.store.rank;
    }
    return (back ? -1 : 1) * compare(one.key, other.key) || one.store.rank - other.store.rank;
  });
  byId('table').tBodies[0].append(...keyed.flatMap(({ store }) => store.detail ? [store.row, store.detail] : [store.row]));
  for (const each of columns) {
    each.head.setAttribute('aria-sort', each !== column ? 'none' : back ? 'descending' : 'ascending');
  }
  byId('sort').value = String(columns.indexOf(column));
}

function head(column) {
  const button = element('button', { type: 'button' }, column.title ?? word('heading.' + column.key));
  button.addEventListener('click', () => sort(column, sorted.column === column && !sorted.back));
  column.head = element('th', { scope: 'col', class: 'col-' + column.key + (column.wide ? ' wide-only' : ''), 'aria-sort': 'none' },
    button, column.target === undefined ? '' : element('small', {}, element('span', { class: 'unseen' }, word('heading.target') + ' '), column.target));
  return column.head;
}

function row(store) {
  const cells = columns.map(column => element(column.key === 'store' ? 'th' : 'td', {
    class: 'col-' + column.key + (column.wide ? ' wide-only' : ''), scope: column.key === 'store' ? 'row' : undefined,
  }, ...column.cell(store)));
  store.row = element('tr', { class: 'store', id: 'store-' + store.id }, ...cells);
  return store.row;
}

/* Filters. */

const chosen = { levels: new Set(), manager: '', marketplace: '', abnormal: false, search: '' };

function fits(store) {
  return (chosen.levels.size === 0 || chosen.levels.has(store.level))
    && (chosen.manager === '' || store.manager === chosen.manager)
    && (chosen.marketplace === '' || store.marketplace === chosen.marketplace)
    && !(chosen.abnormal && store.level === 'HEALTHY')
    && chosen.search.split(/\s+/).every(part => store.searched.includes(part));
}

function filter() {
  let shown = 0;
  for (const store of stores) {
    const fit = fits(store);
    shown += fit;
    store.row.hidden = !fit;
    if (store.detail) {
      store.detail.hidden = !fit || !store.isOpen;
    }
  }
  byId('shown').textContent = word('shown', { shown, all: stores.length });
  byId('none').hidden = shown > 0;
  for (const button of byId('levels').children) {
    button.setAttribute('aria-pressed', String(chosen.levels.has(button.value)));
  }
}

function reset() {
  chosen.levels.clear();
  Object.assign(chosen, { manager: '', marketplace: '', abnormal: false, search: '' });
  for (const id of ['search', 'manager', 'marketplace']) {
    byId(id).value = '';
  }
  byId('abnormal').checked = false;
  filter();
}

function choices(id, none, values) {
  byId(id).append(element('option', { value: '' }, none), ...values.map(value => element('option', { value }, value)));
  byId(id).addEventListener('change', event => {
    chosen[id] = event.target.value;
    filter();
  });
}

function levelButton(level) {
  const button = element('button', { type: 'button', value: level.level, 'aria-pressed': 'false', class: 'level' },
    badge(level.tone, level.word), element('span', { class: 'count' }, String(level.count)));
  button.addEventListener('click', () => {
    if (!chosen.levels.delete(level.level)) {
      chosen.levels.add(level.level);
    }
    filter();
  });
  return button;
}

const different = values => [...new Set(values)].sort(names.compare);
