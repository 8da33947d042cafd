// Charts that are drawn from the table beside them, so that the two cannot disagree. No inline style, no eval, no network.
const root = document.documentElement;
const language = root.lang;
const probe = document.createElement('i');
probe.hidden = true;
document.body.append(probe);

const token = name => {
  probe.style.color = `var(--${name})`;
  return getComputedStyle(probe).color;
};
const number = value => value.toLocaleString(language, { maximumFractionDigits: 2 }).replaceAll('\u202f', '\u00a0');
const rows = table => [...table.tBodies[0].rows];
const names = table => rows(table).map(row => row.cells[0].dataset.x);

const common = () => ({
  animation: false,
  textStyle: { fontFamily: 'Geist, system-ui, sans-serif', fontSize: 12, color: token('quiet') },
  aria: { enabled: false },
  grid: { left: 4, right: 12, top: 14, bottom: 4, containLabel: true },
  tooltip: {
    trigger: 'axis', renderMode: 'richText', backgroundColor: token('surface-raised'), borderColor: token('line'), borderWidth: 1, padding: [8, 12],
    textStyle: { color: token('ink'), fontSize: 12 }, axisPointer: { lineStyle: { color: token('line-strong'), width: 1, type: 'solid' } },
  },
  xAxis: { type: 'category', axisLine: { lineStyle: { color: token('line-strong') } }, axisTick: { show: false }, axisLabel: { color: token('quiet'), hideOverlap: true, margin: 10 } },
  yAxis: { type: 'value', axisLabel: { color: token('quiet'), formatter: number }, splitLine: { lineStyle: { color: token('chart-grid') } } },
});

const hollow = () => ({ color: token('surface'), borderColor: token('chart-actual'), borderWidth: 2 });

const values = (table, key) => rows(table).map(row => {
  const value = row.querySelector(`[data-k=${key}]`)?.dataset.v;
  return value === undefined ? null : Number(value);
});

// Pale columns behind what is missing, so that the gap has a shape as well as a colour.
const gaps = missing => ({
  type: 'custom', z: 1, silent: true, tooltip: { show: false }, data: missing.map(point => [point, 0]),
  renderItem: (area, api) => {
    const [middle] = api.coord([api.value(0), 0]);
    const [width] = api.size([1, 0]);
    return { type: 'rect', shape: { x: middle - width / 2, y: area.coordSys.y, width, height: area.coordSys.height }, style: { fill: token('bad-soft') } };
  },
});

// Each margin around its prediction; one polygon for what follows without a gap.
const band = (low, high) => {
  const runs = [];
  low.forEach((value, point) => {
    if (value == null) return;
    if (runs.length === 0 || runs.at(-1).at(-1) !== point - 1) runs.push([]);
    runs.at(-1).push(point);
  });
  return {
    type: 'custom', z: 2, silent: true, tooltip: { show: false }, data: runs.map((run, place) => [run[0], low[run[0]], place]),
    encode: { x: 0, y: 1 }, clip: true,
    renderItem: (area, api) => {
      const run = runs[api.value(2)];
      const half = run.length === 1 ? api.size([1, 0])[0] / 2 : 0;
      const at = (point, value, shift) => { const [x, y] = api.coord([point, value]); return [x + shift, y]; };
      const points = half
        ? [at(run[0], high[run[0]], -half), at(run[0], high[run[0]], half), at(run[0], low[run[0]], half), at(run[0], low[run[0]], -half)]
        : [...run.map(point => at(point, high[point], 0)), ...run.toReversed().map(point => at(point, low[point], 0))];
      return { type: 'polygon', shape: { points }, style: { fill: token('chart-band') } };
    },
  };
};

