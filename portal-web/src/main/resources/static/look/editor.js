// Helps to write an agreement: faults, completions, layout and explanations from the server. The form works without it.
const form = document.getElementById('write');
const area = document.getElementById('text');
const lines = form.querySelector('[data-lines]');
const list = form.querySelector('[data-faults]');
const count = form.querySelector('[data-count]');
const popup = document.getElementById('offers');
const words = form.querySelector('[data-words]').dataset;
const about = form.querySelector('[data-about]');
const outline = form.querySelector('[data-outline]');
const fill = (pattern, value) => pattern.replace('{0}', value);

const asking = {};
const ask = async (question, more = {}) => {
  asking[question]?.abort();
  const { signal } = asking[question] = new AbortController();
  const text = area.value;
  const body = new URLSearchParams({ text, _csrf: form.elements._csrf.value, ...more });
  try {
    const answer = await fetch(`${form.action}/${question}`, { method: 'POST', body, signal, headers: { Accept: 'application/json' } });
    if (!answer.ok) throw new Error(answer.status);
    const said = await answer.json();
    return text === area.value ? said : undefined;
  } catch (problem) {
    if (problem.name !== 'AbortError') count.textContent = form.dataset.away;
  }
};
const later = (wait, task) => { let timer; return () => { clearTimeout(timer); timer = setTimeout(task, wait); }; };
const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

const put = (start, end, text) => {
  area.focus();
  area.setSelectionRange(start, end);
  // Only this way can the browser's own undo take it back.
  if (!document.execCommand('insertText', false, text)) area.setRangeText(text, start, end, 'end');
};
const show = (start, end) => {
  area.focus();
  area.setSelectionRange(start, end);
  const line = area.value.slice(0, start).split('\n').length - 1;
  area.scrollTop = Math.max(0, line * height() - area.clientHeight / 3);
};

const style = getComputedStyle(area);
const height = () => parseFloat(style.lineHeight);
const width = () => {
  const context = document.createElement('canvas').getContext('2d');
  context.font = style.font;
  return text => context.measureText(text.replaceAll('\t', '        ')).width;
};

let marked = new Map();
const number = () => {
  const total = area.value.split('\n').length;
  const shown = Array.from({ length: total }, (_, i) => element('span', { className: marked.get(i + 1) ?? '', textContent: i + 1 }));
  lines.replaceChildren(...shown);
  lines.scrollTop = area.scrollTop;
};

const weight = ['note', 'warning', 'error'];
const fault = it => {
  const place = element('a', { href: '#text', textContent: fill(words.line, it.line) });
  place.dataset.start = it.start;
  place.dataset.end = it.end;
  const item = element('li', { className: `fault fault-${it.severity}` }, place, ' ',
    element('span', { className: 'fault-kind', textContent: `${words[it.severity]} ${it.code}` }), element('p', { textContent: it.message }));
  for (const help of it.help) if (help !== it.mend?.title) item.append(element('p', { className: 'quiet', textContent: help }));
  if (it.mend) {
    const button = element('button', { type: 'button', className: 'btn btn-small', textContent: fill(form.dataset.mend, it.mend.title) });
    button.addEventListener('click', () => put(it.mend.start, it.mend.end, it.mend.words));
    item.append(button);
  }
  return item;
};
const check = async () => {
  const said = await ask('diagnostics');
  if (!said) return;
  marked = new Map();
  for (const it of said.faults) {
    if (weight.indexOf(it.severity) > weight.indexOf(marked.get(it.line))) marked.set(it.line, it.severity);
  }
  number();
  list.replaceChildren(...said.faults.map(fault));
  if (said.more) list.append(element('li', { className: 'quiet', textContent: fill(form.dataset.more, said.more) }));
  const total = said.faults.length + said.more;
  count.textContent = total === 0 ? form.dataset.none : total === 1 ? form.dataset.one : fill(form.dataset.many, total);
  if (outline.open) contents();
};
const contents = async () => {
  const entries = await ask('outline');
  if (!entries) return;
  outline.querySelector('ol').replaceChildren(...entries.map(it => {
    const place = element('a', { href: '#text', textContent: it.name });
    place.dataset.start = place.dataset.end = it.start;
    return element('li', {}, place, ' ', element('span', { className: 'quiet', textContent: it.detail }));
  }));
};
const explain = async () => {
  if (document.activeElement !== area) return;
  const said = await ask('hover', { caret: area.selectionStart });
  if (!said) return;
  about.hidden = said.length === 0;
  about.querySelector('div').replaceChildren(...said.flatMap(it => [
    element('p', {}, element('strong', { textContent: it.heading })),
    ...(it.words ? [element('blockquote', { textContent: it.words })] : []),
    ...it.facts.map(fact => element('p', { className: 'quiet', textContent: fact }))]));
};

