// Where keys have a meaning of their own: what is typed, menus that look for what begins with it, talk mode.

const TYPED_INTO =
  'input:not([type="checkbox"], [type="range"], [type="file"]), textarea, select, [contenteditable], [role="menu"], [role="listbox"], [role="dialog"], dialog';

export const isTypedInto = ({ target }: KeyboardEvent): boolean =>
  target instanceof Element && target.closest(TYPED_INTO) !== null;
