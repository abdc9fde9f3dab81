// The few drawings that the page needs, in the line of its text.

import type { ReactNode } from 'react';

function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <svg
      aria-hidden="true"
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  );
}

export const MoreIcon = () => (
  <Icon>
    <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2.4" />
  </Icon>
);

export const PlusIcon = () => (
  <Icon>
    <path d="M8 3v10M3 8h10" />
  </Icon>
);

export const UndoIcon = () => (
  <Icon>
    <path d="M6 3 3 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H6" />
  </Icon>
);

export const RedoIcon = () => (
  <Icon>
    <path d="m10 3 3 3-3 3M13 6H6.5a3.5 3.5 0 0 0 0 7H10" />
  </Icon>
);

export const ThemeIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="5.5" />
    <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" stroke="none" />
  </Icon>
);

export const CloseIcon = () => (
  <Icon>
    <path d="m4 4 8 8M12 4l-8 8" />
  </Icon>
);

export const WarningIcon = () => (
  <Icon>
    <path d="M8 2.5 14 13H2zM8 6.5v3M8 11.3v.01" />
  </Icon>
);

export const DownIcon = () => (
  <Icon>
    <path d="m4.5 6.5 3.5 3.5 3.5-3.5" />
  </Icon>
);

export const TakeAwayIcon = () => (
  <Icon>
    <path d="M8 2.5v7.5M5 7.2l3 3 3-3M3 13h10" />
  </Icon>
);

export const CameraIcon = () => (
  <Icon>
    <path d="M2 5h2.6l1.2-1.8h4.4L11.4 5H14v8H2z" />
    <circle cx="8" cy="8.8" r="2.3" />
  </Icon>
);

export const AgainIcon = () => (
  <Icon>
    <path d="M12.4 5.2A5.2 5.2 0 1 0 13.2 8.8M12.7 2.3v3.2H9.5" />
  </Icon>
);
