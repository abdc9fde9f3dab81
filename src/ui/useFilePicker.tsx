// Opens the system's file dialog. Its one input stays in the page, for whoever drives it by hand or by script.

import { type ReactNode, useRef } from 'react';
import panel from './panel.module.css';

interface Options {
  readonly onFiles: (files: readonly File[]) => void;
  /** What the dialog offers first; what a file really is, is read from its first bytes. */
  readonly accept?: string;
  readonly folder?: boolean;
  readonly single?: boolean;
  /** For whoever looks for the input from outside. */
  readonly data?: Readonly<Record<`data-${string}`, string>>;
}

interface FilePicker {
  readonly open: () => void;
  /** To be placed somewhere inside the element that the files belong to. */
  readonly input: ReactNode;
}

export function useFilePicker({
  onFiles,
  accept = 'image/*',
  folder = false,
  single = false,
  data = {},
}: Options): FilePicker {
  const ref = useRef<HTMLInputElement>(null);
  return {
    open: () => ref.current?.click(),
    input: (
      <input
        ref={ref}
        className={panel.unseen}
        type="file"
        multiple={!single}
        accept={accept}
        aria-hidden
        tabIndex={-1}
        {...(folder ? { webkitdirectory: '' } : {})}
        {...data}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file can be chosen again.
          event.target.value = '';
        }}
      />
    ),
  };
}
