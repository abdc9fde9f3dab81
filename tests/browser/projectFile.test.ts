// The packer in its worker: projects out and in, the browser's own compression, and errors that keep their code.

import { afterAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../src/export/archive/openArchive.ts';
import type { ProjectSource } from '../../src/export/project/readProject.ts';
import type { PackerApi, PortableProject } from '../../src/workers/contract.ts';
import { WorkerClient } from '../../src/workers/workerClient.ts';
import { fetchShared, testWithShared } from '../support/sharedInBrowser.ts';

const LONG = 60_000;
const DATE = new Date(2026, 0, 2, 3, 4, 6);

const packer = new WorkerClient<PackerApi>({
  name: 'packer',
  spawn: () => new Worker(new URL('../../src/workers/packer.worker.ts', import.meta.url), { type: 'module' }),
});
afterAll(() => packer.stop());

const pack = (project: PortableProject) => packer.call((api) => api.packProject(project, DATE), LONG);
const read = (source: ProjectSource) => packer.call((api) => api.readProject(source), LONG);

const project: PortableProject = {
  name: 'Cars',
  settings: { features: 'pool5', C: 0.5, neither: false },
  bins: ['classic', 'with / and é'],
  photos: [
    {
      name: 'a.jpg',
      bin: 1,
      file: new File(['one'], 'a.jpg', { type: 'image/jpeg', lastModified: 1_700_000_000_000 }),
      credit: 'https://example.org/a',
    },
    { name: 'ü?.png', bin: null, file: new Blob(['two'], { type: 'image/png' }) },
    { name: '', bin: 0, file: new Blob([]) },
  ],
};

const bytesOf = async (file: Blob): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

async function projectJson(zip: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const document = (await openArchive(zip)).find(({ path }) => path === 'project.json');
  return (await document?.read()) ?? new Uint8Array(0);
}

describe('a project', () => {
  it('comes back as it was, and lives on when the worker does not', async () => {
    const file = await pack(project);
    expect(file.type).toBe('application/zip');
    const back = await read(file);
    packer.stop();
    expect(back).toMatchObject({ name: 'Cars', settings: project.settings, bins: project.bins });
    expect(back.photos.length).toBe(3);
    for (const [i, photo] of back.photos.entries()) {
      const { name, bin, credit, file: original } = project.photos[i] ?? {};
      expect([photo.name, photo.bin, photo.credit, photo.file.type]).toEqual([
        name,
        bin,
        credit,
        original?.type,
      ]);
      expect(await bytesOf(photo.file)).toEqual(await bytesOf(original ?? new Blob()));
    }
    expect(back.photos[0]?.file).toMatchObject({ name: 'a.jpg', lastModified: 1_700_000_000_000 });
  });

  it('comes back from the folder that it was unpacked to, without a photo and with one renamed', async () => {
    const document = await projectJson(await pack(project));
    const back = await read([
      { path: 'with _ and é/renamed.jpg', file: new File(['one'], 'renamed.jpg') },
      { path: 'project.json', file: new File([document], 'project.json') },
      { path: 'classic/photo', file: new File([], 'photo') },
    ]);
    packer.stop();
    expect(back).toMatchObject({
      name: 'Cars',
      settings: project.settings,
      bins: ['classic', 'with / and é'],
    });
    expect(back.missing).toEqual(['ü?.png']);
    expect(back.photos.map(({ name, bin, credit }) => [name, bin, credit])).toEqual([
      ['renamed.jpg', 1, 'https://example.org/a'],
      ['', 0, undefined],
    ]);
    expect(await bytesOf(back.photos[0]?.file ?? new Blob())).toEqual(new TextEncoder().encode('one'));
  });

  it('is the same file each time', async () => {
    expect(await bytesOf(await pack(project))).toEqual(await bytesOf(await pack(project)));
  });
});

describe('a bad file', () => {
  it('is refused with its code and the entry, and the worker goes on', async () => {
    const good = await pack(project);
    const bytes = await bytesOf(good);
    const spoiled = bytes.slice();
    const at = new TextDecoder('latin1').decode(bytes).indexOf('two');
    spoiled[at] = 0;
    await expect(read(new Blob([spoiled]))).rejects.toMatchObject({
      code: 'archive-damaged',
      detail: { entry: 'test/ü_.png' },
    });
    await expect(read(good.slice(0, good.size - 30))).rejects.toMatchObject({ code: 'archive-damaged' });
    await expect(read(new Blob(['no zip']))).rejects.toMatchObject({ code: 'archive-not-a-zip' });
    expect((await read(good)).photos.length).toBe(3);
  });

  it('stops a bomb that claims to be small at the size that it claims', async () => {
    const zeros = new Blob([new Uint8Array(20_000_000)]).stream();
    const packed = await new Response(zeros.pipeThrough(new CompressionStream('deflate-raw'))).blob();
    await expect(read(zipOf('project.json', await bytesOf(packed), 300))).rejects.toMatchObject({
      code: 'archive-damaged',
      detail: { entry: 'project.json', reason: 'Invalid uncompressed size' },
    });
  });
});

/** A zip of one deflated entry that claims to have `size` bytes. */
function zipOf(path: string, packed: Uint8Array, size: number): Blob {
  const name = new TextEncoder().encode(path);
  const facts = [20, 0, 8, 0, 0, 0, 0, packed.length, packed.length >>> 16, size, 0, name.length, 0];
  const local = Uint16Array.from([0x4b50, 0x0403, ...facts]);
  const listed = Uint16Array.from([0x4b50, 0x0201, 20, ...facts, 0, 0, 0, 0, 0, 0, 0]);
  const start = local.byteLength + name.length + packed.length;
  const end = Uint16Array.from([
    ...[0x4b50, 0x0605, 0, 0, 1, 1, listed.byteLength + name.length, 0, start, start >>> 16, 0],
  ]);
  return new Blob([local, name, Uint8Array.from(packed), listed, name, end]);
}

testWithShared('real photos come back byte for byte', async () => {
  const names = ['images/cat-with-tongue_224x224.jpg'];
  const files = await Promise.all(names.map(async (name) => (await fetchShared(name)).blob()));
  const back = await read(
    await pack({ ...project, photos: files.map((file, i) => ({ name: names[i] ?? '', bin: 0, file })) }),
  );
  for (const [i, { file }] of back.photos.entries()) {
    expect(await bytesOf(file)).toEqual(await bytesOf(files[i] ?? new Blob()));
  }
});
