// Light or dark: as the system has it, until the user says otherwise.

export type Theme = 'light' | 'dark';

const KEY = 'binsight-theme';

export const darkQuery = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)');

export const systemTheme = (): Theme => (darkQuery().matches ? 'dark' : 'light');

/** Storage may be forbidden; then the choice lasts as long as the page. */
export function rememberedTheme(): Theme | null {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : null;
  } catch {
    return null;
  }
}

export function rememberTheme(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // See above.
  }
}

export const startingTheme = (): Theme => rememberedTheme() ?? systemTheme();
