// In which language the page speaks: in the status bar, where there is more than one.

import { useEffect, useRef } from 'react';
import { useApp } from './appContext.ts';
import styles from './LanguageSelect.module.css';
import { isKnown } from './words/firstLanguage.ts';
import { useLanguage } from './words/InLanguage.tsx';
import { LANGUAGES } from './words/language.ts';
import { words } from './words/words.ts';

export function LanguageSelect({ className }: { readonly className: string | undefined }) {
  const { actions } = useApp();
  const { language, isChosen, choose } = useLanguage();
  const field = useRef<HTMLSelectElement>(null);
  const offered = Object.entries(LANGUAGES);

  useEffect(() => {
    // All of the page is new, this field too: who has just used it is still there.
    if (isChosen) field.current?.focus();
  }, [isChosen]);

  if (offered.length < 2) return null;
  return (
    <span className={className}>
      <select
        ref={field}
        className={styles.select}
        aria-label={words.page.status.language}
        value={language}
        data-language=""
        onChange={({ target: { value } }) => {
          if (isKnown(value)) choose(value).catch(() => actions.notify({ kind: 'no-language' }));
        }}
      >
        {offered.map(([tag, { name }]) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}
