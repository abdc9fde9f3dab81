// The verdict's name, large, and how many frames a second get one.

import { useEffect, useState } from 'react';
import { VisuallyHidden } from 'react-aria-components/VisuallyHidden';
import { useAppState } from '../appContext.ts';
import { binColour } from '../binColours.ts';
import panel from '../panel.module.css';
import { fixed } from '../sentences.ts';
import { words } from '../words/words.ts';
import styles from './LiveVerdict.module.css';
import { useHeld } from './useHeld.ts';
import type { Live } from './useLiveFeatures.ts';
import type { SeenVerdict } from './useLiveVerdict.ts';

interface Props {
  readonly live: Live;
  readonly seen: SeenVerdict | null;
  readonly isOn: boolean;
}

export function LiveVerdict({ live, seen, isOn }: Props) {
  const said = useSaidVerdict(seen?.name ?? null);
  return (
    <div className={styles.verdict}>
      {seen ? (
        <p className={styles.name} style={binColour(seen.binIndex)} title={seen.name}>
          {seen.name}
        </p>
      ) : (
        <p className={`${styles.none} ${panel.late}`}>{isOn ? <WhyNone live={live} /> : null}</p>
      )}
      <FrameRate live={live} />
      <VisuallyHidden role="status">{said === null ? '' : words.camera.sees(said)}</VisuallyHidden>
    </div>
  );
}

function WhyNone({ live: { features } }: Pick<Props, 'live'>) {
  const hasNetwork = useAppState(({ network }) => network.status === 'ready');
  const isLearning = useAppState(({ training }) => training.status === 'training');
  const says = words.page.test;
  if (!hasNetwork) return says.noNetwork;
  if (!features) return says.looking;
  return isLearning ? says.learning : words.camera.noVerdict;
}

function FrameRate({ live: { rate, hasFailed } }: Pick<Props, 'live'>) {
  const shown = useHeld(rate, rate === null);
  if (hasFailed) return <p className={`${styles.rate} ${styles.bad}`}>{words.camera.notSeen}</p>;
  return (
    <p className={styles.rate} title={words.camera.aboutFrames} data-rate={shown ?? undefined}>
      {shown === null ? null : words.camera.frames(fixed(shown, shown < 9.95 ? 1 : 0))}
    </p>
  );
}

/** Milliseconds. */
const SETTLED = 1000;

/** A verdict that has stayed for a while; between two things it may change with every frame. */
function useSaidVerdict(name: string | null): string | null {
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSaid(name), SETTLED);
    return () => clearTimeout(timer);
  }, [name]);
  return said;
}
