// What is too large to be fetched again whenever the page changes: the network's weights, and the photos to try it with.

/**
 * @param modelBase address of the model's folder, ending in a slash; `samplesBase` likewise
 * @returns addresses; those of what is not served here are left out
 */
export async function listLargeFiles(modelBase: string, samplesBase: string): Promise<readonly string[]> {
  const shards = async () => {
    const { weightsManifest } = (await read(new URL('manifest.json', modelBase))) as {
      weightsManifest: readonly { paths: readonly string[] }[];
    };
    return weightsManifest.flatMap(({ paths }) => paths).map((path) => new URL(path, modelBase).href);
  };
  const photos = async () => {
    const list = new URL('photos.json', samplesBase);
    const files = (await read(list)) as readonly { file: string }[];
    return [list.href, ...files.map(({ file }) => new URL(file, samplesBase).href)];
  };
  const found = await Promise.all([shards, photos].map((find) => find().catch((): string[] => [])));
  return found.flat();
}

async function read(url: URL): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname}: HTTP ${response.status}`);
  return await response.json();
}
