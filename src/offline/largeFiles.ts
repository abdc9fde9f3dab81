// What is too large to be fetched again whenever the page changes: the network's weights, and the photos to try it with.

// As it was built: the server's own may come wrong, or be another version's.
import photosJson from '../../public/samples/cars/photos.json?raw';
import type { Hash, LargeFile } from './keepFiles.ts';

/**
 * @param modelBase address of the model's folder, ending in a slash; `samplesBase` likewise
 * @throws Error when the weights' list does not come; where there is none, there are no weights to be kept
 */
export async function listLargeFiles(
  modelBase: string,
  samplesBase: string,
  hash: Hash,
): Promise<readonly LargeFile[]> {
  return [...(await listWeights(modelBase)), ...(await listPhotos(samplesBase, hash))];
}

async function listWeights(base: string): Promise<LargeFile[]> {
  const url = new URL('manifest.json', base);
  const answer = await fetch(url);
  if (answer.status === 404) return [];
  if (!answer.ok) throw new Error(`${url.pathname}: HTTP ${answer.status}`);
  const { weightsManifest } = (await answer.json()) as {
    weightsManifest: readonly { paths: readonly string[]; sha256: readonly string[] }[];
  };
  return weightsManifest.flatMap(({ paths, sha256 }) =>
    paths.map((path, i) => ({
      url: new URL(path, base).href,
      sha256: sha256[i] ?? '',
      isOptional: false,
    })),
  );
}

/** What the set-up could not get is not served: the page does without it with a connection, too. */
async function listPhotos(base: string, hash: Hash): Promise<LargeFile[]> {
  const photos = JSON.parse(photosJson) as readonly { file: string; sha256: string }[];
  const list = { file: 'photos.json', sha256: await hash(new TextEncoder().encode(photosJson)) };
  return [list, ...photos].map(({ file, sha256 }) => ({
    url: new URL(file, base).href,
    sha256,
    isOptional: true,
  }));
}
