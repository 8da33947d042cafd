// What the reader has against the text: underlined, marked beside the line, and listed in words with how to mend it.
import { setDiagnostics } from '@codemirror/lint';
import { ask, count, element, fill, form, keep, link, said, words } from './page.js';

const list = form.querySelector('[data-faults]');
const SEVERITY = { error: 'error', warning: 'warning', note: 'info' };

const mend = (view, { start, end, words: insert }) => {
  view.dispatch({ changes: { from: start, to: end, insert }, selection: { anchor: start + insert.length }, scrollIntoView: true, userEvent: 'input.mend' });
  view.focus();
};
const item = (view, it) => {
  const made = element('li', { className: `fault fault-${it.severity}` }, link(it, fill(words.line, it.line)), ' ',
    element('span', { className: 'fault-kind', textContent: `${words[it.severity]} ${it.code}` }), element('p', { lang: 'en' }, ...said(it.message)));
  for (const help of it.help) if (help !== it.mend?.title) made.append(element('p', { className: 'quiet', lang: 'en' }, ...said(help)));
  if (it.mend) {
    const [before, after] = form.dataset.mend.split('{0}');
    const button = element('button', { type: 'button', className: 'btn btn-small' },
      element('span', {}, before, element('span', { lang: 'en' }, ...said(it.mend.title)), after));
    button.addEventListener('click', () => mend(view, it.mend));
    made.append(button);
  }
  return made;
};
const diagnostic = (it, length) => ({
  from: Math.min(it.start, length),
  to: Math.min(it.end, length),
  severity: SEVERITY[it.severity],
  message: it.message,
  renderMessage: () => element('span', { lang: 'en' }, ...said(it.message)),
  actions: it.mend ? [{ name: fill(form.dataset.mend, it.mend.title).replaceAll('`', ''), apply: view => mend(view, it.mend) }] : [],
});

export const check = async view => {
  const told = await ask(view, 'diagnostics');
  if (!told) return;
  keep('faults', told.faults.flatMap(it => it.mend ? [it, it.mend] : [it]));
  view.dispatch(setDiagnostics(view.state, told.faults.map(it => diagnostic(it, view.state.doc.length))));
  list.replaceChildren(...told.faults.map(it => item(view, it)));
  if (told.more) list.append(element('li', { className: 'quiet', textContent: fill(form.dataset.more, told.more) }));
  const total = told.faults.length + told.more;
  count.textContent = total === 0 ? form.dataset.none : total === 1 ? form.dataset.one : fill(form.dataset.many, total);
};
