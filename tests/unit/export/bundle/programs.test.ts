// The bundle outside the page: unpacked, and its programs run as a person runs them, in Node and in Python.

import { execFile } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { probabilities } from '../../../../src/core/evaluation/calibration.ts';
import { topClasses } from '../../../../src/core/topClasses.ts';
import type { BundleRequest } from '../../../../src/export/bundle/bundleFiles.ts';
import type { createPredictor, readPhoto } from '../../../../src/export/bundle/predict/predict.ts';
import { parseModel } from '../../../../src/export/model/modelFile.ts';
import { judgeFeatures, loadModel } from '../../../../src/export/model/savedModel.ts';
import { writeNovelty } from '../../../../src/export/model/writeModel.ts';
import { writeOnnx } from '../../../../src/export/onnx/writeOnnx.ts';
import { dequantise } from '../../../../src/network/dequantise.ts';
import { carBundle, type SeenCars, seeCars } from '../../../support/carModels.ts';
import { python } from '../../../support/foreign.ts';
import { preparedModel, startPageNetwork } from '../../../support/pageNetwork.ts';
import { outcomeOf, PROGRAMS, type Program, readTable, run, start } from '../../../support/programs.ts';
import { describeWithRuntimes, loadOnnxruntime } from '../../../support/runtimes.ts';
import { unpackBundle } from '../../../support/unpackBundle.ts';

const FIXTURES = new URL('../../../fixtures/photos/', import.meta.url).pathname;
const inCi = Boolean(process.env.CI);
const execute = promisify(execFile);
// Five run at once, of which each may wait for the others.
vi.setConfig({ testTimeout: 240_000 });
/** Programs wait for each other as little as they do on a person's machine. */
const concurrentWithPython = it.skipIf(python === null && !inCi).concurrent;

/** What predict.py's `Predictor.predict` says. */
interface Found {
  readonly verdict: string;
  readonly score: number;
  readonly distance: number;
  readonly probability: number | null;
  readonly similarity: number | null;
  readonly classes: readonly (readonly [name: string, probability: number])[];
}

