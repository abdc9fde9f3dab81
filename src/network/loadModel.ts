// Fetches the prepared model and checks every byte of it before anything that is made of it is used.
//
// TensorFlow.js' own loader checks neither the HTTP status nor the contents of a shard; a 404 page that is long
// enough would become weights.

import { BinsightError } from '../core/errors.ts';
import checksums from './checksums.json' with { type: 'json' };
import { type KeptWeight, keptWeights, weightPlaces } from './dequantise.ts';
import { download } from './download.ts';
import { listShards, type Manifest, parseManifest } from './manifest.ts';
import { MANIFEST_FILE } from './manifestFile.ts';
import type { PreparedModel, Shard } from './prepareModel.ts';
import { sha256Hex } from './sha256.ts';
import { ShardDownload } from './shardDownload.ts';

/** A model whose every shard has been verified. */
export interface VerifiedModel {
  readonly manifest: Manifest;
  readonly shards: readonly Shard[];
}

/** Bytes of shards that have arrived, of all there are. */
export type LoadProgress = (loaded: number, total: number) => void;

/** A model whose weights can be laid out while the rest is still coming. */
export interface IncomingModel {
  /** Verified. */
  readonly manifest: Manifest;
  /**
   * A weight, once its bytes are there. They have not been verified: nothing that is made of them may be used before
   * `whole` is there. Rejects as `whole` does.
   */
  readonly find: (name: string) => Promise<KeptWeight>;
  /** Rejects with BinsightError `model-network` or `model-checksum` (detail: file). */
  readonly whole: Promise<VerifiedModel>;
}

/** A model that is there, for who can also use one that is not. */
export function arrived(model: VerifiedModel): IncomingModel {
  const find = keptWeights(model);
  return { manifest: model.manifest, find: async (name) => find(name), whole: Promise.resolve(model) };
}

/**
 * The model that is served beside the page, once its manifest is there.
 * @param base address of the folder, ending in a slash
 * @param ahead the manifest, where it has been fetched already
 * @param cache `reload` for the server's own bytes, after others have been found to be wrong
 * @throws BinsightError `model-missing` (no manifest there), `model-unknown` (not one of ours) or `model-network`
 */
export async function fetchModel(
  base: string,
  onProgress: LoadProgress,
  ahead: string | null = null,
  cache: 'default' | 'reload' = 'default',
): Promise<IncomingModel> {
  const text = ahead ?? (await fetchManifest(new URL(MANIFEST_FILE, base), cache));
  const manifest = await verifyManifest(orMissing(text));
  const files = listShards(manifest);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let loaded = 0;
  const report = reportNowAndThen(onProgress, total);
  report(0);
  const downloads = new Map(files.map(({ path, bytes }) => [path, new ShardDownload(bytes)]));
  const shards = files.map(async ({ path, sha256 }): Promise<Shard> => {
    const incoming = downloads.get(path) ?? new ShardDownload(0);
    const shard = { path, bytes: incoming.bytes };
    // Begun with the last byte, on another thread, not with the stream's end, which this one hears of when it is done
    // with what came.
    const verified = incoming.until(incoming.bytes.length).then(() => verifyShard(shard, sha256));
    verified.catch(() => undefined);
    try {
      await download({ url: new URL(path, base), file: path, cache }, (part) => {
        incoming.add(part);
        loaded += part.length;
        report(Math.min(loaded, total));
      });
      if (!incoming.isComplete) throw new BinsightError('model-checksum', { file: path });
    } catch (error) {
      incoming.fail(error);
      throw error;
    }
    await verified;
    return shard;
  });
  const whole = Promise.all(shards).then((all) => ({ manifest, shards: all }));
  // Whoever wants a weight hears of it, too.
  whole.catch(() => undefined);
  const placeOf = weightPlaces(manifest);
  // Complete before it is read: what has not come yet is zeros.
  const read = keptWeights({
    manifest,
    shards: [...downloads].map(([path, { bytes }]) => ({ path, bytes })),
  });
  return {
    manifest,
    async find(name) {
      await Promise.all(placeOf(name).parts.map(({ path, to }) => downloads.get(path)?.until(to)));
      return read(name);
    },
    whole,
  };
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
      await verifyShard(shard, sha256);
      return shard;
    }),
  );
  return { manifest, shards: ordered };
}

async function verifyShard({ path, bytes }: Shard, sha256: string): Promise<void> {
  if ((await sha256Hex(bytes)) !== sha256) throw new BinsightError('model-checksum', { file: path });
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

async function fetchManifest(url: URL, cache: RequestCache): Promise<string> {
  const parts: BlobPart[] = [];
  try {
    await download({ url, file: MANIFEST_FILE, cache }, (part) => parts.push(new Uint8Array(part)));
  } catch (error) {
    // It is not there: that is not a network's failure.
    if (error instanceof BinsightError && Number(error.detail.status) < 500) return '';
    throw error;
  }
  return await new Blob(parts).text();
}

/** Some static hosts answer every unknown address with their front page. */
function orMissing(text: string): string {
  if (!text.trimStart().startsWith('{')) throw new BinsightError('model-missing');
  return text;
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
