// The photos behind "Try the cars": the talk's own where the set-up could get them, else cars that we draw.

import type { Actions, Arrival } from './actions.ts';
import { TRAY } from './project.ts';

interface SamplePhoto {
  readonly file: string;
  /** `talk`: the cat that the talk begins with; it belongs to no bin. */
  readonly bin: 'classic' | 'modern' | 'test' | 'talk';
  readonly sha256: string;
  readonly credit: string;
}

const target = (bin: string): Arrival['target'] => (bin === 'test' ? { place: TRAY } : { label: bin });

/** @returns the bytes' SHA-256 in hexadecimal */
type Hash = (bytes: ArrayBuffer) => Promise<string>;

/** @param base address of the folder of sample photos, ending in a slash */
export function createSampleLoader(actions: Actions, base: string, hash: Hash) {
  return async (): Promise<void> => {
    try {
      actions.arrive(await fetchPhotos(base, hash));
    } catch {
      try {
        const { drawSampleCars } = await import('./drawnSamples.ts');
        actions.arrive(await drawSampleCars());
        actions.notify({ kind: 'drawn-samples' });
      } catch {
        // Their code is a file of its own, which a visitor without a connection cannot get either.
        actions.notify({ kind: 'samples-failed' });
      }
    }
  };
}

/** All of them or none: half a set would teach something else. */
async function fetchPhotos(base: string, hash: Hash): Promise<Arrival[]> {
  const list = await fetchList(base);
  return await Promise.all(
    list
      .filter(({ bin }) => bin !== 'talk')
      .map(async (photo) => ({
        name: photo.file,
        file: await fetchPhoto(photo, base, hash),
        target: target(photo.bin),
        credit: photo.credit,
      })),
  );
}

export interface TalkPhoto {
  readonly name: string;
  readonly file: Blob;
  /** The photo's page. */
  readonly credit: string;
}

/** @returns null where the set-up could not get it */
export async function fetchTalkPhoto(base: string, hash: Hash): Promise<TalkPhoto | null> {
  try {
    const found = (await fetchList(base)).find(({ bin }) => bin === 'talk');
    if (!found) return null;
    return { name: found.file, file: await fetchPhoto(found, base, hash), credit: found.credit };
  } catch {
    return null;
  }
}

const fetchList = (base: string) =>
  need(new URL('photos.json', base), async (answer) => (await answer.json()) as readonly SamplePhoto[]);

const fetchPhoto = ({ file, sha256 }: SamplePhoto, base: string, hash: Hash) =>
  need(new URL(file, base), async (answer) => {
    const blob = await answer.blob();
    if ((await hash(await blob.arrayBuffer())) !== sha256) throw new Error(`${file} is another file`);
    return blob;
  });

/** What a cache has wrong, or the server sent wrong once, is asked for once more, past all caches. */
const need = async <T>(url: URL, read: (answer: Response) => Promise<T>): Promise<T> =>
  await ask(url, 'default')
    .then(read)
    .catch(async () => await read(await ask(url, 'reload')));

async function ask(url: URL, cache: RequestCache): Promise<Response> {
  const answer = await fetch(url, { cache });
  const type = answer.headers.get('content-type') ?? '';
  // Some static hosts answer an unknown address with their front page.
  if (!answer.ok || type.startsWith('text/html')) throw new Error(`${url.pathname}: HTTP ${answer.status}`);
  return answer;
}
