// How keys are called on this system.

interface Shortcut {
  /** As people read it: `Ctrl+Z`, on Apple's systems `⌘Z`. */
  readonly shown: string;
  /** As `aria-keyshortcuts` wants it. */
  readonly spoken: string;
}

/** @param platform as the browser names it */
export function shortcut(key: string, shift = false, platform = navigator.platform): Shortcut {
  const isApple = /Mac|iPhone|iPad/.test(platform);
  return {
    shown: isApple ? `${shift ? '⇧' : ''}⌘${key}` : `Ctrl+${shift ? 'Shift+' : ''}${key}`,
    spoken: `${isApple ? 'Meta' : 'Control'}+${shift ? 'Shift+' : ''}${key}`,
  };
}
