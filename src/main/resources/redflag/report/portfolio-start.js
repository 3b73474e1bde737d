
/* What is done when the page is opened. */

function start() {
  byId('table').style.setProperty('--metrics', data.columns.length);
  byId('table').style.setProperty('--deadline', hasDeadlines ? 1 : 0);
  byId('table').tHead.rows[0].append(...columns.map(head));
  byId('table').querySelector('colgroup').append(...columns.map(column =>
    element('col', { class: 'width-' + column.key + (column.wide ? ' wide-only' : '') })));
  byId('table').tBodies[0].append(...stores.map(row));
  byId('levels').append(...data.levels.map(levelButton));
  byId('none').textContent = word('none-shown');
  byId('sort').append(...columns.map((column, place) =>
    element('option', { value: place }, place === 0 ? word('burns-first') : column.title ?? word('heading.' + column.key))));
  byId('sort').addEventListener('change', event => sort(columns[Number(event.target.value)], false));
  choices('manager', word('any-manager'), different(stores.map(store => store.manager)));
  choices('marketplace', word('any-marketplace'), different(stores.map(store => store.marketplace)));
  byId('search').addEventListener('input', event => {
    chosen.search = event.target.value.trim().toLowerCase();
    filter();
  });
  byId('abnormal').addEventListener('change', event => {
    chosen.abnormal = event.target.checked;
    filter();
  });
  byId('reset').addEventListener('click', reset);
  byId('night').hidden = data.night.length === 0;
  byId('night').querySelector('ul').append(...data.night.map(line => element('li', {}, line)));
  byId('alarms').hidden = data.alarms.length === 0;
  byId('alarms').append(...data.alarms.map(alarm));
  checklist();
  sort(columns[0], false);
  filter();
  openNamed();
}

/** An address that ends in #store-ID opens that store. */
function openNamed() {
  const named = stores.find(store => '#store-' + store.id === decodeURIComponent(location.hash));
  if (named === undefined) {
    return;
  }
  if (named.row.hidden) {
    reset();
  }
  if (!named.isOpen) {
    toggle(named);
  }
  named.row.scrollIntoView();
}

window.addEventListener('hashchange', openNamed);
start();
