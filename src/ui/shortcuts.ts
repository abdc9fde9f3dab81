// How keys are called on this system.

import { words } from './words/words.ts';

interface Shortcut {
  /** As people read it: `Ctrl+Z`, on Apple's systems `⌘Z`. */
  readonly shown: string;
  /** As `aria-keyshortcuts` wants it. */
  readonly spoken: string;
}

/** @param platform as the browser names it */
export function shortcut(key: string, shift = false, platform = navigator.platform): Shortcut {
  const isApple = /Mac|iPhone|iPad/.test(platform);
  const names = words.common;
  return {
    shown: isApple
      ? `${shift ? '⇧' : ''}⌘${key}`
      : `${names.control}+${shift ? `${names.shift}+` : ''}${key}`,
    spoken: `${isApple ? 'Meta' : 'Control'}+${shift ? 'Shift+' : ''}${key}`,
  };
}
