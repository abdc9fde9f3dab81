// The report's HTML: the page's own components and words, drawn once, with the state as it was at that moment.

import { renderToStaticMarkup } from 'react-dom/server';
import { createStore } from 'zustand/vanilla';
import type { State } from '../../store/state.ts';
import { AppContext, type useApp } from '../appContext.ts';
import { words } from '../words/words.ts';
import type { Looks } from './gatherLooks.ts';
import type { Pictures } from './loadPictures.ts';
import { Report } from './Report.tsx';
import { reportStyles } from './reportStyles.ts';
import type { TestPhoto } from './testVerdicts.ts';

export interface ReportInput {
  readonly app: ReturnType<typeof useApp>;
  readonly state: State;
  readonly tests: readonly TestPhoto[];
  readonly looks: Looks;
  readonly pictures: Pictures;
  readonly now: Date;
}

/** The policy holds wherever the file is opened: even a mistake of ours could load or run nothing. */
const POLICY =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** @returns a whole document; names and labels in it are text, whatever they hold */
export function renderReport({ app, state, tests, looks, pictures, now }: ReportInput): string {
  const { name } = state.history.present;
  // Drawing without a screen, React takes a store's first state.
  const store = createStore<State>()(() => state);
  const html = renderToStaticMarkup(
    <html lang={words.tag}>
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{words.report.documentTitle(name)}</title>
        <style>{reportStyles(name)}</style>
      </head>
      <body>
        <AppContext value={{ ...app, store, shown: store }}>
          <Report tests={tests} looks={looks} pictures={pictures} now={now} />
        </AppContext>
      </body>
    </html>,
  );
  return `<!doctype html>\n${html}\n`;
}
