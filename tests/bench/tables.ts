// What was measured, as tables for people.

import { readFileSync, writeFileSync } from 'node:fs';
import type { PageTimes } from './pageTimes.ts';
import type { PeerTimes } from './peers/peerTimes.ts';
import { ratio, type Spread } from './statistics.ts';

export interface Results {
  readonly machine: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly runs: number;
  /** Bytes. */
  readonly sizes: { readonly model: number; readonly firstScreen: number };
  readonly wasm: Record<keyof PageTimes, Spread>;
  /** By number of threads. */
  readonly peer: Readonly<Record<1 | 2, Record<keyof PeerTimes, Spread>>>;
  /** Milliseconds a photo in OpenCV on one core; null where it is not to be had. */
  readonly nativeMs: number | null;
  /** On this machine perhaps in software. */
  readonly gpus: Readonly<Record<string, Record<keyof PageTimes, Spread>>>;
  readonly accuracy: Readonly<Record<string, { readonly top1: number; readonly top5: number }>>;
  readonly evaluation: Readonly<Record<'twenty' | 'twoHundred', Readonly<Record<string, number>>>>;
}

const seconds = (ms: number): string => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(2)} s`);
const spread = ({ median, lowest, highest }: Spread): string =>
  `${seconds(median)} (${seconds(lowest)} to ${seconds(highest)})`;

/** For docs/performance.md: ours and the peer, and what one is of the other. */
export function comparison({
  machine,
  versions,
  runs,
  wasm,
  peer,
  nativeMs,
  gpus,
  sizes,
}: Results): string[] {
  const best = peer[2].photos27.median < peer[1].photos27.median ? peer[2] : peer[1];
  const row = (what: string, ours: Spread, theirs: Spread) =>
    `| ${what} | ${spread(ours)} | ${spread(theirs)} | **${ratio(ours, theirs)}** |`;
  return [
    `Median of ${runs} runs in turn (lowest to highest), ${machine}; ${Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}.`,
    '',
    '| what | Binsight, WASM | onnxruntime-web, WASM | ratio |',
    '| --- | --- | --- | --- |',
    row(
      'Opening the page until it is ready; there: session and first run. Empty cache',
      wasm.ready,
      peer[1].ready,
    ),
    row(
      '27 photos from the drop to the last verdict; there: the network alone, its best number of threads',
      wasm.verdicts,
      best.photos27,
    ),
    row('A single photo, one worker; there: one thread', wasm.photoMs, peer[1].photo),
    `| Opening it again, against the first time | ${spread(wasm.warm)} | ${spread(wasm.ready)} | **${ratio(wasm.warm, wasm.ready)}** |`,
    ...(nativeMs === null
      ? []
      : [
          `| A single photo; there: OpenCV, native, one core | ${spread(wasm.photoMs)} | ${seconds(nativeMs)} | **${(wasm.photoMs.median / nativeMs).toFixed(2)}** |`,
        ]),
    ...Object.entries(gpus).map(
      ([name, { verdicts }]) =>
        `| 27 photos on ${name} (on a machine without a GPU: in software) | ${seconds(verdicts.median)} | | |`,
    ),
    `| Code for the first screen, compressed; weights | ${Math.round(sizes.firstScreen / 1000)} kB; ${(sizes.model / 1e6).toFixed(1)} MB | | |`,
  ];
}

/** For the README: what a person waits for. */
export function summary({ wasm, evaluation, accuracy, sizes }: Results): string[] {
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
