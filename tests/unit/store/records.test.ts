// Records of every version can be read; what is none of ours is refused, and what is of the future is left alone.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { emptyProject } from '../../../src/store/project.ts';
import {
  type Damage,
  isOfNewerVersion,
  migrate,
  nameOfRecord,
  type ProjectRecord,
  RECORD_VERSION,
  readFeaturesRecord,
  readPictureRecord,
  readProjectRecord,
  writeProjectRecord,
} from '../../../src/store/storage/records.ts';

const FOLDER = fileURLToPath(new URL('../../fixtures/storage/', import.meta.url));
const fixture = (version: number): Record<string, unknown> =>
  JSON.parse(readFileSync(`${FOLDER}project-${version}.json`, 'utf8')) as Record<string, unknown>;
const versions = Array.from({ length: RECORD_VERSION }, (_, i) => i + 1);

describe('a record', () => {
  it('of every version there has been lies frozen in the fixtures', () => {
    const names = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
    expect(names.sort()).toEqual(versions.map((version) => `project-${version}.json`));
  });

  it.each(versions)('of version %i is read, and none of it lost', (version) => {
    const { project, sha256s, modelId, revision, changed, deleted } = readProjectRecord(fixture(version));
    expect(project).toEqual({
      id: 'project-0123456789abcdef01234567',
      name: 'Cars of two times',
      bins: [
        { id: 'bin-1', label: 'classic' },
        { id: 'bin-3', label: 'modern' },
      ],
      photos: [
        {
          key: 'photo-000000000000000000000001',
          name: 'käfer.jpg',
          place: 'bin-1',
          credit: 'https://example.org/photographer',
        },
        { key: 'photo-000000000000000000000002', name: 'new.png', place: 'bin-3' },
        { key: 'photo-000000000000000000000003', name: 'which.webp', place: 'tray' },
      ],
      settings: { features: 'pool5', C: 2.5, neither: false },
    });
    expect([...sha256s.keys()]).toEqual(['photo-000000000000000000000001', 'photo-000000000000000000000003']);
    expect({ modelId, revision, changed, deleted }).toEqual({
      modelId: 'inception-v1 uint8',
      revision: 7,
      changed: 1763900000000,
      deleted: null,
    });
  });

  it('is written as it was read', () => {
    const saved = readProjectRecord(fixture(RECORD_VERSION));
    const kept = new Set(saved.project.photos.map(({ key }) => key));
    expect(writeProjectRecord(saved, kept, 'tab-89abcdef0123456789abcdef')).toEqual(fixture(RECORD_VERSION));
  });

  it('names no photo that is not kept', () => {
    const saved = readProjectRecord(fixture(RECORD_VERSION));
    const { photos } = writeProjectRecord(saved, new Set(['photo-000000000000000000000002']), 'tab-1');
    expect(photos.map(({ name }) => name)).toEqual(['new.png']);
  });

  it('of a later version is said to be one, whatever else it holds', () => {
    const later = { version: RECORD_VERSION + 1, id: 'x', layers: [] };
    expect(isOfNewerVersion(later)).toBe(true);
    expect(isOfNewerVersion(fixture(1))).toBe(false);
    expect(() => readProjectRecord(later)).toThrow('storage-newer');
  });

  it.each<readonly [string, Record<string, unknown>]>([
    ['no version', { version: undefined }],
    ['a version that never was', { version: 0 }],
    ['a version that is no number', { version: '1' }],
    ['no id', { id: undefined }],
    ['no list of photos', { photos: { length: 1 } }],
    ['no list of bins', { bins: 'classic' }],
    ['no revision', { revision: 0 }],
  ])('with %s is refused', (_, change) => {
    expect(() => readProjectRecord({ ...fixture(1), ...change })).toThrow();
  });

  const badPhoto = { key: 'k', name: 'a', place: 'tray', sha256: 'abc' };
  it.each<readonly [string, string, (good: ProjectRecord) => object, Partial<Damage>]>([
    [
      'a price that is no number',
      'settings',
      ({ settings }) => ({ ...settings, C: Number.NaN }),
      { settings: true },
    ],
    [
      'features that we do not have',
      'settings',
      () => ({ features: 'conv1', C: 1, neither: true }),
      { settings: true },
    ],
    ['two bins of one id', 'bins', ({ bins }) => [...bins, { id: 'bin-1', label: 'twin' }], { bins: 1 }],
    ['a bin that is none', 'bins', ({ bins }) => [null, ...bins], { bins: 1 }],
    ['two photos of one key', 'photos', ({ photos }) => [...photos, photos[0]], { photos: 1 }],
    ['a hash that is none', 'photos', ({ photos }) => [badPhoto, ...photos], { photos: 1 }],
    ['photos that are none', 'photos', ({ photos }) => [3, ...photos, null], { photos: 2 }],
  ])('with %s loses that alone', (_, part, change, damage) => {
    const good = fixture(1) as unknown as ProjectRecord;
    const whole = readProjectRecord(good);
    const read = readProjectRecord({ ...good, [part]: change(good) });
    expect(read.damage).toEqual({ photos: 0, bins: 0, settings: false, ...damage });
    const settings = damage.settings ? emptyProject('').settings : whole.project.settings;
    expect(read.project).toEqual({ ...whole.project, settings });
    expect(read.sha256s).toEqual(whole.sha256s);
    expect(whole.damage).toBeNull();
  });

  it('without a name gets one', () => {
    expect(readProjectRecord({ ...fixture(1), name: '' }).project.name).toBe(emptyProject('').name);
  });

  it.each([undefined, null, 3, 'text', [], new Date(0)])('that is %s is refused', (value) => {
    expect(() => readProjectRecord(value)).toThrow();
    expect(nameOfRecord(value, 'its id')).toBe('its id');
  });

  it('puts a photo whose bin is not there into the tray, where it is seen', () => {
    const lost = { ...fixture(1), bins: [{ id: 'bin-9', label: 'other' }] };
    expect(readProjectRecord(lost).project.photos.map(({ place }) => place)).toEqual(Array(3).fill('tray'));
  });

  it('has a name for a list, also when it cannot be read', () => {
    expect(nameOfRecord({ name: 'Cars', bins: 5 }, 'its id')).toBe('Cars');
  });
});

