// Lets React follow the theme.

import { useEffect, useState } from 'react';
import { darkQuery, rememberedTheme, rememberTheme, systemTheme, type Theme } from './theme.ts';

/** @returns a function that switches to the other theme and remembers it */
export function useTheme(): () => void {
  const [chosen, setChosen] = useState<Theme | null>(rememberedTheme);
  const [system, setSystem] = useState<Theme>(systemTheme);
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
    rememberTheme(other);
  };
}
