// What the modules of the editor share: the page's parts and words, questions to the server, and places that follow the text.
export const form = document.getElementById('write');
export const words = form.querySelector('[data-words]').dataset;
export const fill = (pattern, ...values) => values.reduce((text, value, i) => text.replace(`{${i}}`, value), pattern);

export const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};
/** Words of the language in a sentence stand between backticks. */
export const said = text => text.split('`').map((part, i) => i % 2 ? element('code', { textContent: part }) : part);
export const sign = name => form.querySelector(`template[data-sign=${name}]`).content.firstElementChild.cloneNode(true);
export const later = (wait, task) => { let timer; return () => { clearTimeout(timer); timer = setTimeout(task, wait); }; };

export const count = form.querySelector('[data-count]');
const AT_ONCE = 2;
const PATIENCE = 5;
const asking = new Set();
const waiting = new Map();
const answered = async (address, request) => {
  for (let tries = 1; ; tries++) {
    const answer = await fetch(address, request);
    if (answer.ok) return answer.json();
    if (answer.status !== 429 || tries === PATIENCE) throw new Error(answer.status);
    await new Promise(done => setTimeout(done, 1000));
  }
};
const send = async ({ view, doc, question, more, tell }) => {
  if (doc !== view.state.doc) return tell();
  if (doc.length > form.dataset.most) {
    count.textContent = form.dataset.long;
    return tell();
  }
  const body = new URLSearchParams({ text: doc.toString(), _csrf: form.elements._csrf.value, ...more });
  try {
    const answer = await answered(`${form.action}/${question}`, { method: 'POST', body, headers: { Accept: 'application/json' } });
    tell(doc === view.state.doc ? answer : undefined);
  } catch ({ message }) {
    count.textContent = form.dataset[['401', '403'].includes(message) ? 'over' : 'away'];
    tell();
  }
};
const next = () => {
  for (const [asker, asked] of waiting) {
    if (asking.size === AT_ONCE) return;
    if (asking.has(asker)) continue;
    waiting.delete(asker);
    asking.add(asker);
    send(asked).finally(() => { asking.delete(asker); next(); });
  }
};
/** What the server says of the text as it stands; nothing where it has been written on meanwhile, or asked again. */
export const ask = (view, question, more = {}, asker = question) => new Promise(tell => {
  waiting.get(asker)?.tell();
  waiting.delete(asker);
  waiting.set(asker, { view, doc: view.state.doc, question, more, tell });
  next();
});

const kept = new Map();
/** Moves the places of a list along with what is written, until the list is made anew. */
export const keep = (list, places) => kept.set(list, places);
export const follow = changes => {
  for (const place of [...kept.values()].flat()) {
    place.start = changes.mapPos(place.start, 1);
    place.end = Math.max(place.start, changes.mapPos(place.end, -1));
  }
};
/** A link to a place of the text. */
export const link = (place, text) => Object.assign(element('a', { href: '#text', textContent: text }), { place });
