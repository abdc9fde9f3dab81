// Learning against libsvm compiled to WebAssembly, in turn in the same Chromium; and what else the page works out of 2000
// photos. Run by `npm run bench`.

import libsvmScript from 'libsvm-wasm/dist/libsvm.js?url';
import libsvmBytes from 'libsvm-wasm/dist/libsvm.wasm?url';
import { expect } from 'vitest';
import { commands } from 'vitest/browser';
import { signsOf } from '../../src/core/decide.ts';
import { calibrate } from '../../src/core/evaluation/calibration.ts';
import { compareFeatures, compareHeads } from '../../src/core/evaluation/compare.ts';
import { holdOut } from '../../src/core/evaluation/heldOut.ts';
import { learningCurve } from '../../src/core/evaluation/learningCurve.ts';
import { mapPhotos } from '../../src/core/evaluation/photoMap.ts';
import { learnNovelty, nearestOfScaled } from '../../src/core/novelty.ts';
import { prepareTraining } from '../../src/core/prepareTraining.ts';
import { trainClassifier, trainPrepared } from '../../src/core/trainClassifier.ts';
import { type Libsvm, type LibsvmFactory, startLibsvm } from '../support/libsvm.ts';
import { fetchFloat32, testWithShared } from '../support/sharedInBrowser.ts';
import { KINDS, type ManyPhotos, manyPhotos } from './manyPhotos.ts';
import type { Results, SvmComparison } from './results.ts';
import { ratio, spreadOf } from './statistics.ts';

const now = () => performance.now();

const CASES: readonly (Pick<SvmComparison, 'photos' | 'bins' | 'C'> & {
  readonly kind: keyof typeof KINDS;
  readonly runs: number;
})[] = [
  ...([20, 50, 100, 200] as const).flatMap((photos) =>
    (['apart', 'a fifth in the wrong bin'] as const).map((kind) => ({
      photos,
      bins: 2,
      kind,
      C: 10,
      runs: 9,
    })),
  ),
  ...(Object.keys(KINDS) as (keyof typeof KINDS)[]).map((kind) => ({
    ...{ photos: 2000, bins: 2, kind, C: 10, runs: 3 },
  })),
  { photos: 2000, bins: 2, kind: 'overlapping', C: 0.1, runs: 3 },
  { photos: 2000, bins: 2, kind: 'overlapping', C: 100, runs: 3 },
  { photos: 2000, bins: 2, kind: 'a fifth in the wrong bin', C: 100, runs: 3 },
  { photos: 2000, bins: 5, kind: 'a fifth in the wrong bin', C: 10, runs: 1 },
];

/** Written after each, as all take minutes. */
const results = { fits: [] as SvmComparison[], twoThousand: {} as Record<string, Record<string, number>> };
const save = () =>
  commands.writeFile('test-results/svm.json', JSON.stringify(results satisfies Results['svm']));

const real = async (): Promise<readonly Float32Array[]> => {
  const values = await fetchFloat32('expected/imagenet-sample-logits-100x1000.f32');
  return Array.from({ length: 100 }, (_, i) => values.slice(i * 1000, (i + 1) * 1000));
};

testWithShared('learning from 20 to 2000 photos, against libsvm', { timeout: 1_800_000 }, async () => {
  const [photos, libsvm] = [await real(), await loadLibsvm()];
  for (const { runs, ...of } of CASES) {
    const result = compare(libsvm, manyPhotos(photos, of.photos, of.bins, KINDS[of.kind]), of, runs);
    results.fits.push(result);
    // biome-ignore lint/suspicious/noConsole: that is what it is for
    console.log(JSON.stringify(result));
    await save();
  }
  for (const { excess } of results.fits) expect(excess).toBeLessThan(1e-5);
});

