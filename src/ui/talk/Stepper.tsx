// The story's steps in a row at the foot of the slide: where it stands, and one press to be anywhere in it.

import { AgainIcon, CloseIcon } from '../icons.tsx';
import { words } from '../words/words.ts';
import styles from './Stepper.module.css';
import { STORY, type Story } from './slides.ts';

/** As they are printed on keyboards. */
const KEYS = { reset: 'R', close: 'Esc' };

interface Props {
  readonly shown: Story;
  readonly onShow: (story: Story) => void;
  readonly onTurn: (steps: 1 | -1) => void;
  readonly onReset: () => void;
  readonly onClose: () => void;
}

export function Stepper({ shown, onShow, onTurn, onReset, onClose }: Props) {
  const { steps } = words.talk;
  return (
    <nav className={styles.stepper} aria-label={words.talk.story}>
      <ol className={styles.steps}>
        {STORY.map((story, i) => (
          <li key={story}>
            <button
              type="button"
              className={styles.step}
              aria-current={story === shown ? 'step' : undefined}
              title={words.page.withKeys(steps[story], String(i + 1))}
              onClick={() => onShow(story)}
              data-step={story}
            >
              <span className={styles.number}>{i + 1}</span>
              <span className={styles.name}>{steps[story]}</span>
            </button>
          </li>
        ))}
      </ol>
      <div className={styles.keys}>
        <button type="button" onClick={() => onTurn(-1)} aria-label={words.talk.back}>
          ←
        </button>
        <button type="button" onClick={() => onTurn(1)} aria-label={words.talk.next}>
          →
        </button>
        <button
          type="button"
          onClick={onReset}
          title={words.page.withKeys(words.talk.aboutReset, KEYS.reset)}
        >
          <AgainIcon />
          <span className={styles.name}>{words.talk.reset}</span>
        </button>
        <button type="button" onClick={onClose} title={words.page.withKeys(words.talk.close, KEYS.close)}>
          <CloseIcon />
          <span className={styles.name}>{words.talk.end}</span>
        </button>
      </div>
    </nav>
  );
}
