/** typedoc's name for it, whose pages ask for it too. */
const KEY = 'tsd-theme';
const DEMO_KEY = 'demo.theme';
const AUTO = 'os';

// In the head, so that the first picture is in the chosen theme.
document.documentElement.dataset['theme'] = read();

document.addEventListener('DOMContentLoaded', () => {
  const select = document.querySelector<HTMLSelectElement>('#theme');
  if (!select) return;
  select.value = read();
  select.hidden = false;
  select.addEventListener('change', () => choose(select.value));
});

function choose(theme: string): void {
  document.documentElement.dataset['theme'] = theme;
  try {
    localStorage.setItem(KEY, theme);
    localStorage.setItem(DEMO_KEY, theme === AUTO ? 'auto' : theme);
  } catch {
    // Denied or full: it counts for this page.
  }
}

function read(): string {
  try {
    return localStorage.getItem(KEY) ?? AUTO;
  } catch {
    // Denied.
    return AUTO;
  }
}
