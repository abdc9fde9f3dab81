// An empty bin or tray invites: it says what to drop, and opens the file dialog when it is clicked.

import { Button } from 'react-aria-components/Button';
import styles from './EmptyPlace.module.css';

interface Props {
  readonly title: string;
  readonly hint: string;
  readonly label: string;
  readonly onPress: () => void;
}

export function EmptyPlace({ title, hint, label, onPress }: Props) {
  return (
    <Button className={styles.empty ?? ''} aria-label={label} onPress={onPress}>
      <svg aria-hidden="true" className={styles.sketch} viewBox="0 0 96 56" fill="none">
        <rect x="9" y="9" width="30" height="30" rx="4" transform="rotate(-8 24 24)" />
        <rect x="33" y="6" width="30" height="30" rx="4" />
        <rect x="57" y="9" width="30" height="30" rx="4" transform="rotate(8 72 24)" />
        <path d="M48 34v16m-6-6 6 6 6-6" />
      </svg>
      <span>{title}</span>
      <span className={styles.hint}>{hint}</span>
    </Button>
  );
}
