
/* Charts as SVG: the trend up to tonight, the courses after it, and the target as a line. */

/* Drawn about as wide as it is shown, so that its letters are as large as the page's. */
const isNarrow = matchMedia('(max-width: 45rem)').matches;
const PLOT = { width: isNarrow ? 330 : 540, height: isNarrow ? 180 : 210, left: 46, right: 12, top: 12, bottom: 26 };

function shape(name, attributes, ...children) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/** Days and values stand in the data by turns. */
function points(flat = []) {
  const all = [];
  for (let i = 0; i < flat.length; i += 2) {
    all.push({ day: flat[i], value: flat[i + 1] });
  }
  return all;
}

/** Round steps of a scale, four or so. */
function steps(low, high) {
  const rough = (high - low) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map(by => by * power).find(by => by >= rough);
  const from = Math.floor(low / step + 1e-9) * step;
  const to = Math.ceil(high / step - 1e-9) * step;
  const count = Math.round((to - from) / step);
  return Array.from({ length: count + 1 }, (none, i) => Number((from + i * step).toPrecision(10)));
}

function scale(chart, lines) {
  const values = [...lines.flatMap(line => line.points.map(point => point.value)), chart.target];
  const lowest = Math.min(...values);
  const highest = Math.max(...values);
  const nearZero = lowest < highest / 2;
  const room = (highest - lowest || highest || 1) * 0.12;
  const low = nearZero ? 0 : lowest - room;
  const ticks = steps(Math.max(0, low), chart.unit === '%' && highest <= 100 ? Math.min(100, highest + room) : highest + room);
  const at = lines.flatMap(line => line.points.map(point => point.day));
  const first = Math.min(...at, -1);
  const last = Math.max(...at, 1);
  const wide = PLOT.width - PLOT.left - PLOT.right;
  const high = PLOT.height - PLOT.top - PLOT.bottom;
  const bottom = ticks[0];
  const top = ticks[ticks.length - 1];
  return {
    ticks, first, last,
    x: at => PLOT.left + wide * (at - first) / (last - first),
    y: value => PLOT.top + high * (1 - (value - bottom) / (top - bottom)),
  };
}

/** A day so many after the as-of date. */
function dayAfter(number) {
  const date = new Date(data.asOf + 'T00:00:00Z');
  date.setUTCDate(date.getUTCDate() + number);
  return days.format(date);
}

function axes(to, unit) {
  const shapes = to.ticks.flatMap(tick => [
    shape('line', { class: 'grid', x1: PLOT.left, x2: PLOT.width - PLOT.right, y1: to.y(tick), y2: to.y(tick) }),
    shape('text', { x: PLOT.left - 6, y: to.y(tick) + 4, 'text-anchor': 'end' }, tick + (unit && ' ' + unit))]);
  const ends = [[to.first, 'start'], [to.last, 'end']].filter(([at]) => Math.abs(to.x(at) - to.x(0)) > 90);
  for (const [at, anchor] of ends) {
    shapes.push(shape('text', { x: to.x(at), y: PLOT.height - 8, 'text-anchor': anchor }, dayAfter(at)));
  }
  const anchor = to.x(0) < PLOT.left + 40 ? 'start' : to.x(0) > PLOT.width - 60 ? 'end' : 'middle';
  shapes.push(
    shape('line', { class: 'tonight', x1: to.x(0), x2: to.x(0), y1: PLOT.top, y2: PLOT.height - PLOT.bottom }),
    shape('text', { class: 'strong', x: to.x(0), y: PLOT.height - 8, 'text-anchor': anchor },
      word('chart.tonight') + ', ' + dayAfter(0)));
  return shapes;
}

function line(of, to) {
  const at = of.points.map(point => to.x(point.day).toFixed(1) + ',' + to.y(point.value).toFixed(1));
  const shapes = [shape('polyline', { class: 'line line-' + of.kind, points: at.join(' ') })];
  if (of.kind === 'trend') {
    const last = of.points[of.points.length - 1];
    shapes.push(shape('circle', { class: 'dot', cx: to.x(last.day), cy: to.y(last.value), r: 4 }));
  }
  return shapes;
}

/** What the lines mean, in the order in which they are drawn. */
function legend(chart, lines) {
  const key = (kind, words) => element('li', {}, element('span', { class: 'key key-' + kind, 'aria-hidden': 'true' }), words);
  return element('ul', { class: 'legend' },
    key('target', word('chart.target', { target: text(chart.targetWords) })),
    ...lines.map(of => key(of.kind, word('chart.' + (of.kind === 'trend' ? 'trend' : of.kind)))));
}

function figure(chart) {
  const lines = [
    { kind: 'NO_NEW_DEFECTS', points: points(chart.courses.NO_NEW_DEFECTS) },
    { kind: 'USUAL_PACE', points: points(chart.courses.USUAL_PACE) },
    { kind: 'trend', points: points(chart.trend) },
  ].filter(of => of.points.length > 0);
  const title = element('h4', {}, chart.title,
    badge(STATUS_TONES[chart.status], data.statuses[chart.status]));
  if (lines.length === 0) {
    return element('figure', {}, title, chart.says === '' ? '' : element('figcaption', {}, chart.says));
  }
  const to = scale(chart, lines);
  const drawn = shape('svg', { viewBox: `0 0 ${PLOT.width} ${PLOT.height}`, role: 'img' },
    shape('title', {}, chart.title + ' ' + chart.says),
    ...axes(to, chart.unit),
    shape('line', { class: 'target', x1: PLOT.left, x2: PLOT.width - PLOT.right, y1: to.y(chart.target), y2: to.y(chart.target) }),
    ...lines.flatMap(of => line(of, to)));
  return element('figure', {}, title, drawn, legend(chart, lines),
    chart.says === '' ? '' : element('figcaption', {}, chart.says));
}
