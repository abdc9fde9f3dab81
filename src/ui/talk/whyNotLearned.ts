// Why nothing can be shown that rests on what was learned: it is on its way, or something is missing.

import { TRAY } from '../../store/project.ts';
import { areComing, type State } from '../../store/state.ts';
import { trainingProblem } from '../sentences.ts';
import { whatIsMissing } from '../whatIsMissing.ts';
import { whileComing } from '../whyNoVerdict.ts';
import { words } from '../words/words.ts';

/** Of a state without a trained classifier. */
export function whyNotLearned(state: Pick<State, 'history' | 'work' | 'network' | 'training'>): string {
  const { history, network, training } = state;
  const says = words.page.test;
  if (training.status === 'failed') return trainingProblem(training.error);
  const missing = whatIsMissing(history.present);
  if (missing !== null) return missing;
  if (areComing(state, ({ place }) => place !== TRAY)) return whileComing(network.status === 'ready');
  // Its photos may all have been refused.
  return training.status === 'training' ? says.learning : words.talk.learned.notYet;
}
