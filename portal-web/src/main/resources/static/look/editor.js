// Puts CodeMirror in the place of the text field, which stays the form's own. Without this file the field does.
import { EditorState, Prec } from '@codemirror/state';
import { EditorView, highlightActiveLine, highlightActiveLineGutter, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view';
import { defaultKeymap, history, historyKeymap, isolateHistory } from '@codemirror/commands';
import { indentService } from '@codemirror/language';
import { lintGutter, nextDiagnostic, previousDiagnostic } from '@codemirror/lint';
import { search, searchKeymap } from '@codemirror/search';
import { ask, element, follow, form, later } from './editor/page.js';
import { colour, colours } from './editor/colours.js';
import { check } from './editor/faults.js';
import { beginContents, completion, contents, explain, hover } from './editor/help.js';
import { again, outcomes, run } from './editor/scenarios.js';

const area = document.getElementById('text');
const phrases = [...form.querySelector('template[data-phrases]').content.children].map(it => [it.dataset.say, it.textContent]);

const layOut = async view => {
  const said = await ask(view, 'format');
  if (said?.problem) return check(view);
  const changes = said?.changes.map(it => ({ from: it.start, to: it.end, insert: it.words })) ?? [];
  if (changes.length > 0) view.dispatch({ changes, annotations: isolateHistory.of('full'), userEvent: 'input.format' });
};
const go = (view, { start, end }) => {
  view.focus();
  view.dispatch({ selection: { anchor: start, head: end }, effects: EditorView.scrollIntoView(start, { y: 'center' }) });
};

const read = async view => {
  await check(view);
  contents(view);
  again(view);
};
const soonColoured = later(90, () => colour(view));
const soonRead = later(250, () => read(view));
const soonExplained = later(350, () => explain(view));
const written = EditorView.updateListener.of(update => {
  if (update.docChanged) {
    area.value = update.state.doc.toString();
    follow(update.changes);
    soonColoured();
    soonRead();
  }
  if (update.docChanged || update.selectionSet || update.focusChanged) soonExplained();
});

// A browser tells of what a key wrote when some script has run. Where that was CodeMirror's answer to a scroll of the same frame,
// it took the caret for where it was before the key, and what was typed next stood before that character. This runs at once.
const typed = EditorView.domEventObservers({ input: () => {} });

// A new line stands as far in as the one before, further in below a heading, and at the margin below an empty line.
const indents = indentService.of((context, place) => {
  const { text } = context.lineAt(place, -1);
  return !text.trim() ? 0 : /:\s*$/.test(text) ? /^ */.exec(text)[0].length + 2 : undefined;
});

const host = element('div', { className: 'cm-host' });
area.after(host);
area.classList.add('code-behind');
const view = new EditorView({
  doc: area.value,
  parent: host,
  extensions: [
    EditorView.cspNonce.of(document.querySelector('script[type=importmap]').nonce),
    EditorState.phrases.of(Object.fromEntries(phrases)),
    EditorState.readOnly.of(area.readOnly),
    EditorState.tabSize.of(8),
    EditorState.languageData.of(() => [{ commentTokens: { line: '#' } }]),
    EditorView.contentAttributes.of({ tabindex: '0', lang: 'en', 'aria-labelledby': 'text-label', 'aria-describedby': 'text-help', 'aria-readonly': String(area.readOnly) }),
    EditorView.lineWrapping,
    lineNumbers(), lintGutter(), history(), search({ top: true }), highlightActiveLine(), highlightActiveLineGutter(), highlightSpecialChars(),
    colours, outcomes, completion, hover, indents, typed, written,
    Prec.high(keymap.of([
      { key: 'Shift-Alt-f', run: it => { layOut(it); return true; } },
      { key: 'F8', run: nextDiagnostic }, { key: 'Shift-F8', run: previousDiagnostic },
    ])),
    keymap.of([...searchKeymap, ...historyKeymap, ...defaultKeymap]),
  ],
});

const acts = { check: () => read(view).then(() => document.getElementById('faults-h').focus()), format: () => layOut(view), scenarios: () => run(view) };
document.addEventListener('click', event => {
  const place = event.target.closest('a[href="#text"], label[for=text]');
  if (place) {
    event.preventDefault();
    const { start, end } = place.place ?? place.dataset;
    start === undefined ? view.focus() : go(view, { start: Number(start), end: Number(end) });
  }
  const act = acts[event.target.closest('#write button[name=do]')?.value];
  if (act) {
    event.preventDefault();
    act();
  }
});
beginContents(view);
colour(view);
read(view);
