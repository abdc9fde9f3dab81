// What the set-up says: one line per step with its time, and for a failure one sentence and its remedy.

/** A failure that was foreseen: the person gets the sentence and the remedy, never a stack trace. */
export class SetupError extends Error {
  /**
   * @param {string} sentence what went wrong
   * @param {string} remedy what to do about it
   */
  constructor(sentence, remedy) {
    super(sentence);
    this.name = 'SetupError';
    this.remedy = remedy;
  }
}

/**
 * Ends the command with exactly this sentence and remedy.
 * @param {string} sentence
 * @param {string} remedy
 * @returns {never}
 */
export function fail(sentence, remedy) {
  throw new SetupError(sentence, remedy);
}

/** @param {string} path @returns {{ sentence: string, remedy: string }} */
const notWritable = (path) => ({
  sentence: `Binsight may not write to ${path}.`,
  remedy: 'Make the project folder writable, or clone it to a folder of your own, and run the command again.',
});

/** @param {string} path @returns {never} */
export function failToWrite(path) {
  const { sentence, remedy } = notWritable(path);
  fail(sentence, remedy);
}

/**
 * Something is missing, and the command goes on without it.
 * @param {string} sentence
 * @param {string} [remedy]
 */
export function warn(sentence, remedy) {
  console.warn(`! ${sentence}${remedy ? `\n  ${remedy}` : ''}`);
}

const CLEAR_LINE = '\r\x1b[2K';
/** Without a terminal (a log file), progress is a line now and then. */
const LOG_EVERY_MS = 10_000;

/**
 * Runs one step and says it in a line. While it lasts, a terminal shows the latest progress.
 * @param {string} name
 * @param {(progress: (text: string) => void) => Promise<string>} work returns the outcome, a few words
 */
export async function step(name, work) {
  const started = Date.now();
  const live = process.stdout.isTTY === true;
  let text = '';
  const show = () => {
    const line = `· ${name}: ${text || 'working'} (${seconds(Date.now() - started)})`;
    if (live) process.stdout.write(CLEAR_LINE + line.slice(0, (process.stdout.columns || 80) - 1));
    else console.log(line);
  };
  const timer = setInterval(show, live ? 250 : LOG_EVERY_MS);
  try {
    const outcome = await work((latest) => {
      text = latest;
    });
    if (live) process.stdout.write(CLEAR_LINE);
    console.log(`✓ ${name}: ${outcome} (${seconds(Date.now() - started)})`);
  } catch (error) {
    if (live) process.stdout.write(CLEAR_LINE);
    throw error;
  } finally {
    clearInterval(timer);
  }
}

/** @param {number} ms */
export const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/**
 * Runs a command to its end and turns foreseen failures into a sentence, a remedy and exit code 1.
 * @param {() => Promise<void>} work
 */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    const { sentence, remedy } = describeFailure(error);
    console.error(`✗ ${sentence}\n  ${remedy}`);
    process.exit(1);
  }
}

/**
 * @param {unknown} error
 * @returns {{ sentence: string, remedy: string }} an unforeseen error keeps its stack: it is a bug to report
 */
export function describeFailure(error) {
  if (error instanceof SetupError) return { sentence: error.message, remedy: error.remedy };
  const { code, path, stack } = /** @type {NodeJS.ErrnoException} */ (error ?? {});
  if (path && (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')) {
    return notWritable(path);
  }
  if (code === 'ENOSPC') {
    return { sentence: 'The disk is full.', remedy: 'Free about 1 GB and run the command again.' };
  }
  return {
    sentence: stack ?? String(error),
    remedy: 'This is unforeseen: please report it with the lines above.',
  };
}
