// What a zip holds comes out as it went in, and what could not be written is not handed out.

import { afterEach, expect, it, vi } from 'vitest';
import { openArchive } from '../../../../src/export/archive/openArchive.ts';
import { packArchive } from '../../../../src/export/archive/packArchive.ts';
import { DATE } from '../../../support/portableProjects.ts';

afterEach(() => vi.restoreAllMocks());

it('takes bytes, Blobs and text, of any length', async () => {
  // Longer than what is held before it is put aside.
  const long = Uint8Array.from({ length: 20_000_000 }, (_, i) => (i * 7 + (i >> 9)) % 256);
  const archive = await packArchive(
    [
      { path: 'text.md', data: 'ü' },
      { path: 'long.bin', data: long },
      { path: 'blob.jpg', data: new Blob([long.subarray(0, 70_000)]) },
      { path: 'stored.txt', data: 'as it is', compress: false },
    ],
    { date: DATE },
  );
  const [text, bytes, blob, stored] = await openArchive(archive);
  expect(Buffer.from((await text?.read()) ?? []).toString()).toBe('ü');
  expect(Buffer.from((await bytes?.read()) ?? []).equals(long)).toBe(true);
  expect(Buffer.from((await blob?.read()) ?? []).equals(long.subarray(0, 70_000))).toBe(true);
  expect(Buffer.from((await stored?.read()) ?? []).toString()).toBe('as it is');
});

it('refuses two entries of one path', async () => {
  const twice = [
    { path: 'a', data: '1' },
    { path: 'a', data: '2' },
  ];
  await expect(packArchive(twice, { date: DATE })).rejects.toThrow('already exists');
});

it('hands out no zip for which the browser had no room', async () => {
  vi.spyOn(Blob.prototype, 'slice').mockImplementation(() => {
    const broken = new Blob();
    broken.arrayBuffer = () => Promise.reject(new DOMException('', 'NotReadableError'));
    return broken;
  });
  await expect(packArchive([{ path: 'a', data: 'a' }], { date: DATE })).rejects.toMatchObject({
    code: 'archive-no-room',
  });
});

it('says that a file is gone which was a zip when it was chosen', async () => {
  const archive = await packArchive([{ path: 'a', data: 'a' }], { date: DATE });
  vi.spyOn(Blob.prototype, 'arrayBuffer').mockRejectedValue(new DOMException('', 'NotReadableError'));
  vi.spyOn(Blob.prototype, 'text').mockRejectedValue(new DOMException('', 'NotReadableError'));
  await expect(openArchive(archive)).rejects.toMatchObject({ code: 'archive-unreadable' });
});
