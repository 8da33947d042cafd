// News of the ledger: a toast for a new block. It moves nothing that is read; a hidden page does not listen.
const place = document.querySelector('.toasts[data-newest]');
const PAUSED = 'updates-paused';
const number = new Intl.NumberFormat(document.documentElement.lang || 'en');
let source, wait = 15000, shown = Number(place?.dataset.newest ?? -1);

const paused = () => localStorage.getItem(PAUSED) === 'yes';
const button = (words, act) => {
  const made = Object.assign(document.createElement('button'), { type: 'button', className: 'btn btn-small', textContent: words });
  made.addEventListener('click', act);
  return made;
};

function toast(block) {
  shown = block;
  const toast = place.querySelector('template').content.firstElementChild.cloneNode(true);
  toast.querySelector('[data-arrived]').textContent = place.dataset.arrived.replace('{0}', number.format(block));
  toast.querySelector('a').href = `/blocks/${block}`;
  toast.querySelector('[data-actions]').append(button(place.dataset.pause, pause), button(place.dataset.close, () => toast.remove()));
  place.querySelectorAll('.toast').forEach(old => old.remove());
  place.append(toast);
  for (const pulse of document.querySelectorAll('[data-pulse]')) pulse.textContent = place.dataset.block.replace('{0}', number.format(block));
  for (const age of document.querySelectorAll('[data-pulse-age]')) age.textContent = `, ${place.dataset.now}`;
}

function listen() {
  const wanted = place && !paused() && document.visibilityState === 'visible';
  if (!wanted) { source?.close(); source = undefined; return; }
  if (source && source.readyState !== EventSource.CLOSED) return;
  source = new EventSource(`/events?after=${shown}`);
  source.addEventListener('error', () => {
    // after a lost line the browser tries again itself; after a refusal it does not
    if (source?.readyState === EventSource.CLOSED) setTimeout(listen, wait = Math.min(wait * 2, 600000));
  });
  source.addEventListener('block', event => { if (Number(event.data) > shown) toast(Number(event.data)); });
}

function pause() {
  localStorage.setItem(PAUSED, paused() ? 'no' : 'yes');
  place.querySelectorAll('.toast').forEach(old => old.remove());
  show();
  listen();
}

const switches = document.querySelectorAll('[data-live-switch]');
const words = each => each.dataset[paused() ? 'resume' : 'pause'];
const show = () => switches.forEach(each => Object.assign(each, { hidden: false, textContent: words(each) }));
if (place) {
  switches.forEach(each => each.addEventListener('click', pause));
  show();
  document.addEventListener('visibilitychange', listen);
  addEventListener('pagehide', () => { source?.close(); source = undefined; });
  addEventListener('pageshow', listen);
  listen();
}
