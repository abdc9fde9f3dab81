// Does a server send what headers.mjs says? Asked of the files that matter, in sentences.

import { cacheControl, HEADERS } from './headers.mjs';

/** Whatever is under assets/ may be kept for ever, but not the news that it is not there. */
const MISSING = '/assets/not-there.js';

/**
 * @param {string} base the page's address, ending in a slash
 * @returns {Promise<{ asked: string[], faults: string[] }>} paths below it, and one sentence for each thing that is wrong
 */
export async function checkHeaders(base) {
  const page = await (await fetch(base)).text();
  const script = /src="\.(\/assets\/[\w.-]+\.js)"/.exec(page)?.[1];
  if (!script) return { asked: ['/'], faults: [`${base} is not Binsight's built page.`] };
  const asked = ['/', script, '/sw.js', '/app.webmanifest', '/privacy.html', '/favicon.svg', MISSING];
  const faults = await Promise.all(asked.map((path) => findFaults(path, base)));
  return { asked, faults: faults.flat() };
}

/** @param {string} path @param {string} base */
async function findFaults(path, base) {
  const response = await fetch(new URL(`.${path}`, base));
  await response.body?.cancel();
  const is404 = path === MISSING;
  /** @type {(name: string, wanted: string) => string[]} */
  const compare = (name, wanted) => {
    const sent = response.headers.get(name);
    return sent === wanted ? [] : [`${path} comes with ${name}: ${sent ?? 'nothing'}, not ${wanted}.`];
  };
  const status = is404 ? 404 : 200;
  const wrongStatus =
    response.status === status ? [] : [`${path} is answered with ${response.status}, not ${status}.`];
  const kept = is404 && /immutable/.test(response.headers.get('Cache-Control') ?? '');
  return [
    ...wrongStatus,
    ...Object.entries(HEADERS).flatMap(([name, value]) => compare(name, value)),
    ...(is404 ? [] : compare('Cache-Control', cacheControl(path))),
    ...(kept ? [`${path} is not there, and may be kept as that for ever.`] : []),
    ...(path.endsWith('.js') && !is404 && !/javascript/.test(response.headers.get('Content-Type') ?? '')
      ? [`${path} is not sent as JavaScript, so browsers will not run it.`]
      : []),
  ];
}