const kinds = {
  curves(table, plot) {
    const labels = names(table);
    const actual = values(table, 'actual');
    const predicted = values(table, 'predicted');
    const margin = values(table, 'margin');
    const baseline = values(table, 'baseline');
    const states = rows(table).map(row => row.dataset.state);
    const missing = states.flatMap((state, point) => state === 'missing' ? [point] : []);
    const alone = (series, point) => series[point - 1] == null && series[point + 1] == null;
    const edge = sign => predicted.map((value, point) => value == null || margin[point] == null ? null : value + sign * margin[point]);
    const low = actual.some(value => value < 0) ? edge(-1) : edge(-1).map(value => value == null ? null : Math.max(0, value));
    const high = edge(1);
    const line = (name, data, z, style) => ({
      name, type: 'line', z, connectNulls: false, lineStyle: style,
      data: data.map((value, point) => ({ value, symbol: value != null && alone(data, point) ? 'circle' : 'none', itemStyle: { color: style.color } })),
    });
    const chart = common();
    chart.xAxis.data = labels;
    chart.xAxis.boundaryGap = true;
    chart.yAxis.min = extent => extent.min > 0 && extent.min < extent.max / 2 ? 0 : null;
    chart.yAxis.scale = true;
    chart.tooltip.formatter = points => {
      const point = points[0].dataIndex;
      const with_unit = value => `${number(value)} ${plot.dataset.unit}`;
      const said = actual[point] == null ? plot.dataset.missing
        : `${with_unit(actual[point])}${states[point] === 'estimated' ? `, ${plot.dataset.estimated.toLowerCase()}` : ''}`;
      const lines = states[point] === 'to-come' ? [] : [`${plot.dataset.actual}  ${said}`];
      if (predicted[point] != null) lines.push(`${plot.dataset.predicted}  ${with_unit(predicted[point])}${margin[point] == null ? '' : ` ± ${number(margin[point])}`}`);
      if (baseline[point] != null) lines.push(`${plot.dataset.baseline}  ${with_unit(baseline[point])}`);
      return [labels[point], ...lines].join('\n');
    };
    chart.series = [
      gaps(missing),
      ...(high.some(value => value != null) ? [
        band(low, high),
        { type: 'line', data: high, silent: true, symbol: 'none', tooltip: { show: false }, lineStyle: { opacity: 0 } },
        { type: 'line', data: low, silent: true, symbol: 'none', tooltip: { show: false }, lineStyle: { opacity: 0 } },
      ] : []),
      line(plot.dataset.baseline, baseline, 3, { color: token('chart-baseline'), width: 1.75, type: [2, 3] }),
      line(plot.dataset.predicted, predicted, 4, { color: token('chart-predicted'), width: 2, type: [6, 4] }),
      {
        name: plot.dataset.actual, type: 'line', z: 5, connectNulls: false, lineStyle: { color: token('chart-actual'), width: 2.5 },
        data: actual.map((value, point) => states[point] === 'estimated' ? { value, symbol: 'diamond', symbolSize: 13, itemStyle: hollow() }
          : { value, symbol: value != null && alone(actual, point) ? 'circle' : 'none', itemStyle: { color: token('chart-actual') } }),
      },
      {
        name: plot.dataset.missing, type: 'custom', z: 6, silent: true, tooltip: { show: false }, data: missing.map(point => [point, 0]),
        renderItem: (area, api) => {
          const [x] = api.coord([api.value(0), 0]);
          const y = area.coordSys.y + area.coordSys.height - 10;
          const half = innerWidth > 640 && missing.length < 60 ? 5 : 3;
          return { type: 'path', shape: { d: `M${x - half} ${y - half}L${x + half} ${y + half}M${x + half} ${y - half}L${x - half} ${y + half}` }, style: { stroke: token('bad'), lineWidth: 2, fill: 'none' } };
        },
      },
    ];
    return chart;
  },

  // What was saved from the first day of the contract year on, up to the end of each settled period, and how the year may end.
  savings(table, plot) {
    const at = day => new Date(`${day}T00:00`).getTime();
    const days = names(table).map(at);
    const saved = values(table, 'saved');
    const guaranteed = values(table, 'guaranteed');
    const end = table.querySelector('[data-k=likely]')?.dataset;
    const from = [at(plot.dataset.begin), 0];
    const points = list => [from, ...days.map((day, place) => [day, list[place]]).filter(([, value]) => value != null)];
    const settled = points(saved);
    const last = settled.at(-1);
    const goals = guaranteed.some(value => value != null) ? points(guaranteed) : [];
    const year = guaranteed.at(-1);
    const withUnit = value => `${number(value)} ${plot.dataset.unit}`;
    const rounded = value => withUnit(Math.round(value));
    const chart = common();
    const month = { month: 'short' };
    Object.assign(chart.xAxis, { type: 'time', min: from[0], max: days.at(-1), splitLine: { show: false }, axisPointer: { snap: true } });
    Object.assign(chart.xAxis.axisLabel, { formatter: value => new Date(value).toLocaleDateString(language, month), showMinLabel: true });
    chart.tooltip.formatter = ([{ value: [day] }]) => {
      const place = days.indexOf(day);
      if (place < 0) return '';
      const lines = [new Date(day).toLocaleDateString(language, { day: 'numeric', month: 'long', year: 'numeric' })];
      if (saved[place] != null) lines.push(`${plot.dataset.saved}  ${rounded(saved[place])}`);
      else if (end) lines.push(`${plot.dataset.outlook}  ${rounded(end.v)} (${number(Math.round(end.least))} – ${number(Math.round(end.most))})`);
      if (guaranteed[place] != null) lines.push(`${plot.dataset.guaranteed}  ${rounded(guaranteed[place])}`);
      return lines.join('\n');
    };
    const fan = {
      type: 'custom', z: 2, silent: true, tooltip: { show: false }, data: [last],
      renderItem: (area, api) => ({
        type: 'polygon', shape: { points: [api.coord(last), api.coord([days.at(-1), end.most]), api.coord([days.at(-1), end.least])] }, style: { fill: token('chart-band') },
      }),
    };
    chart.yAxis.max = ({ max }) => Math.max(max, year ?? 0, end?.most ?? 0) * 1.05;
    chart.yAxis.axisLabel.showMaxLabel = false;
    chart.series = [
      ...(end ? [fan, {
        name: plot.dataset.outlook, type: 'line', z: 4, symbol: 'none', data: [last, [days.at(-1), Number(end.v)]], lineStyle: { color: token('chart-predicted'), width: 2, type: [6, 4] },
      }] : []),
      {
        name: plot.dataset.guaranteed, type: 'line', z: 3, data: goals, symbol: 'circle', symbolSize: 7, showAllSymbol: true,
        itemStyle: { color: token('surface'), borderColor: token('chart-baseline'), borderWidth: 1.75 }, lineStyle: { color: token('chart-baseline'), width: 1.75, type: [2, 3] },
        markLine: year == null ? undefined : {
          silent: true, symbol: 'none', data: [{ yAxis: year }], lineStyle: { color: token('ink'), width: 1.5, type: 'solid' },
          label: { position: 'insideStartTop', formatter: `${plot.dataset.year} ${rounded(year)}`, color: token('ink'), fontSize: 12 },
        },
      },
      { name: plot.dataset.saved, type: 'line', z: 5, data: settled, symbol: 'circle', symbolSize: 6, itemStyle: { color: token('chart-actual') }, lineStyle: { color: token('chart-actual'), width: 2.5 } },
    ];
    return chart;
  },
};

const plots = [...document.querySelectorAll('.plot')];
const drawn = plot => window.echarts.getInstanceByDom(plot) ?? window.echarts.init(plot, null, { renderer: 'svg' });
const draw = () => plots.forEach(plot => drawn(plot).setOption(kinds[plot.dataset.kind](document.getElementById(plot.dataset.from), plot), true));

// Paper: light colours and the width of an A4 page, then back to the screen.
let before;
const toPaper = () => {
  if (before !== undefined) return;
  before = root.dataset.theme ?? '';
  root.dataset.theme = 'light';
  plots.forEach(plot => drawn(plot).resize({ width: 670, height: 226 }));
  draw();
};
const toScreen = () => {
  if (before === undefined) return;
  if (before) root.dataset.theme = before; else delete root.dataset.theme;
  before = undefined;
  plots.forEach(plot => drawn(plot).resize({ width: 'auto', height: 'auto' }));
  draw();
};

if (plots.length) {
  await document.fonts.ready;
  draw();
  addEventListener('resize', () => plots.forEach(plot => drawn(plot).resize()));
  addEventListener('beforeprint', toPaper);
  addEventListener('afterprint', toScreen);
  document.addEventListener('theme', draw);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
}
