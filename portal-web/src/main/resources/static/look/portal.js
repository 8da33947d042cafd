// Theme, search key, copy, print, and focus on what went wrong. Every page works without this file.
const root = document.documentElement;
const say = words => { const live = document.querySelector('.toasts [data-said]'); if (live) live.textContent = words; };

document.querySelector('[data-theme-switch]')?.addEventListener('click', event => {
  event.preventDefault();
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
  document.cookie = `theme=${root.dataset.theme}; path=/; max-age=31536000; SameSite=Lax`;
  document.dispatchEvent(new CustomEvent('theme'));
});

document.addEventListener('keydown', event => {
  if (event.key !== '/' || document.activeElement.matches('input, textarea, select, [contenteditable=true]')) return;
  const find = document.getElementById('q');
  if (find) { find.focus(); event.preventDefault(); }
});

document.addEventListener('click', async event => {
  const button = event.target.closest('[data-copy]');
  if (button) {
    await navigator.clipboard.writeText(button.dataset.copy);
    say(document.querySelector('.toasts').dataset.copied);
  }
  if (event.target.closest('[data-print]')) print();
});

for (const now of document.querySelectorAll('.blocks [aria-current]')) {
  const strip = now.closest('.blocks');
  strip.scrollLeft = now.offsetLeft - strip.offsetLeft - (strip.clientWidth - now.offsetWidth) / 2;
}

document.querySelector('[data-focus]')?.focus();
