// Reading the published caffemodel: every form that protobuf allows for it, and what is no caffemodel at all.

import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { describe, expect, it } from 'vitest';
import { LAYERS } from '../../../src/network/architecture.ts';
import { readCaffemodel } from '../../../src/network/caffemodel.ts';
import { SOURCE_PATHS } from '../../../src/network/sourceTensors.ts';
import { verifyTensors } from '../../../src/network/verifyTensors.ts';
import { type CaffeForm, caffeLayers, writeCaffemodel } from '../../support/caffemodel.ts';
import { describeWithShared } from '../../support/shared.ts';
import { readSourceTensors } from '../../support/sharedTensors.ts';
import { madeUpTensors } from '../../support/smallTensors.ts';

const PUBLISHED: CaffeForm = { field: 'layers', packed: true };

describeWithShared('the published weights in a caffemodel', () => {
  const tensors = readSourceTensors();
  const layers = caffeLayers(tensors);

  it.each<CaffeForm>([PUBLISHED, { field: 'layer', packed: true }, { field: 'layers', packed: false }])(
    'are read from $field, packed $packed, and pass verification',
    async (form) => {
      const read = readCaffemodel(writeCaffemodel(layers, form));
      expect([...read.keys()]).toEqual(SOURCE_PATHS);
      await expect(verifyTensors(read)).resolves.toBeUndefined();
    },
  );

  it.each([
    ['weights/inception_4c/3x3_filter.bin', 1234],
    ['weights/loss3/classifier_bias.bin', 999],
  ])('do not pass with one flipped bit: %s', async (path, at) => {
    const damaged = new Map(tensors);
    const tensor = tensors.get(path)?.slice() ?? new Float32Array();
    const view = new DataView(tensor.buffer);
    view.setUint8(4 * at, view.getUint8(4 * at) ^ 1);
    damaged.set(path, tensor);
    await expect(verifyTensors(damaged)).rejects.toMatchObject({
      code: 'model-checksum',
      detail: { file: path },
    });
    // Nor when the bit is flipped in the file.
    const read = readCaffemodel(writeCaffemodel(caffeLayers(damaged), PUBLISHED));
    await expect(verifyTensors(read)).rejects.toMatchObject({
      code: 'model-checksum',
      detail: { file: path },
    });
  });

  it('do not pass without one of them', async () => {
    const without = new Map(tensors);
    without.delete('weights/conv2/3x3_bias.bin');
    await expect(verifyTensors(without)).rejects.toMatchObject({
      code: 'model-file-missing',
      detail: { file: 'weights/conv2/3x3_bias.bin' },
    });
  });
});

describe('a caffemodel', () => {
  const tensors = madeUpTensors();
  const layers = caffeLayers(tensors);
  const side = { name: 'loss1/classifier', blobs: [Float32Array.of(1, 2, 3), Float32Array.of(4)] };
  const data = { name: 'data', blobs: [] };

  it.each<CaffeForm>([PUBLISHED, { field: 'layer', packed: false }])(
    'is read value for value from $field, packed $packed, its other layers left',
    (form) => {
      const read = readCaffemodel(writeCaffemodel([data, side, ...layers, { ...data, name: 'prob' }], form));
      expect([...read.keys()]).toEqual(SOURCE_PATHS);
      for (const [path, values] of read) expect(sameValues(values, tensors.get(path)), path).toBe(true);
    },
  );

  it('may bring its layers in any order', () => {
    const read = readCaffemodel(writeCaffemodel([...layers].reverse(), PUBLISHED));
    expect(sameValues(read.get(SOURCE_PATHS[0] ?? ''), tensors.get(SOURCE_PATHS[0] ?? ''))).toBe(true);
  });

  const whole = writeCaffemodel(layers, PUBLISHED);
  const refused = (bytes: Uint8Array) => {
    try {
      readCaffemodel(bytes);
    } catch (error) {
      return error;
    }
    throw new Error('it was read');
  };

  it.each([0.1, 0.5, 0.999])('cut short after %s of it is none', (share) => {
    expect(refused(whole.subarray(0, Math.floor(share * whole.length)))).toMatchObject({
      code: 'model-not-caffemodel',
    });
  });

  it('cut short by its last byte is none', () => {
    expect(refused(whole.subarray(0, -1))).toMatchObject({ code: 'model-not-caffemodel' });
  });

  it('cut short between two layers is none, and the first missing layer is named', () => {
    expect(refused(writeCaffemodel(layers.slice(0, 20), PUBLISHED))).toMatchObject({
      code: 'model-not-caffemodel',
      detail: { reason: expect.stringContaining(LAYERS[20]?.name ?? 'none') },
    });
  });

  it('with a filter of another size is none: another network under the same names', () => {
    const other = layers.map((layer) =>
      layer.name === 'conv2/3x3' ? { ...layer, blobs: [new Float32Array(9), new Float32Array(192)] } : layer,
    );
    expect(refused(writeCaffemodel(other, PUBLISHED))).toMatchObject({
      code: 'model-not-caffemodel',
      detail: { reason: expect.stringContaining('conv2/3x3') },
    });
  });

  it('whose floats are no whole number of floats is none', () => {
    const odd = new BinaryWriter().tag(2, WireType.LengthDelimited).fork();
    odd.tag(4, WireType.LengthDelimited).string('conv1/7x7_s2');
    odd
      .tag(6, WireType.LengthDelimited)
      .fork()
      .tag(5, WireType.LengthDelimited)
      .bytes(new Uint8Array(7))
      .join();
    expect(refused(odd.join().finish())).toMatchObject({ code: 'model-not-caffemodel' });
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['text', new TextEncoder().encode('<!doctype html><title>404</title>')],
    ['zeros', new Uint8Array(1000)],
    ['ones', new Uint8Array(1000).fill(255)],
    ['a JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1)],
    ['any bytes', Uint8Array.from({ length: 5000 }, (_, i) => (i * i * 31 + i * 7) & 255)],
  ])('is not %s', (_, bytes) => {
    expect(refused(bytes)).toMatchObject({ name: 'BinsightError', code: 'model-not-caffemodel' });
  });
});

/** toEqual would take seconds for seven million values. */
const sameValues = (a: Float32Array | undefined, b: Float32Array | undefined): boolean =>
  a !== undefined && a.length === b?.length && a.every((value, i) => value === b[i]);
