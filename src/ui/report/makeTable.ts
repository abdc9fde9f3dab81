// The verdicts on all test photos as a CSV file.

import { writeTestVerdicts } from '../../export/csv/verdictTable.ts';
import { safeName } from '../../export/project/safeNames.ts';
import type { MadeFile } from '../../export/takeAway.ts';
import { settled } from '../../store/settled.ts';
import type { AppStore } from '../../store/state.ts';
import { PATIENCE, testVerdicts } from './testVerdicts.ts';

/** Shows the state of the moment, once what is being learned is learned. */
export async function makeTable(store: AppStore): Promise<MadeFile> {
  const state = await settled(store, PATIENCE);
  const { verdicts, labels } = testVerdicts(state);
  return {
    name: `${safeName(state.history.present.name, 'project')} verdicts.csv`,
    blob: new Blob([writeTestVerdicts(verdicts, labels)], { type: 'text/csv;charset=utf-8' }),
  };
}
