// What was measured, as tables for people.

import { readFileSync, writeFileSync } from 'node:fs';
import type { Results } from './results.ts';
import { ratio, type Spread, spreadOf } from './statistics.ts';

const seconds = (ms: number): string => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(2)} s`);
const spread = ({ median, lowest, highest }: Spread): string =>
  `${seconds(median)} (${seconds(lowest)} to ${seconds(highest)})`;
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

/** For docs/performance.md. */
export function report(results: Results): string[] {
  const { machine, versions, page } = results;
  const named = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    `Measured on ${machine}; ${named.join(', ')}. Medians of ${page.runs} runs in turn (lowest to highest).`,
    '',
    '### From the visit to the verdict',
    ...comparison(results),
    '',
    '### A photo on its way to the network',
    ...reading(results),
    '',
    '### Many photos',
    ...many(results),
    '',
    '### Learning',
    ...learning(results),
  ];
}

function comparison({ page: { wasm, peer, native }, gpus, sizes }: Results): string[] {
  const best = peer[2].photos27.median < peer[1].photos27.median ? peer[2] : peer[1];
  const quickest = peer[2].ready.median < peer[1].ready.median ? peer[2] : peer[1];
  const row = (what: string, ours: Spread, theirs: Spread, aim: number | null) =>
    `| ${what} | ${spread(ours)} | ${spread(theirs)} | **${ratio(ours, theirs)}** | ${aim ?? ''} |`;
  return [
    '| what | Binsight, WASM | onnxruntime-web, WASM | ratio | aim |',
    '| --- | --- | --- | --- | --- |',
    row(
      'Opening the page until it is ready, nothing cached; there: session and first run',
      wasm.ready,
      quickest.ready,
      0.4,
    ),
    row(
      '27 photos from the drop to the last verdict; there: the network alone, its best number of threads',
      wasm.verdicts,
      best.photos27,
      0.5,
    ),
    row('A single photo, one worker; there: one thread', wasm.photoMs, peer[1].photo, 0.75),
    ...(native === null
      ? []
      : [row('A single photo; there: OpenCV, native, one core', wasm.photoMs, native, null)]),
    row('Opening it again; there: our own first time', wasm.warm, wasm.ready, 0.5),
    ...Object.entries(gpus).map(
      ([name, { photoMs }]) =>
        `| A single photo on ${name} (in software, where the machine has no GPU: not to be compared) | ${seconds(photoMs)} | | | |`,
    ),
    `| Code for the first screen, compressed; weights | ${Math.round(sizes.firstScreen / 1000)} kB; ${(sizes.model / 1e6).toFixed(1)} MB | | | 250 kB; 7.0 MB |`,
  ];
}

function reading({ reading: times }: Results): string[] {
  const before = times.decoding.median + times.resampling.median;
  const share = Math.round((100 * before) / (before + times.network.median));
  return [
    '| what | measured |',
    '| --- | --- |',
    `| Decoding a JPEG of 640 pixels | ${spread(times.decoding)} |`,
    `| Resampling it to 224 pixels, as Pillow does to the last bit | ${spread(times.resampling)} |`,
    `| The network | ${spread(times.network)} |`,
    `| Decoding and resampling, of the three together (aim: 15 %) | ${share} % |`,
    `| All that is done before the network: checks, SHA-256, decoding, resampling, thumbnail | ${spread(times.reading)} |`,
    `| Decoding and resampling 12 megapixels (aim: 150 ms) | ${spread(times.largeDecoded)} |`,
    `| All that is done before the network with 12 megapixels | ${spread(times.largeRead)} |`,
  ];
}

function many({ smooth, scale }: Results): string[] {
  const all = (pick: (run: (typeof smooth.runs)[number]) => number) => spreadOf(smooth.runs.map(pick));
  const range = ({ median, lowest, highest }: Spread, unit = ' ms') =>
    `${median}${unit} (${lowest} to ${highest})`;
  return [
    `| ${smooth.photos} photos dropped, featurized and judged | ${smooth.runs.length} runs |`,
    '| --- | --- |',
    `| From the drop to the first tile (aim: 100 ms) | ${range(all(({ firstTile }) => firstTile))} |`,
    `| From the drop until each photo has its tile | ${range(all(({ allTiles }) => allTiles))} |`,
    `| The main thread's longest task (aim: 50 ms) | ${range(all(({ clock }) => clock.longest[0] ?? 0))} |`,
    `| The same by the processor's time, without waiting for a core | ${range(all(({ processor }) => processor.longest[0] ?? 0))} |`,
    `| Tasks longer than 50 ms | ${range(
      all(({ clock }) => clock.over50),
      '',
    )} |`,
    '',
    '| photos | from the drop until all are featurized | a photo | until evaluated | memory of the page with its workers: before, at most, after |',
    '| --- | --- | --- | --- | --- |',
    ...scale.map(
      ({ photos, featurized, evaluated, memory }) =>
        `| ${photos} | ${seconds(featurized)} | ${(featurized / photos).toFixed(1)} ms | ${seconds(evaluated)} | ${
          memory
            ? `${megabytes(memory.before)}, ${megabytes(memory.most)}, ${megabytes(memory.after)}`
            : 'unknown'
        } |`,
    ),
  ];
}

