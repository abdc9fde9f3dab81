// A name that looks like a heading until it is touched, and is then a field.

import { useState } from 'react';
import styles from './EditableName.module.css';

interface Props {
  readonly value: string;
  /** For who does not see where it stands. */
  readonly label: string;
  readonly maxLength: number;
  /** Why it cannot be called that; null when it can. */
  readonly problemOf: (draft: string) => string | null;
  /** Called with names only that have no problem. */
  readonly onCommit: (name: string) => void;
}

export function EditableName({ value, label, maxLength, problemOf, onCommit }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const problem = draft === null ? null : problemOf(draft);

  const commit = () => {
    if (draft !== null && problem === null) onCommit(draft);
    setDraft(null);
  };

  return (
    <span className={styles.name}>
      <input
        value={draft ?? value}
        title={value}
        aria-label={label}
        aria-invalid={problem !== null}
        maxLength={maxLength}
        spellCheck={false}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') setDraft(null);
        }}
      />
      {problem ? (
        <span className={styles.refused} role="alert">
          {problem}
        </span>
      ) : null}
    </span>
  );
}
