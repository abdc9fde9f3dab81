// Where the table goes, in Node: a file or standard output, line by line.

import { node } from './node.ts';

/** @returns writes a line, and comes back once it is on its way */
export function openOutput(path: string | undefined): (line: string) => Promise<void> {
  const stream = path === undefined ? process.stdout : node.fs.createWriteStream(path);
  stream.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    // Whoever was reading has heard enough, as `head` does.
    if (code === 'EPIPE') process.exit(0);
    const where = path ?? 'standard output';
    say(
      `The table cannot be written to ${where} (${message}): give another file with -o, in a folder that is there and has room.`,
    );
    process.exit(2);
  });
  return (line) => new Promise((resolve) => stream.write(`${line}\n`, () => resolve()));
}

/** To the person, beside the table. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
