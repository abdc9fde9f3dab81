// A file of the model on its way, over networks that hiccup, break off or fall silent.

import { BinsightError } from '../core/errors.ts';
import { withinDeadline } from './deadline.ts';

interface Wanted {
  readonly url: URL;
  /** For error messages. */
  readonly file: string;
  readonly cache: RequestCache;
}

const TRIES = 3;
/** Milliseconds after the first try; twice that after the second. */
const PAUSE = 300;
/** Milliseconds without a byte. However slowly they come, what comes is waited for. */
const SILENCE = 20_000;

/**
 * Three tries, a little later each time. What has come stays: of the next answer only the rest is taken, whose checksum
 * shows whether both were the same.
 * @param onPart called for every piece that comes, in order; an empty one is a sign of life
 * @throws BinsightError `model-network` (file; status: a number, `no answer`, or `broken off`)
 */
export async function download(wanted: Wanted, onPart: (part: Uint8Array) => void): Promise<void> {
  let taken = 0;
  for (let attempt = 1; ; attempt++) {
    try {
      let seen = 0;
      await readAnswer(wanted, (part) => {
        const fresh = part.subarray(Math.min(part.length, Math.max(0, taken - seen)));
        seen += part.length;
        taken += fresh.length;
        onPart(fresh);
      });
      return;
    } catch (error) {
      // The server has said that it has no such file: it will say so again.
      const isFinal = error instanceof BinsightError && Number(error.detail.status) < 500;
      if (isFinal || attempt === TRIES) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE * attempt));
  }
}

async function readAnswer({ url, file, cache }: Wanted, onPart: (part: Uint8Array) => void): Promise<void> {
  const abort = new AbortController();
  let status: string | number = 'no answer';
  try {
    const response = await withinDeadline(fetch(url, { cache, signal: abort.signal }), SILENCE);
    if (!response.ok) throw new BinsightError('model-network', { file, status: response.status });
    status = 'broken off';
    await readParts(response, onPart);
  } catch (cause) {
    // One that is silent would go on in the background.
    abort.abort();
    throw cause instanceof BinsightError
      ? cause
      : new BinsightError('model-network', { file, status }, { cause });
  }
}

async function readParts(response: Response, onPart: (part: Uint8Array) => void): Promise<void> {
  if (!response.body) return onPart(new Uint8Array(await withinDeadline(response.arrayBuffer(), SILENCE)));
  // A reader, because not every browser can iterate over a stream.
  const reader = response.body.getReader();
  const next = () => withinDeadline(reader.read(), SILENCE);
  for (let read = await next(); !read.done; read = await next()) onPart(read.value);
}
