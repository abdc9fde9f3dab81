// The photos behind "Try the cars": the talk's own where the set-up could get them, else cars that we draw.

import type { Actions, Arrival } from './actions.ts';
import { TRAY } from './project.ts';

interface SamplePhoto {
  readonly file: string;
  /** `talk`: the cat that the talk begins with; it belongs to no bin. */
  readonly bin: 'classic' | 'modern' | 'test' | 'talk';
  readonly credit: string;
}

const target = (bin: string): Arrival['target'] => (bin === 'test' ? { place: TRAY } : { label: bin });

/** @param base address of the folder of sample photos, ending in a slash */
export function createSampleLoader(actions: Actions, base: string) {
  return async (): Promise<void> => {
    try {
      actions.arrive(await fetchPhotos(base));
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
async function fetchPhotos(base: string): Promise<Arrival[]> {
  const list = await fetchList(base);
  return await Promise.all(
    list
      .filter(({ bin }) => bin !== 'talk')
      .map(async ({ file, bin, credit }) => {
        const blob = await (await need(new URL(file, base))).blob();
        return { name: file, file: blob, target: target(bin), credit };
      }),
  );
}

export interface TalkPhoto {
  readonly name: string;
  readonly file: Blob;
  /** The photo's page. */
  readonly credit: string;
}

/** @returns null where the set-up could not get it */
export async function fetchTalkPhoto(base: string): Promise<TalkPhoto | null> {
  try {
    const found = (await fetchList(base)).find(({ bin }) => bin === 'talk');
    if (!found) return null;
    const { file, credit } = found;
    return { name: file, file: await (await need(new URL(file, base))).blob(), credit };
  } catch {
    return null;
  }
}

const fetchList = async (base: string): Promise<readonly SamplePhoto[]> =>
  (await (await need(new URL('photos.json', base))).json()) as SamplePhoto[];

async function need(url: URL): Promise<Response> {
  const response = await fetch(url);
  const type = response.headers.get('content-type') ?? '';
  // Some static hosts answer an unknown address with their front page.
  if (!response.ok || type.startsWith('text/html'))
    throw new Error(`${url.pathname}: HTTP ${response.status}`);
  return response;
}