function learning({ svm: { fits, twoThousand } }: Results): string[] {
  const cases = Object.entries(twoThousand);
  const parts = Object.keys(cases[0]?.[1] ?? {}).filter((part) => part !== 'photos');
  return [
    '| photos, bins, C | Binsight, scaling and proof included | libsvm (WASM), training alone | ratio | objective above libsvm’s | our proof |',
    '| --- | --- | --- | --- | --- | --- |',
    ...fits.map(
      ({ photos, bins, kind, C, ours, libsvm, ratio: of, excess, gap }) =>
        `| ${photos}, ${bins}, ${C}; ${kind} | ${fine(ours)} | ${fine(libsvm)} | **${of}** | ${excess} | ${gap} |`,
    ),
    '',
    `| 2000 photos | ${cases.map(([name]) => name).join(' | ')} |`,
    `| --- |${' --- |'.repeat(cases.length)}`,
    ...parts.map(
      (part) => `| ${part} | ${cases.map(([, times]) => seconds(times[part] ?? Number.NaN)).join(' | ')} |`,
    ),
  ];
}

const fine = (times: Spread): string =>
  times.median < 100 ? `${times.median} ms (${times.lowest} to ${times.highest})` : spread(times);

/** For the README: what a person waits for. */
export function summary({ page: { wasm }, evaluation, accuracy, sizes }: Results): string[] {
  const right = (precision: string) => {
    const { top1, top5 } = accuracy[precision] ?? { top1: 0, top5: 0 };
    return `${Math.round(top1 * 100)} %, ${Math.round(top5 * 100)} %`;
  };
  const rows = [
    ['From opening the page to ready, nothing cached, served from this machine', seconds(wasm.ready.median)],
    ['The same, when it has been open before', seconds(wasm.warm.median)],
    ['From dropping 27 photos to 27 tiles', seconds(wasm.tiles.median)],
    ['From dropping 27 photos to the last verdict', seconds(wasm.verdicts.median)],
    ['The network, per photo, one worker', seconds(wasm.photoMs.median)],
    ['Learning from 20 photos', `${wasm.trainingMs.median} ms`],
    ['Trying it out on 20 photos left out one by one', `${evaluation.twenty.leaveOneOut} ms`],
    [
      'The same with 200 photos in 10 groups; with all that the page compares and draws',
      `${Math.round(evaluation.twoHundred.leaveOneOut ?? 0)} ms, ${seconds(evaluation.twoHundred.all ?? 0)}`,
    ],
    ['Code for the first screen, compressed', `${Math.round(sizes.firstScreen / 1000)} kB`],
    ['100 ImageNet photos: first guess right, among the first five; 8-bit weights', right('uint8')],
    ['the same, 16-bit', right('float16')],
    ['the same, 32-bit', right('float32')],
  ];
  return ['| what | measured |', '| --- | --- |', ...rows.map(([what, value]) => `| ${what} | ${value} |`)];
}

const [START, END] = ['<!-- bench:start -->', '<!-- bench:end -->'];

export function fillTable(file: string, lines: readonly string[]): void {
  const [before, rest = ''] = readFileSync(file, 'utf8').split(START);
  const after = rest.split(END)[1] ?? '';
  writeFileSync(file, `${before}${START}\n${lines.join('\n')}\n${END}${after}`);
}