describeWithRuntimes('the unpacked bundle', () => {
  let home = '';
  let cars: SeenCars;
  /** Two labels on logits, with *neither*. */
  let pair: BundleRequest;
  let pairFolder = '';
  /** Three labels on pool5, without it; of its photos one is a HEIC, and one was deleted. */
  let trio: BundleRequest;
  let trioFolder = '';
  /** The pair's, with an ONNX file whose scores are off by 0.5; and without novelty.f32. */
  const tampered = () => join(home, 'tampered');
  const incomplete = () => join(home, 'incomplete');
  const copyBundle = (to: () => string) =>
    cpSync(pairFolder, to(), { recursive: true, verbatimSymlinks: true });

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'binsight-bundle-'));
    const model = await preparedModel('uint8');
    cars = await seeCars(await startPageNetwork(model));
    pair = carBundle(cars, model, { kind: 'logits', labels: 2, neither: true });
    // Too few photos to learn probabilities from: these are made up, for the rule to be tried.
    const calibration = { status: 'ready', method: 'softmax', slope: 1.5, photos: 10 } as const;
    trio = { ...carBundle(cars, model, { kind: 'pool5', labels: 3, neither: false }), calibration };
    const heic = { mediaType: 'image/heic', file: readFileSync(join(FIXTURES, 'photo.heic')) };
    trio = { ...trio, samples: trio.samples.map((sample, i) => (i === 1 ? { ...sample, ...heic } : sample)) };
    // Anybody's folder: no tool may mind its letters.
    pairFolder = join(home, 'meine Größen, 文');
    trioFolder = join(home, 'trio');
    await unpackBundle(pair, pairFolder);
    await unpackBundle(trio, trioFolder);
    rmSync(join(trioFolder, 'selfcheck/photo-03.jpg'));
    copyBundle(tampered);
    copyBundle(incomplete);
    const { classifier, kind } = pair;
    const boundaries = classifier.boundaries.map((boundary) => ({ ...boundary, bias: boundary.bias + 0.5 }));
    const moved = { ...classifier, boundaries };
    const request = { kind, readWeight: dequantise(model), description: '', metadata: {} };
    writeFileSync(join(tampered(), 'model.onnx'), writeOnnx({ classifier: moved, ...request }));
    rmSync(join(incomplete(), 'novelty.f32'));
  });
  /** Programs that end when they are told to, which a test that failed did not. */
  const watching: ReturnType<typeof start>[] = [];
  afterAll(() => {
    for (const child of watching) child.kill('SIGKILL');
    rmSync(home, { recursive: true, force: true });
  });

  /** Photos with names that something might stumble over, and two that are none. */
  function oddFolder(name: string): string {
    const folder = join(home, name);
    mkdirSync(join(folder, 'below'), { recursive: true });
    const names = ['=1+1, "so".jpg', '@größe.JPG', 'below/文 字.jpeg', 'z.jpg'];
    for (const [i, { path }] of cars.tests.entries()) copyFileSync(path, join(folder, names[i] ?? ''));
    copyFileSync(join(FIXTURES, 'truncated.jpg'), join(folder, 'half.jpg'));
    copyFileSync(join(FIXTURES, 'empty.jpg'), join(folder, 'none.jpg'));
    writeFileSync(join(folder, 'notes.txt'), 'no photo, and not taken for one');
    return folder;
  }

  const watchers = PROGRAMS.filter((program) => program !== 'predict.py' || python !== null || inCi);
  // First, as there is much waiting, in which the others run.
  it.concurrent.each(watchers)(
    '%s watches a folder, and waits for photos that are still being written, and for the folder itself',
    async (program) => {
      const folder = join(home, `watched-${program}`);
      mkdirSync(folder);
      const [first, second, third, fourth] = cars.tests;
      copyFileSync(first?.path ?? '', join(folder, 'a.jpg'));
      symlinkSync(join(home, 'nothing.jpg'), join(folder, 'nowhere.jpg'));
      const child = start(program, pairFolder, ['--watch', folder]);
      watching.push(child);
      const ending = outcomeOf(child);
      const rows = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
      const sayings = createInterface({ input: child.stderr })[Symbol.asyncIterator]();
      let lost = '';
      const next = async (): Promise<string> => {
        const line = String((await rows.next()).value);
        // Given up whenever its time has come, whatever else goes on.
        if (!line.includes('nowhere.jpg')) return line;
        lost = line;
        return await next();
      };
      expect(await next()).toMatch(/^file,verdict,/);
      expect(await next()).toContain('a.jpg","');
      const bytes = second?.bytes ?? new Uint8Array();
      const late = join(folder, 'b.jpg');
      writeFileSync(late, bytes.subarray(0, bytes.length / 2));
      // Long enough for a look at it: half a photo must not be judged, nor given up. Much shorter than the five seconds after which
      // it is, as a busy machine makes it longer.
      await new Promise((resolve) => setTimeout(resolve, 1700));
      appendFileSync(late, bytes.subarray(bytes.length / 2));
      expect(await next()).toMatch(new RegExp(`b\\.jpg","${pair.samples[1]?.verdict}",`));
      // Moved there whole, under a name that is not taken for a photo until then.
      writeFileSync(join(folder, 'c.part'), third?.bytes ?? '');
      renameSync(join(folder, 'c.part'), join(folder, 'c.jpg'));
      expect(await next()).toContain('c.jpg","');
      expect((await sayings.next()).value).toMatch(/^Watching /);
      renameSync(folder, `${folder}.gone`);
      expect((await sayings.next()).value).toMatch(/watched-.* is gone.*: waiting until it is back\.$/);
      copyFileSync(fourth?.path ?? '', join(`${folder}.gone`, 'd.jpg'));
      // Time for a second look at a folder that is not there, of which nothing more is to be said.
      await new Promise((resolve) => setTimeout(resolve, 700));
      renameSync(`${folder}.gone`, folder);
      expect(await next()).toContain('d.jpg","');
      child.kill('SIGINT');
      const { code, errors, output } = await ending;
      expect(errors.trim().split('\n')).toHaveLength(2);
      expect(output.match(/a\.jpg/g)).toHaveLength(1);
      expect(lost).toMatch(/nowhere\.jpg","",,,,,"","There is no such file/);
      expect(code).toBe(1);
    },
  );

  describe.concurrent.each(PROGRAMS)('%s', (program: Program) => {
    const test = it.skipIf(program === 'predict.py' && python === null && !inCi);

    test('passes its self-check: two labels and neither, three labels', async () => {
      expect(pair.samples.map(({ verdict }) => verdict)).toContain('neither');
      for (const folder of [pairFolder, trioFolder]) {
        const { code, output, errors } = await run(program, folder, ['--selfcheck']);
        expect(errors).toBe('');
        expect(output).toMatch(/^PASS: 4 photos, all as on the page/);
        expect(output).toContain('ok: scores from the same pixels differ by at most');
        expect(output).toContain('ok: scores from the file differ by at most');
        expect(code).toBe(0);
        const notes = output.split('\n').filter((line) => line.includes('only its pixels were compared'));
        expect(notes).toEqual(
          folder === pairFolder
            ? []
            : [
                'photo-02.heic: only its pixels were compared, as this machine cannot decode it',
                'photo-03.jpg: only its pixels were compared, as the photo is not there',
              ],
        );
      }
    });

    test('says the worst difference of a bundle that was tampered with', async () => {
      const { code, output } = await run(program, tampered(), ['--selfcheck']);
      expect(output).toMatch(/^FAIL/);
      expect(output).toMatch(
        /TOO FAR: scores from the same pixels differ by at most 0\.5\d* \(allowed 0\.001\)/,
      );
      expect(code).toBe(1);
    });

    test('judges a folder as the page does, and gives bad photos a row with cause and remedy', async () => {
      const folder = oddFolder(`odd-${program}`);
      const { code, output, errors } = await run(program, pairFolder, [folder]);
      const rows = readTable(output);
      const names = ['=1+1, "so".jpg', '@größe.JPG', 'below/文 字.jpeg', 'half.jpg', 'none.jpg', 'z.jpg'];
      expect(rows.map(({ file }) => file)).toEqual(names.map((name) => join(folder, name)));
      expect(code).toBe(1);
      expect(errors).toContain('Not judged: 2');
      const [half, none] = [rows[3], rows[4]];
      expect(half).toMatchObject({
        verdict: '',
        score: '',
        error: expect.stringMatching(/damaged.*Copy it again/),
      });
      expect(none).toMatchObject({
        verdict: '',
        score: '',
        error: expect.stringMatching(/empty.*Copy it again/),
      });
      const good = [rows[0], rows[1], rows[2], rows[5]];
      for (const [i, { scores, verdict, similarity }] of pair.samples.entries()) {
        const row = good[i];
        const score = scores[1] ?? NaN;
        expect(row?.verdict).toBe(verdict);
        expect(row?.error).toBe('');
        expect(Math.abs(Number(row?.score) - score)).toBeLessThan(0.05);
        expect(Number(row?.similarity)).toBeCloseTo(similarity ?? NaN, 2);
        expect(Number(row?.distance)).toBeCloseTo(
          Number(row?.score) / (pair.classifier.boundaries[0]?.norm ?? NaN),
          3,
        );
        if (verdict === 'neither') expect(row?.probability).toBe('');
        else if (pair.calibration?.status === 'ready')
          expect(Number(row?.probability)).toBeCloseTo(
            probabilities(pair.calibration, scores)[scores[0] === Math.max(...scores) ? 0 : 1] ?? NaN,
            1,
          );
        expect(row?.classes?.split('; ')).toHaveLength(5);
      }
      expect(good[3]?.classes).toMatch(/Egyptian cat|tabby|tiger cat|lynx/);
    });

    test('judges three labels, and writes to a file', async () => {
      const table = join(home, `table-${program}.csv`);
      const photos = cars.tests.map(({ path }) => path);
      const { code, output } = await run(program, trioFolder, ['-o', table, ...photos]);
      expect({ code, output }).toEqual({ code: 0, output: '' });
      const rows = readTable(readFileSync(table, 'utf8'));
      for (const [i, { scores, verdict }] of trio.samples.entries()) {
        expect(rows[i]?.verdict).toBe(verdict);
        expect(Math.abs(Number(rows[i]?.score) - Math.max(...scores))).toBeLessThan(0.05);
      }
    });

    test('answers each name on standard input at once, and goes on after a bad one', async () => {
      const child = start(program, pairFolder, []);
      const ending = outcomeOf(child);
      const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
      const next = async () => String((await lines.next()).value);
      const [first, second] = cars.tests;
      expect(await next()).toMatch(/^file,verdict,/);
      // The mark that programs on Windows put before the first name.
      child.stdin.write(`\uFEFF${first?.path}\n`);
      expect(await next()).toContain(`"${first?.path}","`);
      child.stdin.write(`${join(FIXTURES, 'truncated.jpg')}\n${home}/gone.jpg\n`);
      expect(await next()).toMatch(/truncated\.jpg","",,,,,"","It is damaged/);
      expect(await next()).toMatch(/gone\.jpg","",,,,,"","There is no such file\. Check/);
      child.stdin.write(`${second?.path}\n`);
      expect(await next()).toContain(`"${second?.path}","`);
      child.stdin.end();
      expect((await ending).code).toBe(1);
    });

    test('says that without novelty.f32 nothing can be called neither', async () => {
      const { output, errors } = await run(program, incomplete(), [cars.tests[3]?.path ?? '']);
      expect(pair.samples[3]?.verdict).toBe('neither');
      expect(errors).toContain('novelty.f32 is missing, so nothing can be called neither');
      expect(readTable(output)[0]).toMatchObject({
        similarity: '',
        verdict: expect.stringMatching(/classic|modern/),
      });
    });
  });

  it.concurrent('is a module, too: pixels in, the same verdict out', async () => {
    const path = pathToFileURL(join(pairFolder, 'predict.mjs')).href;
    const module = (await import(/* @vite-ignore */ path)) as {
      createPredictor: typeof createPredictor;
      readPhoto: typeof readPhoto;
    };
    const predictor = await module.createPredictor({
      ort: loadOnnxruntime(),
      model: readFileSync(join(pairFolder, 'model.json'), 'utf8'),
      onnx: readFileSync(join(pairFolder, 'model.onnx')),
      novelty: new Uint8Array(readFileSync(join(pairFolder, 'novelty.f32'))).buffer,
    });
    for (const [i, { scores, verdict, similarity }] of pair.samples.entries()) {
      const found = await predictor.predict(await module.readPhoto(cars.tests[i]?.path ?? ''));
      expect(found.verdict).toBe(verdict);
      expect(found.similarity).toBeCloseTo(similarity ?? NaN, 5);
      const { features } = cars.tests[i] ?? {};
      expect(found.classes.map(({ name }) => name)).toEqual(
        topClasses(features?.logits ?? new Float32Array(), 5).map(({ index }) => `class ${index}`),
      );
      const neither = verdict === 'neither';
      const winner = scores.indexOf(Math.max(...scores));
      if (pair.calibration?.status !== 'ready') throw new Error('these photos teach no probabilities');
      const probability = probabilities(pair.calibration, scores)[winner] ?? NaN;
      if (neither) expect(found.probability).toBeNull();
      else expect(found.probability).toBeCloseTo(probability, 4);
      for (const [label, score] of scores.entries()) expect(found.scores[label]).toBeCloseTo(score, 4);
    }
  });

  concurrentWithPython("has the page's own numbers in Python, from the same pixels", async () => {
    const script = `
import json, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import predict
predictor = predict.Predictor(Path(sys.argv[1]), "opencv")
for path in sorted(Path(sys.argv[1], "selfcheck").glob("*.rgb")):
    square = predict.np.frombuffer(path.read_bytes(), dtype="uint8").reshape(224, 224, 3)
    found = predictor.predict(square)
    print(json.dumps({**found, "logits": [], "scores": list(found["scores"])}))
`;
    for (const [request, folder] of [
      [pair, pairFolder],
      [trio, trioFolder],
    ] as const) {
      const { stdout } = await execute(python ?? 'python3', ['-c', script, folder]);
      const found = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Found);
      expect(found).toHaveLength(request.samples.length);
      const model = loadModel(
        parseModel(readFileSync(join(folder, 'model.json'), 'utf8')),
        writeNovelty(request.units).buffer,
      );
      for (const [i, { features }] of cars.tests.entries()) {
        const page = judgeFeatures(model, features[request.kind], features.logits);
        const python = found[i];
        expect(python?.verdict).toBe(page.verdict);
        for (const name of ['score', 'distance', 'similarity', 'probability'] as const) {
          if (page[name] === null) expect(python?.[name], name).toBeNull();
          else expect(python?.[name], name).toBeCloseTo(page[name], 4);
        }
        const top = topClasses(features.logits, 5);
        expect(python?.classes.map(([name]) => name)).toEqual(
          top.map(({ index }) => request.classNames[index]),
        );
        for (const [k, { probability }] of top.entries()) {
          expect(python?.classes[k]?.[1]).toBeCloseTo(probability, 4);
        }
      }
    }
  });
});
