// What Vite has built, where all of it has to be one file.

/**
 * @param {Awaited<ReturnType<typeof import('vite').build>>} built with `write: false`
 * @param {string} name for the error's text
 * @throws Error when it is not one file of code
 */
export function oneFile(built, name) {
  const outputs = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  const [chunk, ...others] = outputs;
  if (chunk?.type !== 'chunk' || others.length > 0) throw new Error(`${name} is not one file`);
  return chunk;
}