let offers = [];
let chosen = 0;
const close = () => { offers = []; popup.hidden = true; area.removeAttribute('aria-activedescendant'); };
const choose = place => {
  chosen = (place + offers.length) % offers.length;
  [...popup.children].forEach((item, i) => item.setAttribute('aria-selected', i === chosen));
  popup.children[chosen].scrollIntoView({ block: 'nearest' });
  area.setAttribute('aria-activedescendant', `offer-${chosen}`);
};
const take = place => {
  const { start, end, words } = offers[place];
  close();
  put(start, end, words);
};
const offer = async asked => {
  const caret = area.selectionStart;
  const begun = /[\p{L}°]$/u.test(area.value.slice(0, caret));
  if (!asked && !begun) return close();
  const said = await ask('completion', { caret });
  if (!said || area.selectionStart !== caret) return;
  offers = said.filter(it => asked || it.words !== area.value.slice(it.start, caret));
  if (offers.length === 0) return close();
  popup.replaceChildren(...offers.map((it, i) => {
    const item = element('li', { id: `offer-${i}`, textContent: it.label }, element('span', { className: 'quiet', textContent: it.detail }));
    item.setAttribute('role', 'option');
    item.addEventListener('mousedown', event => { event.preventDefault(); take(i); });
    return item;
  }));
  const before = area.value.slice(0, offers[0].start).split('\n');
  const left = area.offsetLeft + parseFloat(style.paddingLeft) + width()(before.at(-1)) - area.scrollLeft;
  popup.hidden = false;
  popup.style.top = `${Math.min(area.clientHeight, before.length * height() + parseFloat(style.paddingTop) - area.scrollTop) + 4}px`;
  popup.style.left = `${Math.max(0, Math.min(left, area.offsetLeft + area.clientWidth - popup.offsetWidth))}px`;
  choose(0);
};

area.setAttribute('aria-autocomplete', 'list');
area.setAttribute('aria-controls', 'offers');
const soonChecked = later(200, check);
const soonOffered = later(90, () => offer(false));
const soonExplained = later(350, explain);
area.addEventListener('input', () => { number(); soonChecked(); soonOffered(); });
area.addEventListener('scroll', () => { lines.scrollTop = area.scrollTop; close(); });
area.addEventListener('blur', close);
addEventListener('resize', close);
document.addEventListener('selectionchange', () => { if (document.activeElement === area) soonExplained(); });
area.addEventListener('keydown', event => {
  const open = !popup.hidden;
  if (event.ctrlKey && event.key === ' ') { event.preventDefault(); offer(true); }
  else if (!open) return;
  else if (event.key === 'ArrowDown') { event.preventDefault(); choose(chosen + 1); }
  else if (event.key === 'ArrowUp') { event.preventDefault(); choose(chosen - 1); }
  else if (event.key === 'Enter') { event.preventDefault(); take(chosen); }
  else if (event.key === 'Escape') { event.preventDefault(); close(); }
  else if (/^(Arrow(Left|Right)|Home|End|Page)/.test(event.key)) close();
});
form.addEventListener('click', async event => {
  const place = event.target.closest('[data-start]');
  if (place) { event.preventDefault(); show(Number(place.dataset.start), Number(place.dataset.end)); }
  const button = event.target.closest('button[name=do]');
  if (button?.value === 'check') { event.preventDefault(); check().then(() => document.getElementById('faults-h').focus()); }
  if (button?.value === 'format') {
    event.preventDefault();
    const said = await ask('format');
    if (!said) return;
    if (said.problem) { check(); return; }
    const caret = area.selectionStart;
    let moved = 0;
    for (const it of said.changes) if (it.end <= caret) moved += it.words.length - (it.end - it.start);
    for (const it of said.changes.reverse()) put(it.start, it.end, it.words);
    area.setSelectionRange(caret + moved, caret + moved);
  }
});
outline.hidden = false;
outline.addEventListener('toggle', () => { if (outline.open) contents(); });
number();
check();
