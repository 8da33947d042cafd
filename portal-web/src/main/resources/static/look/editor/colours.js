// Colours each word by what the server's reader takes it for. They move with the text until the next answer.
import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView } from '@codemirror/view';
import { ask } from './page.js';

const paint = StateEffect.define();
const heading = Decoration.mark({ class: 'cm-heading' });
const marks = new Map();
const mark = kind => {
  if (!marks.has(kind)) marks.set(kind, Decoration.mark({ class: `cm-${kind}` }));
  return marks.get(kind);
};

const ranges = ({ kinds, words, headings }) => {
  const made = [];
  for (let i = 0, at = 0; i < words.length; i += 3) {
    const start = at + words[i];
    at = start + words[i + 1];
    made.push(mark(kinds[words[i + 2]]).range(start, at));
  }
  for (let i = 0; i < headings.length; i += 2) made.push(heading.range(headings[i], headings[i + 1]));
  return Decoration.set(made, true);
};

export const colours = StateField.define({
  create: () => Decoration.none,
  update: (painted, transaction) =>
    transaction.effects.find(effect => effect.is(paint))?.value ?? painted.map(transaction.changes),
  provide: painted => EditorView.decorations.from(painted),
});

const AGAIN_AFTER = 3000;
export const colour = async view => {
  const { doc } = view.state;
  const said = await ask(view, 'colours');
  if (said) view.dispatch({ effects: paint.of(ranges(said)) });
  // Where nothing was written meanwhile the server was away, or had too much to do.
  else if (doc === view.state.doc) setTimeout(() => colour(view), AGAIN_AFTER);
};
