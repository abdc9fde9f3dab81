// Large files in a cache: kept only when they are right, byte for byte. A server may say 200 and send something else.

export interface LargeFile {
  readonly url: string;
  /** Of what has to come, in hexadecimal. */
  readonly sha256: string;
  /** The page does without it where its server answers 404. */
  readonly isOptional: boolean;
}

/** @returns the bytes' SHA-256 in hexadecimal */
export type Hash = (bytes: Uint8Array<ArrayBuffer> | ArrayBuffer) => Promise<string>;

/**
 * Fetches what the cache lacks or has wrong, and removes what nobody wants any more.
 * @returns whether all of them are there, and right
 */
export async function keepFiles(cache: Cache, files: readonly LargeFile[], hash: Hash): Promise<boolean> {
  const wanted = new Set(files.map(({ url }) => url));
  for (const { url } of await cache.keys()) if (!wanted.has(url)) await cache.delete(url);
  let isAll = true;
  for (const file of files) isAll = (await keepFile(cache, file, hash)) && isAll;
  return isAll;
}

async function keepFile(cache: Cache, { url, sha256, isOptional }: LargeFile, hash: Hash): Promise<boolean> {
  const isRight = async (answer: Response) =>
    answer.ok && (await hash(await answer.clone().arrayBuffer())) === sha256;
  const kept = await cache.match(url);
  if (kept && (await isRight(kept))) return true;
  // Or the service worker would answer with it.
  await cache.delete(url);
  // The browser's own cache may have it wrong, too.
  for (const mode of ['default', 'reload'] as const) {
    const answer = await fetch(url, { cache: mode });
    if (answer.status === 404 && isOptional) return true;
    if (!(await isRight(answer))) continue;
    await cache.put(url, answer);
    return true;
  }
  // What is asked for by `reload`, the service worker has kept as it came.
  await cache.delete(url);
  return false;
}
