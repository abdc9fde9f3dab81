// The report: what was learned, how good it is, and every verdict with its reasons, as one HTML file that needs
// nothing else: no script, no other file, no connection.

import { safeName } from '../../export/project/safeNames.ts';
import type { MadeFile } from '../../export/takeAway.ts';
import { settled } from '../../store/settled.ts';
import type { useApp } from '../appContext.ts';
import { gatherLooks } from './gatherLooks.ts';
import { loadPictures } from './loadPictures.ts';
import { renderReport } from './renderReport.tsx';
import { PATIENCE, testPhotos } from './testVerdicts.ts';

export interface ReportParts {
  /** As every component has it. The report shows the state of the moment, once what is being learned is learned. */
  readonly app: ReturnType<typeof useApp>;
  readonly now: Date;
}

/** Takes a run of the network for each heat map: seconds, and longer where a photo takes long. */
export async function makeReport({ app, now }: ReportParts): Promise<MadeFile> {
  const state = await settled(app.store, PATIENCE);
  const tests = testPhotos(state);
  const looks = await gatherLooks(state, tests, app.pipeline);
  const pictures = await loadPictures(state);
  const html = renderReport({ app, state, tests, looks, pictures, now });
  return {
    name: `${safeName(state.history.present.name, 'project')} report.html`,
    blob: new Blob([html], { type: 'text/html;charset=utf-8' }),
  };
}
