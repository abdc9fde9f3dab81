// What could not be read is handed out as it was, in a zip that any unpacker opens.

import { expect, it } from 'vitest';
import { openArchive } from '../../../src/export/archive/openArchive.ts';
import { packArchive } from '../../../src/export/archive/packArchive.ts';
import { asideEntries } from '../../../src/export/asideEntries.ts';

it('has a folder per record, with the record and the photos that it names', async () => {
  const record = { id: 'x', name: 'Cars', bins: null, settings: { C: Number.NaN }, photos: [null] };
  const jpeg = new Blob(['one'], { type: 'image/jpeg' });
  const png = new Blob(['two'], { type: 'image/png' });
  const records = [
    {
      name: 'Cars',
      reason: 'no bins',
      at: 0,
      value: { ...record, photos: [{ key: 'photo-1', name: '../käfer.jpg' }, { key: 'photo-2' }] },
      photos: [['photo-1', jpeg] as const, ['photo-2', png] as const],
    },
    { name: 'Cars', reason: 'no text', at: 1000, value: 'CON', photos: [] },
  ];
  const zip = await packArchive(asideEntries(records), { date: new Date(0) });
  const files = new Map<string, string>();
  for (const file of await openArchive(zip)) {
    files.set(file.path, new TextDecoder().decode(await file.read()));
  }
  expect([...files.keys()]).toEqual([
    'Cars/record.json',
    'Cars/_.._käfer.jpg',
    'Cars/photo-2.png',
    'Cars (2)/record.json',
  ]);
  expect(files.get('Cars/_.._käfer.jpg')).toBe('one');
  expect(JSON.parse(files.get('Cars/record.json') ?? '')).toMatchObject({
    name: 'Cars',
    reason: 'no bins',
    setAside: '1970-01-01T00:00:00.000Z',
    record: { bins: null, settings: { C: 'NaN' } },
  });
});
