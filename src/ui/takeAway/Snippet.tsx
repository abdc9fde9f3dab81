// For web developers: the classifier in a page of their own, as code to copy.

import { useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { copyText } from '../copyText.ts';
import panel from '../panel.module.css';
import { shortcut } from '../shortcuts.ts';
import { words } from '../words/words.ts';
import styles from './Snippet.module.css';
import { SNIPPET } from './snippet.ts';

type Copying = 'not yet' | 'copied' | 'refused';

export function Snippet() {
  const code = useRef<HTMLElement>(null);
  const [copying, setCopying] = useState<Copying>('not yet');

  const copy = () => {
    copyText(SNIPPET).then(
      () => setCopying('copied'),
      () => {
        // By hand, then.
        if (code.current) getSelection()?.selectAllChildren(code.current);
        setCopying('refused');
      },
    );
  };

  return (
    <div className={styles.snippet}>
      <div className={styles.header}>
        <h3 className={styles.title}>{words.takeAway.snippet.title}</h3>
        <span className={styles.said} role="status">
          {copying === 'copied'
            ? words.takeAway.snippet.copied
            : copying === 'refused'
              ? words.takeAway.snippet.selected(shortcut('C').shown)
              : ''}
        </span>
        <Button className={panel.button ?? ''} onPress={copy}>
          {words.takeAway.snippet.copy}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={styles.code} tabIndex={0} aria-label={words.takeAway.snippet.name}>
        <pre>
          <code ref={code}>{SNIPPET}</code>
        </pre>
      </section>
    </div>
  );
}
