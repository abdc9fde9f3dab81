// A verdict in words: which bin and why, or why neither; and how sure.

import { probabilities } from '../../core/evaluation/calibration.ts';
import { topClasses } from '../../core/topClasses.ts';
import type { Features } from '../../core/types.ts';
import type { Trained } from '../../store/state.ts';
import type { Explanation, PhotoVerdict } from '../../store/verdicts.ts';
import { useAppState, useBins } from '../appContext.ts';
import { imagenetName, list, percent } from '../sentences.ts';
import { words } from '../words/words.ts';
import { PhraseText } from './PhraseText.tsx';
import { reasonOf } from './reasons.ts';
import { basisText, neitherText, withheldText } from './sureness.ts';
import styles from './VerdictWords.module.css';

interface Props {
  readonly verdict: PhotoVerdict;
  readonly trained: Trained;
  readonly features: Features;
  readonly explanation: Explanation;
  readonly nameOf: (index: number) => string;
  /** The row of a photo that was learned from, else -1. */
  readonly ownRow: number;
}

export function VerdictWords({ verdict, trained, features, explanation, nameOf, ownRow }: Props) {
  const bins = useBins();
  const classNames = useAppState((state) => state.classNames);
  const label = bins.find(({ id }) => id === verdict.binId)?.label ?? verdict.label;
  const { novelty } = trained;
  const similarity = verdict.neighbours[0]?.similarity ?? 0;
  const reasons = reasonOf(verdict, trained, { label, explanation, nameOf });
  return (
    <div className={styles.words} data-reason="">
      {verdict.neither && novelty ? (
        <p>
          {words.why.neither(
            neitherText(novelty, similarity),
            list(topClasses(features.logits, 2).map(({ index }) => imagenetName(classNames, index))),
          )}
        </p>
      ) : null}
      <p className={verdict.neither ? styles.sure : ''}>
        {verdict.neither ? (
          words.why.ifOneOfThem(<PhraseText phrase={reasons} />)
        ) : (
          <PhraseText phrase={reasons} />
        )}
      </p>
      {verdict.neither ? (
        <p className={styles.sure}>{words.why.sure.notOfNeither}</p>
      ) : (
        <Probability verdict={verdict} trained={trained} label={label} ownRow={ownRow} />
      )}
    </div>
  );
}

/** Below this nobody should rely on a verdict. */
const CLOSE = 0.6;

interface ProbabilityProps {
  readonly verdict: PhotoVerdict;
  readonly trained: Trained;
  readonly label: string;
  readonly ownRow: number;
}

function Probability({ verdict, trained, label, ownRow }: ProbabilityProps) {
  const evaluation = useAppState((state) => state.evaluation);
  const failed = useAppState((state) => state.evaluationError !== null);
  if (evaluation?.of !== trained) {
    return <p className={styles.sure}>{failed ? words.why.sure.failed : words.why.sure.waiting}</p>;
  }
  const { calibration, heldOut } = evaluation;
  if (calibration.status === 'withheld') {
    return <p className={styles.sure}>{withheldText(calibration)}</p>;
  }
  // Of a photo that was learned from, only the score of a machine that had not seen it says how sure that is.
  const wasLearned = ownRow >= 0;
  const scores = wasLearned ? heldOut.scores[ownRow] : verdict.scores;
  if (!scores) return <p className={styles.sure}>{words.why.sure.alone}</p>;
  const chance = probabilities(calibration, scores)[trained.set.binIds.indexOf(verdict.binId)] ?? 0;
  return (
    <p className={styles.sure} data-probability={chance}>
      {words.why.sure.probability({
        chance: percent(chance),
        bin: label,
        basis: basisText(calibration.photos, heldOut.holding),
        wasLearned,
        isClose: chance < CLOSE,
        isUnlike: verdict.unlike,
      })}
    </p>
  );
}
