// Are this machine's numbers the page's? Asked of the photos in selfcheck/, with what the page said of them.

import type { Expected, ExpectedPhoto, Limits } from '../expected.ts';
import { node } from './node.ts';
import type { Prediction, Predictor } from './predictor.ts';
import { readPhoto } from './readPhoto.ts';

interface Finding {
  readonly what: string;
  readonly difference: number;
  readonly limit: number;
  readonly photo: string;
}

/** @returns the lines to print, and whether all is as on the page */
export async function selfcheck(
  predictor: Predictor,
  folder: string,
): Promise<{ readonly passed: boolean; readonly lines: readonly string[] }> {
  const pathOf = (name: string) => node.path.join(folder, name);
  const { readFile } = node.fs.promises;
  const expected = JSON.parse(await readFile(pathOf('expected.json'), 'utf8')) as Expected;
  const { photos, tolerance } = expected;
  if (photos.length === 0) return { passed: false, lines: ['FAIL: there are no photos in selfcheck/'] };
  const limitOfNovelty = predictor.model.file.novelty?.limit ?? null;
  const findings: Finding[] = [];
  const lines: string[] = [];
  const compare = (photo: ExpectedPhoto, found: Prediction, from: string, limits: Limits): void => {
    findings.push(...differences(photo, found, from, limits));
    if (found.verdict === photo.verdict || isTooClose(photo, limits, limitOfNovelty)) return;
    lines.push(`${photo.file}: ${found.verdict} from ${from}, ${photo.verdict} on the page`);
  };
  for (const photo of photos) {
    const square = await readFile(pathOf(photo.square));
    compare(photo, await predictor.predictSquare(square), 'the same pixels', tolerance.pixels);
    compare(photo, await predictor.predict(await readPhoto(pathOf(photo.file))), 'the file', tolerance.files);
  }
  const worst = worstOfEach(findings);
  // Not "difference > limit": that is false for what is no number.
  const beyond = worst.filter(({ difference, limit }) => !(difference <= limit));
  const passed = beyond.length === 0 && lines.length === 0;
  return {
    passed,
    lines: [
      `${passed ? 'PASS' : 'FAIL'}: ${photos.length} photos, ${passed ? 'all as on the page' : 'not all as on the page'}`,
      ...lines,
      ...worst.map(
        ({ what, difference, limit, photo }) =>
          `${difference <= limit ? 'ok' : 'TOO FAR'}: ${what} differ by at most ${difference.toPrecision(3)} (allowed ${limit}), in ${photo}`,
      ),
    ],
  };
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
