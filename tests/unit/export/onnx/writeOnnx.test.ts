// The ONNX file in two runtimes that know nothing of the page: their numbers are PyTorch's, and the page's.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MEAN_BGR } from '../../../../src/core/image.ts';
import { judge } from '../../../../src/core/judge.ts';
import { trainClassifier } from '../../../../src/core/trainClassifier.ts';
import { writeOnnx } from '../../../../src/export/onnx/writeOnnx.ts';
import { dequantise } from '../../../../src/network/dequantise.ts';
import { seeTests } from '../../../support/carModels.ts';
import { python } from '../../../support/foreign.ts';
import { preparedModel, startPageNetwork } from '../../../support/pageNetwork.ts';
import { describeWithRuntimes, loadOnnxruntime, testWithPython } from '../../../support/runtimes.ts';
import { readFloat32, sharedFile } from '../../../support/shared.ts';

const PIXELS = 224 * 224;

interface Outputs {
  readonly logits: Float32Array;
  readonly scores: Float32Array;
}

async function runOnnxruntime(onnx: Uint8Array, planes: Float32Array): Promise<Outputs> {
  const { InferenceSession, Tensor } = loadOnnxruntime();
  const session = await InferenceSession.create(onnx);
  const image = new Tensor('float32', planes, [planes.length / PIXELS / 3, 3, 224, 224]);
  const { logits, scores } = await session.run({ image });
  return { logits: logits?.data as Float32Array, scores: scores?.data as Float32Array };
}

/** Of files in a folder; a Python is slow to start, so all at once. */
function runOpencv(folder: string, files: readonly string[], planes: Float32Array): Outputs[] {
  const input = join(folder, 'planes.f32');
  writeFileSync(input, new Uint8Array(planes.buffer, planes.byteOffset, planes.byteLength));
  const script = new URL('../../../runtimes/run_onnx.py', import.meta.url).pathname;
  const paths = files.map((file) => join(folder, file));
  execFileSync(python ?? 'python3', [script, input, ...paths]);
  return paths.map((path) => ({
    logits: readFloat32(`${path}.logits.f32`),
    scores: readFloat32(`${path}.scores.f32`),
  }));
}

/** From pixels, red, green and blue together, to a plane of each. */
function toPlanes(pixels: readonly (readonly number[] | Uint8Array)[]): Float32Array {
  const planes = new Float32Array(pixels.length * 3 * PIXELS);
  for (const [photo, values] of pixels.entries()) {
    for (const [i, value] of values.entries()) {
      planes[(photo * 3 + (i % 3)) * PIXELS + Math.floor(i / 3)] = value;
    }
  }
  return planes;
}

function worst(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  expect(found.length).toBe(expected.length);
  return Math.max(...Array.from(found, (value, i) => Math.abs(value - (expected[i] ?? Number.NaN))));
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'binsight-onnx-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeWithRuntimes('in float32, from ready inputs', () => {
  const PHOTOS = 4;
  let onnx: Uint8Array<ArrayBuffer>;
  let planes: Float32Array;
  let expected: Float32Array;

  beforeAll(async () => {
    const inputs = readFloat32(sharedFile(`expected/inputs-${PHOTOS}x224x224x3-bgr.f32`));
    const pixels = Array.from({ length: PHOTOS }, (_, photo) => {
      const bgr = inputs.subarray(photo * PIXELS * 3, (photo + 1) * PIXELS * 3);
      return Array.from(
        bgr,
        (_value, i) => (bgr[i - (i % 3) + 2 - (i % 3)] ?? NaN) + (MEAN_BGR[2 - (i % 3)] ?? NaN),
      );
    });
    planes = toPlanes(pixels);
    const all = readFloat32(sharedFile('expected/logits-28x1000.f32'));
    const rows = Array.from({ length: 28 }, (_, row) => all.slice(row * 1000, (row + 1) * 1000));
    expected = all.subarray(0, PHOTOS * 1000);
    const targets = rows.slice(8).map((_, i) => (i < 10 ? 0 : 1));
    onnx = writeOnnx({
      classifier: trainClassifier({ labels: ['classic', 'modern'], rows: rows.slice(8), targets }),
      kind: 'logits',
      readWeight: dequantise(await preparedModel('float32')),
      description: 'a test',
      metadata: {},
    });
  });

  it("has PyTorch's logits in onnxruntime, four photos at once", async () => {
    const { logits } = await runOnnxruntime(onnx, planes);
    expect(worst(logits, expected)).toBeLessThan(1e-4);
  });

  testWithPython("has PyTorch's logits in OpenCV", () => {
    writeFileSync(join(folder, 'float32.onnx'), onnx);
    const [outputs] = runOpencv(folder, ['float32.onnx'], planes);
    expect(worst(outputs?.logits ?? [], expected)).toBeLessThan(1e-4);
  });
});

describeWithRuntimes("with the page's 8-bit weights, from the same pixels", () => {
  const CASES = (['logits', 'pool5', 'inception_4d'] as const).flatMap((kind) =>
    ([2, 3] as const).map((labels) => ({ kind, labels, file: `${kind}-${labels}.onnx` })),
  );
  let planes: Float32Array;
  /** Per case, what the page says: one score per label, photo by photo. */
  const pageScores = new Map<string, number[]>();
  const files = new Map<string, Uint8Array>();
  let pageLogits: number[];

  beforeAll(async () => {
    const model = await preparedModel('uint8');
    const photos = await seeTests(await startPageNetwork(model));
    planes = toPlanes(photos.map(({ square }) => square));
    pageLogits = photos.flatMap(({ features }) => [...features.logits]);
    const readWeight = dequantise(model);
    for (const { kind, labels, file } of CASES) {
      const classifier = trainClassifier({
        labels: ['a', 'b', 'c'].slice(0, labels),
        rows: photos.map(({ features }) => features[kind]),
        targets: labels === 2 ? [0, 0, 1, 1] : [0, 1, 2, 2],
      });
      const scores = photos.flatMap(({ features }) => [...judge(classifier, features[kind]).scores]);
      pageScores.set(file, scores);
      files.set(file, writeOnnx({ classifier, kind, readWeight, description: 'a test', metadata: {} }));
    }
  });

  const check = (file: string, { logits, scores }: Outputs) => {
    expect(worst(scores, pageScores.get(file) ?? []), `${file}: scores`).toBeLessThan(1e-4);
    expect(worst(logits, pageLogits), `${file}: logits`).toBeLessThan(1e-3);
  };

  it.each(CASES)("gives the page's scores in onnxruntime: $file", async ({ file }) => {
    check(file, await runOnnxruntime(files.get(file) ?? new Uint8Array(), planes));
  });

  testWithPython("gives the page's scores in OpenCV, for all features and numbers of labels", () => {
    for (const [file, bytes] of files) writeFileSync(join(folder, file), bytes);
    const outputs = runOpencv(folder, [...files.keys()], planes);
    for (const [i, file] of [...files.keys()].entries()) check(file, outputs[i] as Outputs);
  });
});
