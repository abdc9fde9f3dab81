// Light or dark: as the system has it, until the user says otherwise.

import { recall, remember } from './remembered.ts';

export type Theme = 'light' | 'dark';

const KEY = 'binsight-theme';

export const darkQuery = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)');

export const systemTheme = (): Theme => (darkQuery().matches ? 'dark' : 'light');

export function rememberedTheme(): Theme | null {
  const value = recall(KEY);
  return value === 'light' || value === 'dark' ? value : null;
}

export const rememberTheme = (theme: Theme): void => remember(KEY, theme);

export const startingTheme = (): Theme => rememberedTheme() ?? systemTheme();

/** For a page without a switch: its theme, which follows the system's, and light on paper, which is white. */
export function wearTheme({ dataset }: HTMLElement): void {
  const put = (theme: Theme) => () => {
    dataset.theme = theme;
  };
  const putOn = () => put(startingTheme())();
  putOn();
  darkQuery().addEventListener('change', putOn);
  addEventListener('beforeprint', put('light'));
  addEventListener('afterprint', putOn);
}
