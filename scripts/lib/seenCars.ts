// What the page's own network, with the weights that the page downloads, says of the talk's photos: in Node, decoded by
// sharp, which gives the same pixels as Chromium does.

import { readdirSync, readFileSync } from 'node:fs';
import type { Features } from '../../src/core/types.ts';
import { CHANGES, type Change } from '../../src/howItWorks/figures.ts';
import { arrived } from '../../src/network/loadModel.ts';
import type { Network } from '../../src/network/network.ts';
import { startNetwork } from '../../src/network/startNetwork.ts';
import { preparedModel } from '../../tests/support/pageNetwork.ts';
import { squareOf } from '../../tests/support/runtimes.ts';
import { sharedFile } from '../../tests/support/shared.ts';
import { changeSquare } from './changeSquare.ts';
import { listSamples } from './samples.mjs';

export interface SeenPhoto {
  readonly file: string;
  readonly sha256: string;
  /** Index of the bin that it was put into, or that is right; null for what fits none. */
  readonly bin: number | null;
  /** [224, 224, 3] RGB. */
  readonly square: Uint8Array;
  readonly features: Features;
}

export interface SeenCars {
  /** Bin by bin, in the order in which the page learns: that of their hashes. */
  readonly learned: readonly SeenPhoto[];
  readonly tests: readonly SeenPhoto[];
  readonly cat: SeenPhoto;
  /** What of the test photos is left when they are changed. */
  readonly changed: readonly { readonly change: Change; readonly features: readonly Features[] }[];
}

/** What the photographers' pages say of the test photos. */
const CLASSIC_TESTS = /^(16215614102|8063941495|8847428500)_/;

/** @returns what `../shared/images/README.md` calls right: 0 for classic, 1 for modern */
const binOf = (file: string, bin: string): number | null => {
  if (bin === 'talk') return null;
  if (bin === 'test') return CLASSIC_TESTS.test(file) ? 0 : 1;
  return bin === 'classic' ? 0 : 1;
};

export async function startCarNetwork(): Promise<Network> {
  const { network } = await startNetwork(arrived(await preparedModel('uint8')), 'wasm');
  return network;
}

/** @param changes those to try on the test photos: each costs as many looks as there are of these */
export async function seeCars(network: Network, changes: readonly Change[] = CHANGES): Promise<SeenCars> {
  const seen: (SeenPhoto & { readonly place: string })[] = [];
  for (const { file, bin, sha256 } of await listSamples()) {
    const path = bin === 'talk' ? `images/${file}` : `images/cars/${bin}/${file}`;
    const square = await squareOf(new Uint8Array(readFileSync(sharedFile(path))));
    const features = await network.featurize(square);
    seen.push({ file, sha256, bin: binOf(file, bin), square, features, place: bin });
  }
  const learned = ['classic', 'modern'].flatMap((name) =>
    seen.filter(({ place }) => place === name).sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1)),
  );
  const tests = seen.filter(({ place }) => place === 'test');
  const cat = seen.find(({ place }) => place === 'talk');
  if (!cat) throw new Error('the talk’s cat is not among the samples');
  const changed: { change: Change; features: Features[] }[] = [];
  for (const change of changes) {
    const features: Features[] = [];
    for (const { square } of tests) features.push(await network.featurize(changeSquare(square, change)));
    changed.push({ change, features });
  }
  return { learned, tests, cat, changed };
}

export interface OtherPhoto {
  /** Of the class that it shows. */
  readonly name: string;
  readonly features: Features;
}

/** Photos of ImageNet that show other things: one each of 100 classes, or of those named. */
export async function seeOthers(network: Network, only?: readonly string[]): Promise<readonly OtherPhoto[]> {
  const files = readdirSync(sharedFile('images/imagenet-sample')).sort();
  const seen: OtherPhoto[] = [];
  for (const file of files) {
    const name = /^n\d+_(.+)\.JPEG$/.exec(file)?.[1]?.replaceAll('_', ' ');
    if (!name || (only && !only.includes(name))) continue;
    const bytes = new Uint8Array(readFileSync(sharedFile(`images/imagenet-sample/${file}`)));
    seen.push({ name, features: await network.featurize(await squareOf(bytes)) });
  }
  return seen;
}
