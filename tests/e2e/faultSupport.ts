// Faults for workers, which no init script reaches: their code is kept from coming, or comes with a few lines before it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Route } from '@playwright/test';
import { dist } from './support.ts';

export type WorkerName = 'reader' | 'featurizer' | 'trainer' | 'evaluator' | 'packer';

/** The address of a worker's code, or of another part of the page: `page`. */
export const codeOf = (name: WorkerName | 'page'): string =>
  `**/assets/${name}${name === 'page' ? '' : '.worker'}-*.js`;

/** What befalls a worker when it is started: its code does not come, or a function runs before it. */
type Fate = 'missing' | 'sound' | string;

/** Some lines to run before a worker's own code. */
export const inject = <Args extends readonly (string | number)[]>(
  run: (...args: Args) => void,
  ...args: Args
): Fate => `(${run})(...${JSON.stringify(args)});`;

/**
 * @param fateOf of the worker that is started as the first, second, ... of its kind
 * @returns how many have been started so far
 */
export async function decideFates(
  page: Page,
  name: WorkerName,
  fateOf: (time: number) => Fate,
): Promise<() => number> {
  let times = 0;
  await page.route(codeOf(name), async (route) => {
    times++;
    const fate = fateOf(times);
    if (fate === 'missing') return await route.fulfill({ status: 404 });
    if (fate === 'sound') return await route.continue();
    await changeAnswer(route, (code) => `${fate}\n${code}`);
  });
  return () => times;
}

/**
 * Answers with a changed file of the build. It comes from the disk, as what the server is asked for may come when the test,
 * and with it the page, has ended: a worker may be started at any time.
 */
export async function changeAnswer(route: Route, change: (file: Buffer) => Buffer | string): Promise<void> {
  const { pathname } = new URL(route.request().url());
  const contentType = pathname.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
  await route.fulfill({ contentType, body: change(readFileSync(join(dist, pathname))) });
}

/** The worker dies at its nth call of a kind, which it never answers. */
export function dieAt(method: string, nth: number): void {
  let calls = 0;
  addEventListener('message', (event: MessageEvent<{ path?: string[] } | undefined>) => {
    if (!event.data?.path?.includes(method) || ++calls !== nth) return;
    event.stopImmediatePropagation();
    setTimeout(() => {
      throw new Error('killed by the test');
    });
  });
}

/** Each of the worker's calls of a kind begins so many milliseconds later. */
export function slowDown(method: string, milliseconds: number): void {
  const late = new WeakSet<object>();
  addEventListener('message', (event: MessageEvent<{ path?: string[] } | undefined>) => {
    const { data } = event;
    if (!data?.path?.includes(method) || late.has(data)) return;
    event.stopImmediatePropagation();
    late.add(data);
    setTimeout(
      () => dispatchEvent(new MessageEvent('message', { data, ports: [...event.ports] })),
      milliseconds,
    );
  });
}