describe('migration', () => {
  // No version has followed yet: two that might.
  const steps = {
    1: ({ name, ...rest }: Readonly<Record<string, unknown>>) => ({ ...rest, title: name }),
    2: (record: Readonly<Record<string, unknown>>) => ({ ...record, colour: 'blue' }),
  };

  it('goes step by step, and leaves the old record as it was', () => {
    const old = { version: 1, name: 'Cars', photos: [] };
    expect(migrate(old, steps, 3)).toEqual({ version: 3, title: 'Cars', photos: [], colour: 'blue' });
    expect(old).toEqual({ version: 1, name: 'Cars', photos: [] });
    expect(migrate({ version: 2, title: 'Vans' }, steps, 3)).toEqual({
      version: 3,
      title: 'Vans',
      colour: 'blue',
    });
  });

  it('leaves alone what is as wanted, has no version, or one that is not known', () => {
    for (const record of [{ version: 3, title: 'x' }, { title: 'x' }, { version: 0 }, null, 'text']) {
      expect(migrate(record, steps, 3)).toBe(record);
    }
  });

  it('refuses what is newer', () => {
    expect(() => migrate({ version: 4 }, steps, 3)).toThrow('storage-newer');
  });
});

describe('what was found out about photos', () => {
  const features = (logits = 1000, pool5 = 1024, inception_4d = 528) => ({
    modelId: 'm',
    sha256: 's',
    logits: new Float32Array(logits),
    pool5: new Float32Array(pool5),
    inception_4d: new Float32Array(inception_4d),
  });

  it('is read where it is whole', () => {
    expect(readFeaturesRecord(features())).toEqual({
      logits: new Float32Array(1000),
      pool5: new Float32Array(1024),
      inception_4d: new Float32Array(528),
    });
    const picture = { sha256: 's', width: 3, height: 2, thumbnail: new Blob(['x']) };
    expect(readPictureRecord(picture)).toEqual(picture);
  });

  it.each<readonly [string, unknown]>([
    ['too short', features(999)],
    ['not finite', { ...features(), pool5: new Float32Array(1024).fill(Number.NaN) }],
    ['not of numbers', { ...features(), logits: 'text' }],
    ['absent', undefined],
  ])('is found out again where its numbers are %s', (_, value) => {
    expect(readFeaturesRecord(value)).toBeNull();
  });

  it('is found out again where the picture is none', () => {
    expect(readPictureRecord({ sha256: 's', width: 0, height: 2, thumbnail: new Blob() })).toBeNull();
    expect(readPictureRecord({ sha256: 's', width: 1, height: 2, thumbnail: 'text' })).toBeNull();
  });
});
