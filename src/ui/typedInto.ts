// Where keys have a meaning of their own: what is typed, menus that look for what begins with it, talk mode.

const TYPED_INTO =
  'input:not([type="checkbox"], [type="range"], [type="file"]), textarea, select, [contenteditable], [role="menu"], [role="listbox"], [role="dialog"], dialog';

const TEXT_FIELD = 'input:not([type="checkbox"], [type="range"], [type="file"]), textarea, [contenteditable]';

const isWithin = ({ target }: KeyboardEvent, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null;

/** It has an undo and a delete of its own. */
export const isInTextField = (event: KeyboardEvent): boolean => isWithin(event, TEXT_FIELD);

export const isTypedInto = (event: KeyboardEvent): boolean => isWithin(event, TYPED_INTO);

/** Something lies over the page: photos that nobody sees then are not to come or go by a key. */
export const isBehindDialog = (): boolean => document.querySelector('dialog[open], [role="dialog"]') !== null;
