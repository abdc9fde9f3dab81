// Downloads that survive a bad connection: several at a time, retried, continued after a break, and believed
// only once their SHA-256 is right.

import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sha256OfFile } from './files.mjs';

/**
 * @typedef {object} Download
 * @property {readonly string[]} urls where the same bytes may be found, best first
 * @property {string} target the file to make
 * @property {string} sha256 of its content
 *
 * @typedef {object} DownloadOptions
 * @property {number} [concurrency] downloads at a time
 * @property {number} [retries] per address, after the first try
 * @property {number} [backoffMs] wait before the first retry; it doubles each time
 * @property {number} [stallMs] silence that counts as a broken connection
 * @property {(state: Progress) => void} [onProgress]
 *
 * @typedef {{ done: number, files: number, bytes: number }} Progress `bytes` of all files, also those still coming
 * @typedef {'unreachable' | 'broken' | 'missing' | 'checksum'} DownloadFailure
 */

/** A download that did not come to a good end after all tries. */
export class DownloadError extends Error {
  /**
   * @param {DownloadFailure} kind
   * @param {string} url
   * @param {string} reason
   */
  constructor(kind, url, reason) {
    super(`${url}: ${reason}`);
    this.name = 'DownloadError';
    this.kind = kind;
    this.url = url;
    this.reason = reason;
  }
}

/** A failure where trying again may help. */
class Interrupted extends Error {
  /** @param {string} reason @param {number} [waitMs] what the server asks for */
  constructor(reason, waitMs = 0) {
    super(reason);
    this.waitMs = waitMs;
  }
}

/** This address will not do, however often it is asked. */
class Refused extends Error {}

/** Codes of a machine without a network (or a server that isn't there). */
const OFFLINE = /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|UND_ERR_CONNECT_TIMEOUT)$/;

/**
 * Makes every file; those already there with the right content are kept.
 * @param {readonly Download[]} downloads
 * @param {DownloadOptions} [options]
 * @throws DownloadError at the first file that cannot be had; what has come so far stays for the next time
 */
export async function downloadAll(downloads, options = {}) {
  const { concurrency = 6, onProgress = () => {} } = options;
  const batch = {
    retries: options.retries ?? 4,
    backoffMs: options.backoffMs ?? 500,
    stallMs: options.stallMs ?? 30_000,
    /** Whether any server has ever answered: if not, the machine is offline and many tries are a waste. */
    answered: false,
    stop: new AbortController(),
    /** @type {Map<string, number>} */
    bytes: new Map(),
    done: 0,
    report() {
      const bytes = [...this.bytes.values()].reduce((a, b) => a + b, 0);
      onProgress({ done: this.done, files: downloads.length, bytes });
    },
  };
  const queue = [...downloads];
  const worker = async () => {
    for (let next = queue.shift(); next && !batch.stop.signal.aborted; next = queue.shift()) {
      try {
        await downloadOne(next, batch);
      } catch (error) {
        batch.stop.abort();
        throw error;
      }
      batch.done++;
      batch.report();
    }
  };
  const results = await Promise.allSettled(Array.from({ length: concurrency }, worker));
  // The first to fail stopped the others; theirs are consequences.
  const errors = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  if (errors.length > 0) throw errors.find((error) => error instanceof DownloadError) ?? errors[0];
}

/**
 * @typedef {{ retries: number, backoffMs: number, stallMs: number, answered: boolean, stop: AbortController,
 *   bytes: Map<string, number>, done: number, report(): void }} Batch
 */

/** @param {Download} download @param {Batch} batch */
async function downloadOne({ urls, target, sha256 }, batch) {
  if ((await sha256OfFile(target)) === sha256) {
    batch.bytes.set(target, (await stat(target)).size);
    return;
  }
  await mkdir(dirname(target), { recursive: true });
  /** @type {DownloadError | undefined} */
  let failure;
  for (const url of urls) {
    try {
      await fetchUntilWhole(url, target, sha256, batch);
      return;
    } catch (error) {
      if (!(error instanceof DownloadError)) throw error;
      // The first address is the likeliest, so its failure says most; but wrong bytes say more than "not there".
      if (!failure || (failure.kind === 'missing' && error.kind !== 'missing')) failure = error;
      if (error.kind === 'unreachable') break;
    }
  }
  throw failure ?? new Error(`${target} has no address`);
}

/**
 * @param {string} url
 * @param {string} target
 * @param {string} sha256
 * @param {Batch} batch
 */
