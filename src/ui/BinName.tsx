// A bin's name is a field that looks like a heading until it is touched.

import { useState } from 'react';
import { type Bin, isFreeLabel } from '../store/project.ts';
import { useApp, useProject } from './appContext.ts';
import styles from './BinCard.module.css';

export function BinName({ bin }: { readonly bin: Bin }) {
  const { actions } = useApp();
  const project = useProject();
  const [draft, setDraft] = useState<string | null>(null);
  const refused =
    draft !== null && draft.trim().toLowerCase() !== bin.label.toLowerCase() && !isFreeLabel(project, draft);

  const commit = () => {
    if (draft !== null && !refused) actions.renameBin(bin.id, draft);
    setDraft(null);
  };

  return (
    <span className={styles.name}>
      <input
        value={draft ?? bin.label}
        aria-label={`Name of the bin ${bin.label}`}
        aria-invalid={refused}
        maxLength={40}
        spellCheck={false}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') setDraft(null);
        }}
      />
      {refused ? (
        <span className={styles.refused} role="alert">
          {draft.trim() === '' ? 'A bin needs a name.' : 'That name is taken.'}
        </span>
      ) : null}
    </span>
  );
}