function compare(
  libsvm: Libsvm,
  many: ManyPhotos,
  of: Pick<SvmComparison, 'photos' | 'bins' | 'kind' | 'C'>,
  runs: number,
): SvmComparison {
  const input = { ...many, C: of.C, seed: 1 };
  const { scaled, positives, targets } = prepareTraining(input);
  const train = () => {
    const start = now();
    const classifier = trainClassifier(input);
    return { classifier, ms: now() - start };
  };
  const trainPeer = () => positives.map((positive) => libsvm.train(scaled, signsOf(targets, positive), of));
  let [mineNow, peerNow] = [train(), trainPeer()];
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run++) {
    // With many photos a warm-up would take as long as all: the smaller sets have been that.
    if (run > 0 || of.photos < 2000) [mineNow, peerNow] = [train(), trainPeer()];
    ours.push(mineNow.ms);
    theirs.push(peerNow.reduce((sum, { ms }) => sum + ms, 0));
  }
  const { boundaries } = mineNow.classifier;
  const [mine, other] = [spreadOf(ours), spreadOf(theirs)];
  const excesses = boundaries.map(({ primal }, k) => primal / (peerNow[k]?.primal ?? Number.NaN) - 1);
  return {
    ...of,
    ours: mine,
    libsvm: other,
    ratio: ratio(mine, other),
    solver: [...new Set(boundaries.map(({ solver }) => solver))].join(' '),
    excess: Number(Math.max(...excesses).toExponential(1)),
    gap: Number(Math.max(...boundaries.map(({ gap, primal }) => gap / primal)).toExponential(1)),
  };
}

testWithShared('all that the page works out of 2000 photos', { timeout: 1_800_000 }, async () => {
  const photos = await real();
  for (const [name, bins, kind, leaveOut] of [
    ['two bins, apart', 2, 'apart', false],
    ['two bins, a fifth in the wrong one', 2, 'a fifth in the wrong bin', false],
    ['two bins, of which one has half as many', 2, 'a fifth in the wrong bin', true],
    ['five bins, a fifth in the wrong one', 5, 'a fifth in the wrong bin', false],
  ] as const) {
    const many = manyPhotos(photos, 2000, bins, KINDS[kind]);
    const kept = many.targets.map((target, i) => !leaveOut || target > 0 || i % 4 < 2);
    results.twoThousand[name] = workOut({
      labels: many.labels,
      rows: many.rows.filter((_, i) => kept[i]),
      targets: many.targets.filter((_, i) => kept[i]),
      tests: manyPhotos(photos, 500, bins, KINDS[kind], 2).rows,
    });
    // biome-ignore lint/suspicious/noConsole: that is what it is for
    console.log(name, JSON.stringify(results.twoThousand[name]));
    await save();
  }
  expect(Object.keys(results.twoThousand)).toHaveLength(4);
});

/** Milliseconds of each part, once: as the trainer and the evaluator do it. */
function workOut({ tests, ...many }: ManyPhotos & { readonly tests: readonly Float32Array[] }) {
  const input = { ...many, C: 10, seed: 1 };
  const times: Record<string, number> = { photos: many.rows.length };
  const time = <Answer>(what: string, run: () => Answer): Answer => {
    const start = now();
    const answer = run();
    times[what] = Math.round(now() - start);
    return answer;
  };
  const prepared = time('scaling and products', () => prepareTraining(input));
  const classifier = time('learning, products known', () => trainPrepared(prepared));
  time('novelty', () => learnNovelty(many.rows, many.targets, nearestOfScaled(prepared)));
  const heldOut = time('left out in groups', () => holdOut(input));
  time('calibration', () => calibrate(heldOut, many.targets));
  time('learning curve', () => learningCurve(prepared));
  time('map', () => mapPhotos({ ...many, tests, classifier }));
  // The three kinds have 1000, 1024 and 528 numbers; here all have the logits' 1000.
  const threefold = (row: Float32Array) => ({ logits: row, pool5: row, inception_4d: row });
  const known = { kind: 'logits', heldOut } as const;
  const all = { ...input, rows: many.rows.map(threefold), tests: tests.map(threefold), known, now };
  time('features compared', () => compareFeatures(all));
  time('heads compared', () => compareHeads({ ...input, tests, heldOut, now }));
  return times;
}

/** Its script is no module: it looks for its bytes beside itself, and for itself in the page. */
async function loadLibsvm(): Promise<Libsvm> {
  const script = document.createElement('script');
  script.src = libsvmScript;
  await new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
  const { SVM } = window as unknown as { readonly SVM: LibsvmFactory };
  return await startLibsvm(SVM, { locateFile: () => libsvmBytes });
}