async function fetchUntilWhole(url, target, sha256, batch) {
  const part = `${target}.part`;
  for (let attempt = 0; ; attempt++) {
    let waitMs = batch.backoffMs * 2 ** attempt;
    try {
      const { resumed } = await fetchRest(url, part, target, batch);
      if ((await sha256OfFile(part)) === sha256) {
        await rename(part, target);
        return;
      }
      await rm(part);
      batch.bytes.delete(target);
      // A beginning from an earlier run (or another address) may be what was wrong: once more from the start.
      if (!resumed || attempt >= batch.retries)
        throw new DownloadError('checksum', url, 'its SHA-256 is not the expected one');
      continue;
    } catch (error) {
      if (batch.stop.signal.aborted) throw error;
      if (error instanceof Refused) throw new DownloadError('missing', url, error.message);
      if (!(error instanceof Interrupted)) throw error;
      const offline = !batch.answered && OFFLINE.test(error.message);
      if (attempt >= (offline ? 1 : batch.retries)) {
        throw new DownloadError(offline ? 'unreachable' : 'broken', url, error.message);
      }
      waitMs = Math.max(waitMs, error.waitMs);
    }
    await sleep(waitMs, undefined, { signal: batch.stop.signal });
  }
}

/**
 * Appends to the partial file what it lacks.
 * @param {string} url
 * @param {string} part
 * @param {string} target names the file in the progress
 * @param {Batch} batch
 * @returns {Promise<{ resumed: boolean }>}
 */
async function fetchRest(url, part, target, batch) {
  const file = await open(part, 'a');
  const attempt = new AbortController();
  const stop = () => attempt.abort();
  batch.stop.signal.addEventListener('abort', stop);
  const stall = setTimeout(stop, batch.stallMs);
  try {
    let size = (await file.stat()).size;
    const response = await fetch(url, {
      signal: attempt.signal,
      // Compressed bytes could not be continued by position.
      headers: { 'Accept-Encoding': 'identity', ...(size > 0 ? { Range: `bytes=${size}-` } : {}) },
    });
    batch.answered = true;
    const resumed = size > 0 && response.status === 206;
    if (size > 0 && response.status === 416) {
      // The file is whole already, or it was never the beginning of this one: the checksum tells.
      await response.body?.cancel();
      return { resumed: true };
    }
    if (response.status === 408 || response.status === 429 || response.status >= 500) {
      await response.body?.cancel();
      const asked = Number(response.headers.get('retry-after')) * 1000;
      throw new Interrupted(`the server answered ${response.status}`, Math.min(asked || 0, 30_000));
    }
    if (!response.ok || !response.body) {
      await response.body?.cancel();
      throw new Refused(`the server answered ${response.status}`);
    }
    if (!resumed && size > 0) {
      await file.truncate(0);
      size = 0;
    }
    for await (const chunk of response.body) {
      stall.refresh();
      await file.write(chunk);
      size += chunk.length;
      batch.bytes.set(target, size);
      batch.report();
    }
    return { resumed };
  } catch (error) {
    throw isNetworkError(error) ? new Interrupted(networkReason(error)) : error;
  } finally {
    clearTimeout(stall);
    batch.stop.signal.removeEventListener('abort', stop);
    await file.close();
  }
}

/** fetch reports a broken connection as a TypeError with a cause, and a stall as an AbortError. @param {unknown} error @returns {error is Error} */
const isNetworkError = (error) =>
  error instanceof TypeError || (error instanceof Error && error.name === 'AbortError');

/** @param {Error} error */
function networkReason(error) {
  if (error.name === 'AbortError') return 'the connection stalled';
  const cause = /** @type {NodeJS.ErrnoException | undefined} */ (error.cause);
  return cause?.code ?? cause?.message ?? error.message;
}

/**
 * A failed download in a sentence's second half.
 * @param {DownloadError} error
 */
export function describeDownload({ kind, url, reason }) {
  const host = new URL(url).host;
  switch (kind) {
    case 'unreachable':
      return `${host} cannot be reached (${reason})`;
    case 'broken':
      return `the connection to ${host} breaks again and again (${reason})`;
    case 'missing':
      return `${host} does not have it any more (${reason}: ${url})`;
    case 'checksum':
      return `${url} is not the file that this project was tested with`;
  }
}

/** Node's own fetch heeds a proxy only when told to, and only where it knows how. */
export const proxyHint = () =>
  process.env.HTTPS_PROXY || process.env.https_proxy || process.env.HTTP_PROXY || process.env.http_proxy
    ? ' (through your proxy: Node 24 with NODE_USE_ENV_PROXY=1)'
    : '';

/**
 * A bar like `[#####.....] 12.3/28.0 MB, 43/116 files`.
 * @param {Progress} progress
 * @param {number} totalBytes
 */
export function progressBar({ done, files, bytes }, totalBytes) {
  const width = 20;
  const filled = Math.round(width * Math.min(1, bytes / totalBytes));
  const bar = '#'.repeat(filled) + '.'.repeat(width - filled);
  return `[${bar}] ${(bytes / 1e6).toFixed(1)}/${(totalBytes / 1e6).toFixed(1)} MB, ${done}/${files} files`;
}
