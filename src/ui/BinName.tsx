// A bin's name is a field that looks like a heading until it is touched.

import { useState } from 'react';
import { type Bin, LONGEST_LABEL, labelProblem } from '../store/project.ts';
import { useApp, useProject } from './appContext.ts';
import styles from './BinCard.module.css';

const PROBLEMS = {
  empty: 'A bin needs a name.',
  taken: 'That name is taken.',
  reserved: 'That word has another meaning here.',
} as const;

export function BinName({ bin }: { readonly bin: Bin }) {
  const { actions } = useApp();
  const project = useProject();
  const [draft, setDraft] = useState<string | null>(null);
  const problem = draft === null ? null : labelProblem(project, bin.id, draft);

  const commit = () => {
    if (draft !== null && problem === null) actions.renameBin(bin.id, draft);
    setDraft(null);
  };

  return (
    <span className={styles.name}>
      <input
        value={draft ?? bin.label}
        aria-label={`Name of the bin ${bin.label}`}
        aria-invalid={problem !== null}
        maxLength={LONGEST_LABEL}
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
          {PROBLEMS[problem]}
        </span>
      ) : null}
    </span>
  );
}
