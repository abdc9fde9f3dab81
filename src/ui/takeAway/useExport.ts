// Makes one thing to take away, and hands it to the browser.

import { useState } from 'react';
import { asBinsightError } from '../../core/errors.ts';
import type { ExportKind, MadeFile } from '../../export/takeAway.ts';
import { say } from '../announce/said.ts';
import { useApp } from '../appContext.ts';
import { words } from '../words/words.ts';
import { download } from './download.ts';
import { loadReport, loadTable } from './loadReport.ts';
import { fileSize } from './offers.ts';

/** Everything with a button of its own. The verdicts in words are made where the words are. */
export type TakenKind = ExportKind | 'csv' | 'report';

export type Making =
  | { readonly status: 'idle' }
  | { readonly status: 'making' }
  | { readonly status: 'failed' }
  | { readonly status: 'made'; readonly name: string; readonly bytes: number };

type Export = Making & { readonly run: () => void };

export function useExport(kind: TakenKind): Export {
  const app = useApp();
  const { actions, takeAway } = app;
  const [making, setMaking] = useState<Making>({ status: 'idle' });

  const make = async (): Promise<MadeFile> => {
    switch (kind) {
      case 'csv': {
        const { makeTable } = await loadTable();
        return await makeTable(app.store);
      }
      case 'report': {
        const { makeReport } = await loadReport();
        return await makeReport({ app, now: new Date() });
      }
      default:
        return await takeAway.make(kind);
    }
  };

  const run = () => {
    setMaking({ status: 'making' });
    make()
      .then((file) => {
        download(file);
        const { name, missing = [] } = file;
        if (missing.length > 0) actions.notify({ kind: 'export-without', file: name, names: missing });
        setMaking({ status: 'made', name, bytes: file.blob.size });
        say(words.takeAway.made(name, fileSize(file.blob.size)));
      })
      .catch((error: unknown) => {
        setMaking({ status: 'failed' });
        actions.notify({ kind: 'export-failed', what: kind, error: asBinsightError(error) });
      });
  };
  return { ...making, run };
}
