// What workers have found out, in sentences for those who do not see it.

import type { BinsightError } from '../../core/errors.ts';
import type { Photo } from '../../store/project.ts';
import type { State, Trained } from '../../store/state.ts';
import { judgePhoto } from '../../store/verdicts.ts';
import { inLine, list, photoProblem, trainingProblem } from '../sentences.ts';
import { verdictText } from '../verdictText.ts';
import { whatIsMissing } from '../whatIsMissing.ts';
import { words } from '../words/words.ts';

/** What came of the last training; null while there is nothing to say of it yet. */
export function learnedText(state: State): string | null {
  const { training, trained, evaluation, evaluationError } = state;
  switch (training.status) {
    case 'waiting':
      return whatIsMissing(state.history.present);
    case 'failed':
      return trainingProblem(training.error);
    case 'ready': {
      if (!trained) return null;
      const heldOut = evaluation?.of === trained ? evaluation.heldOut : null;
      if (!heldOut && !evaluationError) return null;
      return words.said.learned(trained.classifier.photos, heldOut?.right ?? 0, heldOut?.tried ?? 0);
    }
    default:
      return null;
  }
}

interface Failed {
  readonly name: string;
  readonly error: BinsightError;
}

/** Photos that cannot be used: of one the reason, of several who they are. */
export function failedText(failed: readonly Failed[]): string {
  const [first] = failed;
  return failed.length === 1 && first
    ? words.problems.ofPhoto(inLine(first.name), photoProblem(first.error))
    : words.said.failed(failed.length, list(failed.map(({ name }) => name)));
}

/** So many verdicts are told one by one. */
const FEW = 3;

/** @param tests photos that are ready */
export function verdictsText(tests: readonly Photo[], trained: Trained, { history, work }: State): string {
  const { bins, settings } = history.present;
  const judged = tests.flatMap(({ key, name }) => {
    const done = work[key];
    const verdict = done?.status === 'ready' ? judgePhoto(trained, done.features, settings) : null;
    if (!verdict) return [];
    const bin = bins.find(({ id }) => id === verdict.binId)?.label ?? verdict.label;
    return [{ name, text: verdictText(verdict, bin), label: verdict.neither ? words.common.neither : bin }];
  });
  if (judged.length <= FEW)
    return judged.map(({ name, text }) => words.said.ofPhoto(inLine(name), text)).join(' ');
  const counts = new Map<string, number>();
  for (const { label } of judged) counts.set(label, (counts.get(label) ?? 0) + 1);
  const parts = [...counts].map(([label, count]) => words.said.countOf(count, label));
  return words.said.judged(judged.length, list(parts, parts.length));
}
