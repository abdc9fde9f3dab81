// The media type of a photo by the ending of its name, for files of which nothing else is known yet. What a file
// really is, the reader worker sees from its bytes.

const TYPES: ReadonlyMap<string, string> = new Map([
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['jfif', 'image/jpeg'],
  ['png', 'image/png'],
  ['apng', 'image/apng'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
  ['avif', 'image/avif'],
  ['bmp', 'image/bmp'],
  ['heic', 'image/heic'],
  ['heif', 'image/heif'],
  ['jxl', 'image/jxl'],
  ['tif', 'image/tiff'],
  ['tiff', 'image/tiff'],
]);

/** @returns undefined for a name that no photo has */
export const photoTypeOf = (path: string): string | undefined =>
  TYPES.get(/\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '');
