// Runs the scenarios of the text, and says at their lines and in a list whether they came out as expected.
import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, WidgetType } from '@codemirror/view';
import { ask, element, fill, form, keep, link, said, sign, words } from './page.js';

const card = form.querySelector('[data-told]');
const list = card.querySelector('ol');
const status = card.querySelector('[role=status]');
const tell = StateEffect.define();

class Outcome extends WidgetType {
  constructor(passed, said, quiet) { super(); Object.assign(this, { passed, said, quiet }); }
  eq(other) { return other.passed === this.passed && other.said === this.said && other.quiet === this.quiet; }
  toDOM() { return element('span', { className: `cm-told cm-told-${this.passed ? 'good' : 'bad'}` }, sign(this.passed ? 'good' : 'bad'),
    element('span', { className: this.quiet ? 'sr' : '', textContent: this.said })); }
  ignoreEvent() { return false; }
}
const outcome = (doc, at, passed, said, quiet = false) =>
  Decoration.widget({ widget: new Outcome(passed, said, quiet), side: 1 }).range(doc.lineAt(Math.min(at, doc.length)).to);
const step = (doc, it) => outcome(doc, it.end, it.passed, it.passed ? words.good : fill(words.actual, it.actual), it.passed);
const verdict = passed => passed ? words.good : words.bad;

export const outcomes = StateField.define({
  create: () => Decoration.none,
  update: (told, transaction) => transaction.effects.find(effect => effect.is(tell))?.value ?? told.map(transaction.changes),
  provide: told => EditorView.decorations.from(told),
});

const failure = it => element('p', {}, link(it, fill(words.line, it.line)), ' ', element('span', { lang: 'en' }, ...said(it.message)));
const item = it => element('li', { className: `fault fault-${it.passed ? 'good' : 'error'}` },
  element('span', { className: it.passed ? 'good' : 'bad' }, sign(it.passed ? 'good' : 'bad'), ' ', verdict(it.passed)), ' ',
  link(it, it.name), ...it.steps.filter(one => !one.passed).map(failure));

let ran = false;
export const again = view => ran && run(view);
export const run = async view => {
  ran = true;
  const told = await ask(view, 'scenarios');
  if (!told) return;
  const { doc } = view.state;
  keep('told', told.scenarios.flatMap(it => [Object.assign(it, { end: it.start }), ...it.steps]));
  view.dispatch({ effects: tell.of(Decoration.set(told.scenarios.flatMap(it =>
    [outcome(doc, it.start, it.passed, verdict(it.passed)), ...it.steps.map(one => step(doc, one))]), true)) });
  card.hidden = false;
  list.replaceChildren(...told.scenarios.map(item));
  status.lang = told.problem ? 'en' : document.documentElement.lang;
  status.replaceChildren(...said(told.problem || (told.scenarios.length === 0 ? words.untold
    : fill(words.told, told.scenarios.filter(it => it.passed).length, told.scenarios.length))));
};
