// Opens talk mode: by its button, by one key, or by an address that ends in #talk. Its code comes when it is asked for.

import { type ComponentType, useCallback, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { createPortal } from 'react-dom';
import { useApp } from '../appContext.ts';
import panel from '../panel.module.css';
import { isTypedInto } from '../typedInto.ts';
import { words } from '../words/words.ts';
import { putInAddress, storyIn } from './talkAddress.ts';

/** The one key. */
const KEY = 't';

type Talk = ComponentType<{ readonly onClose: () => void }>;

export function TalkButton() {
  const { actions } = useApp();
  const [isOpen, setOpen] = useState(() => storyIn(location.hash) !== null);
  const [talk, setTalk] = useState<{ readonly Talk: Talk } | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const open = useCallback(() => setOpen(true), []);
  const close = useCallback(() => {
    setOpen(false);
    if (storyIn(location.hash) !== null) putInAddress(null);
    // Where nothing had the focus before, it would go to what had it last: perhaps a field that is typed into.
    if (document.activeElement?.matches('body, dialog, dialog *'))
      button.current?.focus({ preventScroll: true });
  }, []);

  useEffect(() => {
    const onAddress = () => setOpen(storyIn(location.hash) !== null);
    window.addEventListener('hashchange', onAddress);
    return () => window.removeEventListener('hashchange', onAddress);
  }, []);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== KEY || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTypedInto(event)) return;
      event.preventDefault();
      open();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [open]);

  useEffect(() => {
    if (!isOpen || talk) return;
    import('./TalkMode.tsx').then(
      ({ TalkMode }) => setTalk({ Talk: TalkMode }),
      () => {
        close();
        actions.notify({ kind: 'no-talk' });
      },
    );
  }, [isOpen, talk, actions, close]);

  return (
    <>
      <Button
        ref={button}
        className={panel.button ?? ''}
        onPress={open}
        data-talk-button=""
        render={(props) => (
          <button
            {...props}
            title={words.page.withKeys(words.talk.aboutOpen, KEY.toUpperCase())}
            aria-keyshortcuts={KEY.toUpperCase()}
          />
        )}
      >
        {words.talk.open}
      </Button>
      {isOpen && talk ? createPortal(<talk.Talk onClose={close} />, document.body) : null}
    </>
  );
}
