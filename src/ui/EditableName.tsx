// A name that looks like a heading until it is touched, and is then a field. What was typed and cannot be taken stays
// in it, with the reason, until it is mended or given up.

import { useId, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import styles from './EditableName.module.css';
import panel from './panel.module.css';
import { words } from './words/words.ts';

interface Props {
  readonly value: string;
  /** For who does not see where it stands. */
  readonly label: string;
  /** Why it cannot be called that; null when it can. */
  readonly problemOf: (draft: string) => string | null;
  /** Called with names only that have no problem. */
  readonly onCommit: (name: string) => void;
}

interface Draft {
  readonly text: string;
  /** The name that it was to replace. Once that is another one, the draft is of no use. */
  readonly of: string;
  /** Why it was not taken, when that was tried. */
  readonly refused: string | null;
}

export function EditableName({ value, label, problemOf, onCommit }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const reason = useId();
  const [kept, setDraft] = useState<Draft | null>(null);
  const draft = kept?.of === value ? kept : null;
  const refused = draft?.refused ?? null;
  const wrong = draft && problemOf(draft.text);
  const problem = refused ?? wrong;

  const leave = () => {
    if (draft === null) return;
    // Where nothing is typed, nothing is to be mended: the name stands there again, and why stands below it.
    if (draft.text.trim() === '') setDraft({ text: value, of: value, refused: wrong });
    else if (wrong !== null) setDraft({ ...draft, refused: wrong });
    else {
      onCommit(draft.text);
      setDraft(null);
    }
  };

  return (
    <span className={styles.name}>
      <input
        ref={field}
        value={draft?.text ?? value}
        placeholder={value}
        title={value}
        aria-label={label}
        aria-invalid={wrong !== null}
        aria-describedby={problem === null ? undefined : reason}
        spellCheck={false}
        onChange={(event) => setDraft({ text: event.target.value, of: value, refused: null })}
        onFocus={() => setDraft((latest) => latest && { ...latest, refused: null })}
        onBlur={leave}
        onKeyDown={(event) => {
          // While a Chinese or Japanese word is being chosen, Enter chooses it.
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
            if (draft && wrong !== null) setDraft({ ...draft, refused: wrong });
            // On a phone the keyboard has to go; with one of its own, whoever types goes on from here.
            else if (matchMedia('(pointer: coarse)').matches) event.currentTarget.blur();
            else leave();
          }
          if (event.key === 'Escape') setDraft(null);
        }}
      />
      <span className={styles.refused} data-name-refused={problem === null ? undefined : ''}>
        {/* There before it is filled: what appears together with its words is not read out. */}
        <span id={reason} aria-live="polite">
          {problem}
          {refused === null ? '' : ` ${words.page.names.still(value)}`}
        </span>
        {refused === null ? null : (
          <>
            {' '}
            <Button
              className={panel.link ?? ''}
              onPress={({ pointerType }) => {
                setDraft(null);
                // On a phone that would bring up its keyboard.
                if (pointerType !== 'touch') field.current?.focus();
              }}
            >
              {words.page.names.leave}
            </Button>
          </>
        )}
      </span>
    </span>
  );
}
