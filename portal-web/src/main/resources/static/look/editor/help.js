// Completions, what a word is under the pointer or at the caret, and the contents of the text.
import { autocompletion } from '@codemirror/autocomplete';
import { hoverTooltip } from '@codemirror/view';
import { ask, element, form, keep, link, said } from './page.js';

const about = form.querySelector('[data-about]');
const outline = form.querySelector('[data-outline]');

const offer = ({ label, detail, start, end, words }) => ({
  label,
  detail,
  apply: view => view.dispatch({ changes: { from: start, to: end, insert: words }, selection: { anchor: start + words.length }, scrollIntoView: true, userEvent: 'input.complete' }),
});
const offers = async context => {
  const before = context.state.sliceDoc(Math.max(0, context.pos - 1), context.pos);
  if (!context.explicit && !/[\p{L}°]/u.test(before)) return null;
  // What is offered for other words than those that stand there fits no more: with each key CodeMirror asks again.
  context.addEventListener('abort', () => {}, { onDocChange: true });
  const answer = await ask(context.view, 'completion', { caret: context.pos });
  const fit = (answer ?? []).filter(it => context.explicit || it.words !== context.state.sliceDoc(it.start, context.pos));
  if (context.aborted || fit.length === 0) return null;
  return { from: Math.min(...fit.map(it => it.start)), to: Math.max(...fit.map(it => it.end)), options: fit.map(offer), filter: false };
};
export const completion = autocompletion({ override: [offers], icons: false });

const explanation = words => words.flatMap(it => [
  element('p', {}, element('strong', {}, ...said(it.heading))),
  ...(it.words ? [element('blockquote', { textContent: it.words })] : []),
  ...it.facts.map(fact => element('p', { className: 'quiet' }, ...said(fact)))]);

export const hover = hoverTooltip(async (view, caret) => {
  const words = await ask(view, 'hover', { caret }, 'pointer');
  if (!words?.length) return null;
  const create = () => ({ dom: element('div', { className: 'cm-about', lang: 'en' }, ...explanation(words)) });
  return { pos: words[0].start, end: words[0].end, above: true, create };
}, { hideOnChange: true });

export const explain = async view => {
  if (!view.hasFocus) return;
  const words = await ask(view, 'hover', { caret: view.state.selection.main.head });
  if (!words) return;
  about.hidden = words.length === 0;
  about.querySelector('div').replaceChildren(...explanation(words));
};

export const contents = async view => {
  if (!outline.open) return;
  const entries = await ask(view, 'outline');
  if (!entries) return;
  const places = entries.map(it => ({ ...it, end: it.start }));
  keep('outline', places);
  outline.querySelector('ol').replaceChildren(...places.map(it =>
    element('li', {}, link(it, it.name.replaceAll('`', '')), ' ', element('span', { className: 'quiet' }, ...said(it.detail)))));
};
export const beginContents = view => {
  outline.hidden = false;
  outline.addEventListener('toggle', () => contents(view));
};
