// SHA-256, the name under which a photo or a shard of weights is known.

/**
 * @returns the digest as 64 lower-case hexadecimal digits (FIPS 180-4)
 * Pages on an insecure origin (http:// on another machine) have no crypto.subtle; there, and only there, a
 * JavaScript implementation is loaded, some ten times slower.
 */
export async function sha256Hex(bytes: Uint8Array<ArrayBuffer> | ArrayBuffer): Promise<string> {
  const subtle = (globalThis.crypto as Partial<Crypto> | undefined)?.subtle;
  const digest = subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes)) : await withoutSubtle(bytes);
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function withoutSubtle(bytes: Uint8Array<ArrayBuffer> | ArrayBuffer): Promise<Uint8Array> {
  const { sha256 } = await import('@noble/hashes/sha2.js');
  return sha256(bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : bytes);
}
