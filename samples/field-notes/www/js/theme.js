// Light, dark, or as the device is set.

const KEY = 'theme';
const dark = matchMedia('(prefers-color-scheme: dark)');

function apply() {
  const chosen = localStorage.getItem(KEY) ?? 'auto';
  document.documentElement.dataset.theme = chosen === 'auto' ? (dark.matches ? 'dark' : 'light') : chosen;
  for (const item of document.querySelectorAll('[role="menuitemradio"]')) item.setAttribute('aria-checked', String(item.dataset.theme === chosen));
}

export function choose(theme) {
  localStorage.setItem(KEY, theme);
  apply();
}

dark.addEventListener('change', apply);
apply();
