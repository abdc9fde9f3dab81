// The first file of the model that is needed. Its reader is bigger than it is, and is not here.

export const MANIFEST_FILE = 'manifest.json';

/**
 * Asks for the manifest before there is a worker to read it.
 * @param base address of the model's folder, ending in a slash
 * @returns null where it did not come: whoever needs it asks for it again, and finds out why
 */
export async function fetchManifestAhead(base: string): Promise<string | null> {
  try {
    const response = await fetch(new URL(MANIFEST_FILE, base));
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}
