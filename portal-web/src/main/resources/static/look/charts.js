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
const number = value => value.toLocaleString(language, { maximumFractionDigits: 2 });
const rows = table => [...table.tBodies[0].rows];
const column = (table, place) => rows(table).map(row => row.cells[place].dataset.v === undefined ? null : Number(row.cells[place].dataset.v));
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

const CROSS = 'path://M0 1L1 0L5 4L9 0L10 1L6 5L10 9L9 10L5 6L1 10L0 9L4 5Z';
const hollow = () => ({ color: token('surface'), borderColor: token('chart-actual'), borderWidth: 2 });

const kinds = {
  daily(table, plot) {
    const days = names(table);
    const actual = column(table, 1);
    const states = rows(table).map(row => row.dataset.state);
    const missing = states.flatMap((state, day) => state === 'missing' ? [day] : []);
    const single = day => actual[day - 1] == null && actual[day + 1] == null;
    const chart = common();
    chart.xAxis.data = days;
    chart.xAxis.boundaryGap = true;
    chart.tooltip.formatter = points => {
      const day = points[0].dataIndex;
      const words = actual[day] == null ? plot.dataset.missing
        : `${number(actual[day])} ${plot.dataset.unit}${states[day] === 'estimated' ? `, ${plot.dataset.estimated.toLowerCase()}` : ''}`;
      return `${days[day]}\n${plot.dataset.actual}  ${words}`;
    };
    chart.series = [
      {
        type: 'custom', z: 1, silent: true, tooltip: { show: false }, data: missing.map(day => [day, 0]),
        renderItem: (area, api) => {
          const [middle] = api.coord([api.value(0), 0]);
          const [width] = api.size([1, 0]);
          return { type: 'rect', shape: { x: middle - width / 2, y: area.coordSys.y, width, height: area.coordSys.height }, style: { fill: token('bad-soft') } };
        },
      },
      {
        name: plot.dataset.actual, type: 'line', z: 5, connectNulls: false, lineStyle: { color: token('chart-actual'), width: 2.5 },
        data: actual.map((value, day) => states[day] === 'estimated' ? { value, symbol: 'diamond', symbolSize: 13, itemStyle: hollow() }
          : { value, symbol: single(day) ? 'circle' : 'none', itemStyle: { color: token('chart-actual') } }),
      },
      {
        name: plot.dataset.missing, type: 'scatter', z: 6, silent: true, tooltip: { show: false }, symbol: CROSS, symbolSize: innerWidth > 640 ? 11 : 7,
        symbolOffset: [0, -10], itemStyle: { color: token('bad') }, data: missing.map(day => [day, 0]),
      },
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
