// Keeps what was typed into a form that is sent while its session has ended, and sends no form twice.
// It stays in this tab, without passwords, until the form is answered, is filled in again, or its reader signs out.
const KEY = 'typed';
const reader = document.body.dataset.reader;
const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
const keep = value => value ? sessionStorage.setItem(KEY, JSON.stringify(value)) : sessionStorage.removeItem(KEY);
const here = location.pathname + location.search;
// whoever signs in before the sign-in page has run this comes back from it all the same
const back = document.referrer.endsWith('/login?lost=true');
const secret = input => input.type === 'password' || input.type === 'file' || input.type === 'hidden' || input.hidden;

document.addEventListener('submit', event => {
  const form = event.target;
  if (form.method !== 'post' || event.defaultPrevented) return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = 'sent';
  if (!reader || form.getAttribute('action')?.endsWith('/logout')) { if (reader) keep(null); return; }
  const fields = [...form.elements].filter(input => input.name && !secret(input) && input.tagName !== 'BUTTON')
    .filter(input => !['checkbox', 'radio'].includes(input.type) || input.checked).map(input => [input.name, input.value]);
  keep({ reader, here, action: form.getAttribute('action'), fields });
});
addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(form => delete form.dataset.sent));

const put = (form, fields) => {
  const left = fields.slice();
  for (const input of form.elements) {
    if (!input.name || secret(input)) continue;
    if (['checkbox', 'radio'].includes(input.type)) {
      input.checked = fields.some(([name, value]) => name === input.name && value === input.value);
    } else {
      const at = left.findIndex(([name]) => name === input.name);
      if (at >= 0) input.value = left.splice(at, 1)[0][1];
    }
  }
};

if (kept && document.querySelector('[data-lost]')) keep({ ...kept, lost: true });
else if (kept && document.querySelector('[data-ended]')) keep(null);
else if (kept && reader && kept.reader !== reader) keep(null);
else if (kept && reader && !kept.lost && !back) keep(null);
else if (kept && reader && kept.here === here) {
  const form = [...document.forms].find(one => one.method === 'post' && one.getAttribute('action') === kept.action);
  keep(null);
  if (form) {
    put(form, kept.fields);
    const said = document.querySelector('template[data-typed]').content.cloneNode(true);
    said.firstElementChild.setAttribute('role', 'status');
    form.prepend(said);
  }
}
