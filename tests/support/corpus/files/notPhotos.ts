// What is no photo that a browser decodes, whatever its name says.

import { gzipSync } from 'node:zlib';
import { fixtureBytes, noPhoto, type OddFile, odd, refused, unsupported } from '../oddFile.ts';
import { type Bytes, filled, join, noise, u16, u32, u32le } from '../writers/bytes.ts';
import { box, brands } from '../writers/containers.ts';

const utf8 = (text: string): Bytes => new Uint8Array(new TextEncoder().encode(text));
const text = (name: string, oddity: string, found: string, words: string): OddFile =>
  odd(name, oddity, noPhoto(found), () => utf8(words));
const start = (name: string, oddity: string, found: string | undefined, first: string): OddFile =>
  odd(name, oddity, noPhoto(found), () => join(first, noise(400)));
const svg = (name: string, oddity: string, body: string): OddFile =>
  odd(name, oddity, refused('photo-svg'), () =>
    utf8(`<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60">${body}</svg>\n`),
  );
const rare = (name: string, type: string, first: string): OddFile =>
  odd(name, type, unsupported(type), () => join(first, noise(400)));

export const DRAWINGS: readonly OddFile[] = [
  svg(
    'script.svg',
    'an SVG with a script',
    '<script>document.title = "taken over"; fetch("/taken-over")</script>',
  ),
  svg(
    'external.svg',
    'an SVG that refers to elsewhere',
    '<image href="/taken-over.png"/><use href="/taken-over.svg#a"/><style>@import "/taken-over.css";</style>',
  ),
  svg(
    'foreign.svg',
    'an SVG with a page inside',
    '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="/taken-over"/></foreignObject>',
  ),
  svg('svg-named.png', 'an SVG, named .png', '<path d="M0 0h9v9z"/>'),
  odd('entities.svg', 'an SVG with entities that grow without end', refused('photo-svg'), () =>
    utf8(
      '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>',
    ),
  ),
  odd(
    'packed.svgz',
    'a packed SVG',
    noPhoto('gzip'),
    () => new Uint8Array(gzipSync('<svg xmlns="http://www.w3.org/2000/svg"/>')),
  ),
];

const HEIC = brands('heic', 'mif1', 'heic');
export const RARE: readonly OddFile[] = [
  odd('photo.heic', 'HEIC, as phones write it', unsupported('HEIC'), () => fixtureBytes('photo.heic')),
  odd('heic-named.jpg', 'HEIC, named .jpg', unsupported('HEIC'), () => join(HEIC, box('mdat', noise(500)))),
  odd('burst.heics', 'a sequence of HEVC pictures', unsupported('HEIC'), () =>
    join(brands('msf1', 'hevc', 'iso8'), box('mdat', noise(500))),
  ),
  odd('heif.heif', 'HEIF of an unknown coding', unsupported('HEIF'), () =>
    join(brands('mif1', 'mif1', 'unci'), box('mdat', noise(500))),
  ),
  odd('photo.tif', 'TIFF', unsupported('TIFF'), () => fixtureBytes('photo.tif')),
  rare('big.tif', 'TIFF', 'MM\0+\0\x08\0\0'),
  rare('raw.dng', 'TIFF', 'II*\0\x08\0\0\0'),
  odd('in-a-ring.tif', 'a TIFF directory that names itself as the next', unsupported('TIFF'), () =>
    join('MM\0*', u32(8), u16(0), u32(8)),
  ),
  rare('photo.jxl', 'JPEG XL', '\xff\x0a\xfa\x7f\x01'),
  odd('boxed.jxl', 'JPEG XL in boxes, one of no length', unsupported('JPEG XL'), () =>
    join('\0\0\0\x0cJXL \r\n\x87\n', brands('jxl ', 'jxl '), box('jxlc', noise(100), 0), box('jxlp', [], 0)),
  ),
  rare('photo.jp2', 'JPEG 2000', '\0\0\0\x0cjP  \r\n\x87\n'),
  rare('photo.psd', 'PSD', '8BPS\0\x01'),
  rare('raw.cr3', 'camera raw', '\0\0\0\x18ftypcrx \0\0\0\x01crx isom'),
  rare('raw.raf', 'camera raw', 'FUJIFILMCCD-RAW '),
  rare('photo.ppm', 'PNM', 'P6\n8 8\n255\n'),
  rare('texture.dds', 'DDS', 'DDS \x7c\0\0\0'),
  rare('icon.icns', 'ICNS', 'icns\0\0\x02\0'),
  rare('photo.xcf', 'XCF', 'gimp xcf v011\0'),
];

