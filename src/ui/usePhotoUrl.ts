// A whole photo, as it came, for an <img>.

import { useEffect, useState } from 'react';
import type { PhotoKey } from '../store/project.ts';
import { useApp } from './appContext.ts';

/** @returns undefined until its bytes are there, or when they cannot be had */
export function usePhotoUrl(key: PhotoKey): string | undefined {
  const { files } = useApp();
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    let made: string | undefined;
    let stale = false;
    files
      .read(key)
      .then((file) => {
        if (stale) return;
        made = URL.createObjectURL(file);
        setUrl(made);
      })
      .catch(() => undefined);
    return () => {
      stale = true;
      setUrl(undefined);
      // A little later, because the picture may still be loading when its photo is no longer shown.
      if (made !== undefined) setTimeout(URL.revokeObjectURL, 5_000, made);
    };
  }, [files, key]);
  return url;
}
