// biome-ignore-all lint/suspicious/noControlCharactersInRegex: file signatures are control characters
// What a file is, by its first bytes: names and declared types lie, and image-size alone would take any text that
// begins with "BM" for a picture and miss AVIF under a general brand.
// Source: WHATWG MIME Sniffing, section 6, and each format's specification for what it leaves out.

export type PhotoSignature =
  /** Every current browser decodes it. */
  | { readonly kind: 'decodable'; readonly mediaType: string }
  /** A photo, but only some browsers decode it (Safari: HEIC, TIFF, JPEG XL): trying is the only way to know. */
  | { readonly kind: 'maybe'; readonly mediaType: string; readonly type: string }
  /** An image that no browser decodes. */
  | { readonly kind: 'unsupported'; readonly type: string }
  | { readonly kind: 'svg' }
  /** No image; `found` says what it looks like, when known. */
  | { readonly kind: 'other'; readonly found?: string };

/** How much of a file's start decides. An SVG's or HTML's first element may come after a long licence comment. */
const HEAD_BYTES = 16_384;

const decodable = (mediaType: string): PhotoSignature => ({ kind: 'decodable', mediaType });
const maybe = (mediaType: string, type: string): PhotoSignature => ({ kind: 'maybe', mediaType, type });
const unsupported = (type: string): PhotoSignature => ({ kind: 'unsupported', type });
const other = (found: string): PhotoSignature => ({ kind: 'other', found });

/** First bytes, one character a byte; a dot stands for any byte. */
const SIGNATURES: readonly (readonly [RegExp, PhotoSignature])[] = [
  [/^\xff\xd8\xff/, decodable('image/jpeg')],
  [/^\x89PNG\r\n\x1a\n/, decodable('image/png')],
  [/^GIF8[79]a/, decodable('image/gif')],
  [/^RIFF....WEBP/s, decodable('image/webp')],
  // Reserved fields zero and a known header size, since two letters alone also begin a text.
  [/^BM....\0\0\0\0....[\x0c\x28\x34\x38\x40\x6c\x7c]\0\0\0/s, decodable('image/bmp')],
  [/^\0\0\x01\0[^\0]\0/, decodable('image/x-icon')],
  [/^(?:II\*\0|MM\0\*|II\+\0|MM\0\+)/, maybe('image/tiff', 'TIFF')],
  [/^(?:\xff\x0a|\0\0\0\x0cJXL \r\n\x87\n)/, maybe('image/jxl', 'JPEG XL')],
  [/^(?:\0\0\0\x0cjP {2}\r\n\x87\n|\xff\x4f\xff\x51)/, maybe('image/jp2', 'JPEG 2000')],
  [/^8BP[SB]/, unsupported('PSD')],
  [/^(?:IIU\0|IIR[OS]|FUJIFILMCCD-RAW)/, unsupported('camera raw')],
  [/^P[1-7]\s+(?:#|\d|WIDTH)/, unsupported('PNM')],
  [/^DDS /, unsupported('DDS')],
  [/^icns/, unsupported('ICNS')],
  [/^gimp xcf/, unsupported('XCF')],
  [/^%!PS/, other('PostScript')],
  [/^%PDF-/, other('PDF')],
  [/^PK\x03\x04/, other('ZIP')],
  [/^\x1f\x8b/, other('gzip')],
  [/^(?:\x1aE\xdf\xa3|RIFF....AVI )/s, other('video')],
  [/^(?:ID3|OggS|fLaC|RIFF....WAVE)/s, other('audio')],
  [/^\0{64}/, other('zeros')],
];

/** @param bytes the whole file or at least its first 16 KiB. Never throws. */
export function readSignature(bytes: Uint8Array): PhotoSignature {
  const head = bytes.subarray(0, HEAD_BYTES);
  const start = String.fromCharCode(...head.subarray(0, 64));
  if (start.slice(4, 8) === 'ftyp') return isoMedia(head);
  return SIGNATURES.find(([pattern]) => pattern.test(start))?.[1] ?? text(head) ?? { kind: 'other' };
}

/** ISO base media files (ISO/IEC 14496-12): AVIF, HEIC, camera raws and videos differ by their brands only. */
function isoMedia(head: Uint8Array): PhotoSignature {
  const size = new DataView(head.buffer, head.byteOffset).getUint32(0);
  const brands = String.fromCharCode(...head.subarray(8, Math.min(Math.max(size, 12), 256))).match(/.{4}/gs);
  const has = (...wanted: readonly string[]) => brands?.some((brand) => wanted.includes(brand)) ?? false;
  if (has('avif', 'avis')) return decodable('image/avif');
  if (has('heic', 'heix', 'heim', 'heis', 'hevc', 'hevx')) return maybe('image/heic', 'HEIC');
  if (has('mif1', 'msf1')) return maybe('image/heif', 'HEIF');
  return has('crx ') ? unsupported('camera raw') : other('video');
}

/** Text, by its first element if it has one; undefined when the bytes are no text. */
function text(head: Uint8Array): PhotoSignature | undefined {
  const decoded = decodeText(head);
  if (decoded === undefined) return undefined;
  const element = /<(?:\w+:)?([a-z]\w*)[\s/>]/i.exec(decoded.replace(/<!--[\s\S]*?-->/g, ''))?.[1];
  if (!decoded.trimStart().startsWith('<') || element === undefined) return other('text');
  if (element.toLowerCase() === 'svg') return { kind: 'svg' };
  return other(element.toLowerCase() === 'html' ? 'HTML' : 'XML');
}

/** UTF-8 or UTF-16 with its mark; undefined where bytes or control characters say that this is no text. */
function decodeText(head: Uint8Array): string | undefined {
  const mark = ((head[0] ?? 0) << 8) | (head[1] ?? 0);
  const encoding = mark === 0xfeff ? 'utf-16be' : mark === 0xfffe ? 'utf-16le' : 'utf-8';
  try {
    // "stream" forgives a character cut in two at the end of the head.
    const decoded = new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true });
    return /[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(decoded) ? undefined : decoded;
  } catch {
    return undefined; // The decoder's way of saying no; what the bytes are instead stays unknown.
  }
}
