// Light or dark: as the system has it, until the user says otherwise.

import { useEffect, useState } from 'react';

type Theme = 'light' | 'dark';

const KEY = 'binsight-theme';

/** @returns a function that switches to the other theme and remembers it */
export function useTheme(): () => void {
  const [chosen, setChosen] = useState<Theme | null>(remembered);
  const [system, setSystem] = useState<Theme>(() => (darkQuery().matches ? 'dark' : 'light'));
  const theme = chosen ?? system;

  useEffect(() => {
    const query = darkQuery();
    const follow = () => setSystem(query.matches ? 'dark' : 'light');
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);

  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);

  return () => {
    const other = theme === 'dark' ? 'light' : 'dark';
    setChosen(other);
    remember(other);
  };
}

const darkQuery = () => matchMedia('(prefers-color-scheme: dark)');

/** Storage may be forbidden; then the choice lasts as long as the page. */
function remembered(): Theme | null {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : null;
  } catch {
    return null;
  }
}

function remember(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // See above.
  }
}
