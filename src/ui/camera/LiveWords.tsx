// How far the camera's picture is from the boundary, and why; before anything has been learned, what ImageNet sees in it.
// The bar follows every frame, the words change at a pace at which they can be read.

import { DistanceBar } from '../DistanceBar.tsx';
import { TopClasses } from '../TopClasses.tsx';
import { AMONG } from '../why/reasons.ts';
import { useExplanation } from '../why/useExplanation.ts';
import { VerdictWords } from '../why/VerdictWords.tsx';
import { words } from '../words/words.ts';
import styles from './LiveWords.module.css';
import { useHeld } from './useHeld.ts';
import type { Live } from './useLiveFeatures.ts';
import type { SeenVerdict } from './useLiveVerdict.ts';

interface Props {
  readonly live: Live;
  readonly seen: SeenVerdict | null;
}

export function LiveWords({ live, seen }: Props) {
  return (
    <div className={styles.live}>
      {seen ? <DistanceBar verdict={seen.verdict} /> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what may scroll must be reachable by keyboard */}
      <section className={styles.words} aria-label={words.camera.reasons} tabIndex={0}>
        {seen ? <Reasons seen={seen} /> : <Beginning live={live} />}
      </section>
    </div>
  );
}

function Reasons({ seen }: { readonly seen: SeenVerdict }) {
  const { verdict, trained, features } = useHeld(seen, seen.label);
  const { explanation, names } = useExplanation(trained, verdict, features, AMONG);
  return (
    <VerdictWords
      verdict={verdict}
      trained={trained}
      features={features}
      explanation={explanation}
      nameOf={names.words}
      ownRow={-1}
    />
  );
}

function Beginning({ live: { features } }: Pick<Props, 'live'>) {
  const shown = useHeld(features, features === null);
  return (
    <>
      <TopClasses logits={shown?.logits ?? null} />
      <p className={styles.hint}>{words.camera.teach}</p>
    </>
  );
}
