// Fetches the prepared model and checks every byte of it before anything is decoded.
//
// TensorFlow.js' own loader checks neither the HTTP status nor the contents of a shard; a 404 page that is long
// enough would become weights.

import { BinsightError } from '../core/errors.ts';
import checksums from './checksums.json' with { type: 'json' };
import { listShards, MANIFEST_FILE, type Manifest, parseManifest } from './manifest.ts';
import type { PreparedModel, Shard } from './prepareModel.ts';
import { sha256Hex } from './sha256.ts';

/** A model whose every shard has been verified. */
export interface VerifiedModel {
  readonly manifest: Manifest;
  readonly shards: readonly Shard[];
}

/** Bytes of shards that have arrived, of all there are. */
export type LoadProgress = (loaded: number, total: number) => void;

/**
 * The model that is served beside the page.
 * @param base address of the folder, ending in a slash
 * @throws BinsightError `model-missing` (no manifest there), `model-unknown` (not one of ours), `model-network`
 *   or `model-checksum` (detail: file)
 */
export async function fetchModel(base: string, onProgress: LoadProgress): Promise<VerifiedModel> {
  const text = await fetchManifest(new URL(MANIFEST_FILE, base));
  const manifest = await verifyManifest(text);
  const files = listShards(manifest);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let loaded = 0;
  const report = reportNowAndThen(onProgress, total);
  report(0);
  const shards = await Promise.all(
    files.map(async ({ path }): Promise<Shard> => {
      const bytes = await fetchShard(new URL(path, base), path, (count) => {
        loaded += count;
        report(Math.min(loaded, total));
      });
      return { path, bytes };
    }),
  );
  return await verifyShards(manifest, shards);
}

/**
 * Checks a manifest against those this project prepares, and each shard against the manifest.
 * @throws BinsightError `model-unknown`, `model-file-missing` or `model-checksum` (detail: file)
 */
export async function verifyModel(manifestText: string, shards: readonly Shard[]): Promise<VerifiedModel> {
  return await verifyShards(await verifyManifest(manifestText), shards);
}

async function verifyShards(manifest: Manifest, shards: readonly Shard[]): Promise<VerifiedModel> {
  const byPath = new Map(shards.map((shard) => [shard.path, shard]));
  const ordered = await Promise.all(
    listShards(manifest).map(async ({ path, sha256 }) => {
      const shard = byPath.get(path);
      if (!shard) throw new BinsightError('model-file-missing', { file: path });
      if ((await sha256Hex(shard.bytes)) !== sha256)
        throw new BinsightError('model-checksum', { file: path });
      return shard;
    }),
  );
  return { manifest, shards: ordered };
}

export const verifyPrepared = ({ manifest, shards }: PreparedModel): Promise<VerifiedModel> =>
  verifyModel(manifest, shards);

async function verifyManifest(text: string): Promise<Manifest> {
  const manifest = parseManifest(text);
  // Preparation is deterministic, so the one right manifest of each precision is known beforehand.
  if ((await sha256Hex(new TextEncoder().encode(text))) !== checksums.manifests[manifest.precision]) {
    throw new BinsightError('model-unknown', { file: MANIFEST_FILE });
  }
  return manifest;
}

async function fetchManifest(url: URL): Promise<string> {
  const response = await tryFetch(url, MANIFEST_FILE);
  if (response.status >= 500) {
    throw new BinsightError('model-network', { file: MANIFEST_FILE, status: response.status });
  }
  const text = response.ok ? await response.text().catch(failBrokenOff(MANIFEST_FILE)) : '';
  // Some static hosts answer every unknown address with their front page.
  if (!text.trimStart().startsWith('{')) throw new BinsightError('model-missing');
  return text;
}

async function fetchShard(url: URL, file: string, onBytes: (count: number) => void) {
  const response = await tryFetch(url, file);
  if (!response.ok) throw new BinsightError('model-network', { file, status: response.status });
  return await readBytes(response, onBytes).catch(failBrokenOff(file));
}

/** Milliseconds: a download comes in hundreds of pieces, and each report makes the page draw. */
const REPORT_EVERY = 100;

function reportNowAndThen(onProgress: LoadProgress, total: number): (loaded: number) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (loaded) => {
    const now = performance.now();
    if (loaded < total && now - last < REPORT_EVERY) return;
    last = now;
    onProgress(loaded, total);
  };
}

async function readBytes(response: Response, onBytes: (count: number) => void) {
  if (!response.body) return new Uint8Array(await response.arrayBuffer());
  const parts: Uint8Array[] = [];
  // A reader, because not every browser can iterate over a stream.
  const reader = response.body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    parts.push(read.value);
    onBytes(read.value.length);
  }
  return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer());
}

/** The answer had begun well, but did not come to its end. */
const failBrokenOff =
  (file: string) =>
  (cause: unknown): never => {
    throw new BinsightError('model-network', { file, status: 'broken off' }, { cause });
  };

/** The network may hiccup: three tries, a little later each time. */
async function tryFetch(url: URL, file: string): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    try {
      const response = await fetch(url);
      if (response.status < 500 || attempt === 3) return response;
    } catch (cause) {
      if (attempt === 3) throw new BinsightError('model-network', { file, status: 'no answer' }, { cause });
    }
    await new Promise((resolve) => setTimeout(resolve, 300 * attempt));
  }
}
