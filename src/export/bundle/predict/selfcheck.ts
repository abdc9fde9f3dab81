// Are this machine's numbers the page's? Asked of the photos in selfcheck/, with what the page said of them.

import { NETWORK_SIDE } from '../../../core/image.ts';
import type { Expected, ExpectedPhoto, Limits } from '../expected.ts';
import { readPart } from './loadPredictor.ts';
import { node } from './node.ts';
import { type Pixels, type Prediction, type Predictor, unusable } from './predictor.ts';
import { PhotoProblem, readPhoto } from './readPhoto.ts';

/** Of a square, red, green and blue. */
const BYTES = NETWORK_SIDE * NETWORK_SIDE * 3;

interface Finding {
  readonly what: string;
  readonly difference: number;
  readonly limit: number;
  readonly photo: string;
}

/**
 * @param folder of the bundle
 * @returns the lines to print, and whether all is as on the page
 * @throws Error when the check cannot be made: which file is to blame, why, and what to do
 */
export async function selfcheck(
  predictor: Predictor,
  folder: string,
  { photos = [], tolerance }: Expected,
): Promise<{ readonly passed: boolean; readonly lines: readonly string[] }> {
  if (photos.length === 0) return { passed: false, lines: ['FAIL: there are no photos in selfcheck/'] };
  const limitOfNovelty = predictor.model.file.novelty?.limit ?? null;
  const findings: Finding[] = [];
  const wrong: string[] = [];
  const notes: string[] = [];
  const compare = (photo: ExpectedPhoto, found: Prediction, from: string, limits: Limits): void => {
    findings.push(...differences(photo, found, from, limits));
    if (found.verdict === photo.verdict || isTooClose(photo, limits, limitOfNovelty)) return;
    wrong.push(`${photo.file}: ${found.verdict} from ${from}, ${photo.verdict} on the page`);
  };
  for (const photo of photos) {
    const name = `selfcheck/${photo.square}`;
    const square = await readPart(folder, name);
    if (square.length !== BYTES) throw unusable(name, `it should have ${BYTES} bytes`);
    compare(photo, await predictor.predictSquare(square), 'the same pixels', tolerance.pixels);
    const pixels = await tryPhoto(node.path.join(folder, 'selfcheck', photo.file));
    if (typeof pixels === 'string') notes.push(`${photo.file}: only its pixels were compared, as ${pixels}`);
    else compare(photo, await predictor.predict(pixels), 'the file', tolerance.files);
  }
  const worst = worstOfEach(findings);
  // Not "difference > limit": that is false for what is no number.
  const beyond = worst.filter(({ difference, limit }) => !(difference <= limit));
  const passed = beyond.length === 0 && wrong.length === 0;
  return {
    passed,
    lines: [
      `${passed ? 'PASS' : 'FAIL'}: ${photos.length} photos, ${passed ? 'all as on the page' : 'not all as on the page'}`,
      ...wrong,
      ...notes,
      ...worst.map(
        ({ what, difference, limit, photo }) =>
          `${difference <= limit ? 'ok' : 'TOO FAR'}: ${what} differ by at most ${difference.toPrecision(3)} (allowed ${limit}), in ${photo}`,
      ),
    ],
  };
}

/**
 * @param folder of the bundle
 * @throws Error as above
 */
export async function readExpected(folder: string): Promise<Expected> {
  if (!node.fs.existsSync(node.path.join(folder, 'selfcheck'))) {
    throw new Error(
      'selfcheck/ is missing (it may be deleted): unpack the zip again, or judge photos without --selfcheck.',
    );
  }
  const name = 'selfcheck/expected.json';
  const text = (await readPart(folder, name)).toString('utf8');
  try {
    return JSON.parse(text) as Expected;
  } catch (cause) {
    throw unusable(name, cause);
  }
}

/** @returns the photo, or why there is none; the page may have decoded what this machine cannot */
async function tryPhoto(path: string): Promise<Pixels | string> {
  try {
    return await readPhoto(path);
  } catch (error) {
    if (!(error instanceof PhotoProblem)) throw error;
    return node.fs.existsSync(path) ? 'this machine cannot decode it' : 'the photo is not there';
  }
}

function differences(photo: ExpectedPhoto, found: Prediction, from: string, limits: Limits): Finding[] {
  const finding = (what: string, difference: number, limit: number): Finding => ({
    what: `${what} from ${from}`,
    difference,
    limit,
    photo: photo.file,
  });
  return [
    finding('scores', furthest(photo.scores, found.scores), limits.scores),
    ...(limits.logits === null
      ? []
      : [finding('logits', furthest(photo.logits, found.logits), limits.logits)]),
    ...(photo.similarity === null
      ? []
      : [finding('similarities', Math.abs(photo.similarity - (found.similarity ?? NaN)), limits.similarity)]),
  ];
}

/** So near to a boundary or to the limit of *neither* that what is allowed may change the verdict. */
function isTooClose({ scores, similarity }: ExpectedPhoto, limits: Limits, limitOfNovelty: number | null) {
  const [first = 0, second = 0] = [...scores].sort((a, b) => b - a);
  const nearNovelty =
    limitOfNovelty !== null &&
    similarity !== null &&
    Math.abs(similarity - limitOfNovelty) <= limits.similarity;
  return first - second <= 2 * limits.scores || nearNovelty;
}

/** NaN where a number is missing or is none. */
function furthest(expected: readonly number[], found: ArrayLike<number>): number {
  if (expected.length !== found.length) return Number.NaN;
  return expected.reduce((most, value, i) => {
    const difference = Math.abs(value - (found[i] ?? Number.NaN));
    return difference > most || Number.isNaN(difference) ? difference : most;
  }, 0);
}

/** Of each kind of number the largest difference, one that is no number before all others. */
function worstOfEach(findings: readonly Finding[]): Finding[] {
  const worst = new Map<string, Finding>();
  for (const finding of findings) {
    const before = worst.get(finding.what);
    if (!before || !(finding.difference <= before.difference)) worst.set(finding.what, finding);
  }
  return [...worst.values()];
}