export const NO_PHOTOS: readonly OddFile[] = [
  odd('empty.jpg', 'no bytes', refused('photo-empty'), () => filled(0)),
  odd('one-byte.jpg', 'one byte', noPhoto(), () => filled(1, 0xff)),
  odd('zeros.jpg', '4096 zeros, as after a crash', noPhoto('zeros'), () => filled(4096)),
  odd('noise.jpg', 'noise', noPhoto(), () => noise(4096, 7)),
  text('text.jpg', 'text, named .jpg', 'text', 'Not a photo, whatever its name says: naïve.\n'),
  text(
    'pointer.jpg',
    'a pointer of Git LFS in place of the photo',
    'text',
    'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 12345\n',
  ),
  text(
    'not-found.jpg',
    'a server’s answer, saved as a photo',
    'HTML',
    '<!doctype html>\n<html><title>404</title><body><script>document.title = "taken over"</script></body></html>\n',
  ),
  text('page.png', 'HTML, named .png', 'HTML', '<html><body><img src="/taken-over.png"></body></html>'),
  text('data.webp', 'XML, named .webp', 'XML', '<?xml version="1.0"?><data/>'),
  text(
    'bm.bmp',
    'text that begins with BM',
    'text',
    'BMW and other cars that begin with the same two letters as a bitmap does\n',
  ),
  odd('utf-16.jpg', 'text in UTF-16', noPhoto('text'), () =>
    join(
      [0xff, 0xfe],
      [...'no photo'].flatMap((c) => [c.charCodeAt(0), 0]),
    ),
  ),
  start('document.jpg', 'PDF, named .jpg', 'PDF', '%PDF-1.7\n'),
  start('drawing.eps', 'PostScript', 'PostScript', '%!PS-Adobe-3.0 EPSF-3.0\n'),
  start('archive.jpg', 'ZIP, named .jpg', 'ZIP', 'PK\x03\x04\x14\0\0\0'),
  start('letter.png', 'a letter (a ZIP inside), named .png', 'ZIP', 'PK\x03\x04\x14\0\x06\0'),
  odd('clip.jpg', 'a video, named .jpg', noPhoto('video'), () =>
    join(brands('mp42', 'isom', 'mp42'), box('mdat', noise(500))),
  ),
  odd('live.jpg', 'a live photo’s video, named .jpg', noPhoto('video'), () =>
    join(brands('qt  ', 'qt  '), box('mdat', noise(500))),
  ),
  start('clip.webm', 'a video', 'video', '\x1aE\xdf\xa3'),
  start('clip.avi', 'a video', 'video', 'RIFF\x40\0\0\0AVI LIST'),
  start('sound.jpg', 'sound, named .jpg', 'audio', 'ID3\x04\0'),
  start('program.jpg', 'a program, named .jpg', undefined, 'MZ\x90\0\x03\0\0\0'),
  start('shortcut.jpg', 'a shortcut of Windows, named .jpg', undefined, 'L\0\0\0\x01\x14\x02\0'),
  start('alias.jpg', 'an alias of macOS, named .jpg', undefined, 'book\0\0\0\0mark'),
  start('database.jpg', 'a database, named .jpg', undefined, 'SQLite format 3\0'),
  odd('fork.jpg', 'macOS’ resource fork under a photo’s name', noPhoto(), () =>
    join([0, 5, 0x16, 7, 0, 2, 0, 0], 'Mac OS X        ', noise(200)),
  ),
  odd('riff.webp', 'a RIFF that is nothing more', noPhoto(), () => join('RIFF', u32le(4), 'WEBQ')),
];
