// What a JPEG says of its pixels, however much lies before it: cameras write megabytes of extras first.
// Source: ITU-T T.81, B.2.2, and T.87 for JPEG-LS. Whatever else lies between segments is passed over as libjpeg does.

export interface JpegFrame {
  /** Of its stored pixels. */
  readonly width: number;
  readonly height: number;
  /** A kind that not every browser decodes, by name; null for the usual ones. */
  readonly rare: string | null;
}

/** By the marker of the frame's header; null for what everybody decodes. */
const FRAMES: ReadonlyMap<number, string | null> = new Map([
  [0xc0, null],
  [0xc1, null],
  [0xc2, null],
  [0xc3, 'lossless JPEG'],
  [0xc5, 'hierarchical JPEG'],
  [0xc6, 'hierarchical JPEG'],
  [0xc7, 'hierarchical JPEG'],
  [0xc9, 'arithmetic-coded JPEG'],
  [0xca, 'arithmetic-coded JPEG'],
  [0xcb, 'lossless JPEG'],
  [0xcd, 'hierarchical JPEG'],
  [0xce, 'hierarchical JPEG'],
  [0xcf, 'hierarchical JPEG'],
  [0xf7, 'JPEG-LS'],
]);
const SCAN = 0xda;
const END = 0xd9;

/** @returns null where it ends, or its pixels begin, before it has said so */
export function readJpegFrame(bytes: Uint8Array): JpegFrame | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = bytes.indexOf(0xff, 2);
  while (at >= 0) {
    // Any number of them may stand before a marker.
    while (bytes[at] === 0xff) at++;
    const marker = bytes[at] ?? END;
    at++;
    if (marker === SCAN || marker === END) return null;
    const rare = FRAMES.get(marker);
    if (rare !== undefined) return at + 7 <= bytes.length ? frameAt(view, at, rare) : null;
    if (!standsAlone(marker)) {
      if (at + 2 > bytes.length) return null;
      at += view.getUint16(at);
    }
    at = bytes.indexOf(0xff, at);
  }
  return null;
}

function frameAt(view: DataView, at: number, rare: string | null): JpegFrame {
  const bits = view.getUint8(at + 2);
  const height = view.getUint16(at + 3);
  const width = view.getUint16(at + 5);
  return { width, height, rare: rare ?? (bits === 8 ? null : `${bits}-bit JPEG`) };
}

/** Without a length: stuffing, TEM, restarts and the start. */
const standsAlone = (marker: number): boolean => marker < 2 || (marker >= 0xd0 && marker <= 0xd8);
