// `node predict.mjs`: photos in, a table out, one row as soon as its photo is judged.

import { loadPredictor } from './loadPredictor.ts';
import { isGarbled, isNewEnough, node } from './node.ts';
import { openOutput, say } from './output.ts';
import { PhotoProblem, readPhoto } from './readPhoto.ts';
import { readExpected, selfcheck } from './selfcheck.ts';
import { namesOnInput, photosAt, watchFolder } from './sources.ts';
import { HEADER, problemRow, verdictRow } from './table.ts';

const USAGE = `Usage: node predict.mjs [options] [photos or folders]

  -o, --output FILE   write the table (CSV) there instead of to standard output
  --watch FOLDER      judge the photos in a folder, then each new one; Ctrl-C ends it
  --selfcheck         compare this machine's numbers with the page's
  -                   read file names from standard input, one a line

Exit code: 0 all photos judged (or PASS), 1 some could not be (or FAIL), 2 nothing could be done.`;

/** Sets the process' exit code, and never throws. */
export async function runCommandLine(): Promise<void> {
  try {
    if (!isNewEnough()) {
      throw new Error(`Node is ${process.version}: install 20.16, 22.3 or a newer one from nodejs.org.`);
    }
    const folder = node.path.dirname(node.url.fileURLToPath(import.meta.url));
    process.exitCode = await run(folder, process.argv.slice(2));
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 2;
  }
}

/** @param folder of the bundle */
async function run(folder: string, args: readonly string[]): Promise<number> {
  const { values, positionals } = node.util.parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      output: { type: 'string', short: 'o' },
      watch: { type: 'string' },
      selfcheck: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const { watch } = values;
  const fromInput = positionals.includes('-') || (positionals.length === 0 && !process.stdin.isTTY);
  if (values.help || !(values.selfcheck || watch !== undefined || positionals.length > 0 || fromInput)) {
    process.stdout.write(`${USAGE}\n`);
    return values.help ? 0 : 2;
  }
  if (watch !== undefined && !node.fs.statSync(watch, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`There is no folder ${watch} to watch: check its name, or make it.`);
  }

  const expected = values.selfcheck ? await readExpected(folder) : null;
  const predictor = await loadPredictor(folder);
  if (expected) {
    const { passed, lines } = await selfcheck(predictor, folder, expected);
    process.stdout.write(`${lines.join('\n')}\n`);
    return passed ? 0 : 1;
  }

  const write = openOutput(values.output);
  await write(HEADER);
  let problems = 0;
  let leftOut = 0;
  const visit = async (path: string, last: boolean): Promise<boolean> => {
    try {
      const prediction = await predictor.predict(await readPhoto(path));
      await write(verdictRow(path, prediction));
      return true;
    } catch (error) {
      if (!(error instanceof PhotoProblem)) throw error;
      if (!last) return false;
      problems++;
      await write(problemRow(path, error.message));
      return true;
    }
  };
  const leaveOut = (path: string, { message }: Error): void => {
    if (path === watch) {
      say(`The folder ${watch} is gone, or cannot be read (${message}): waiting until it is back.`);
    } else {
      leftOut++;
      const remedy = isGarbled(path) ? 'rename it, as its name is not UTF-8' : 'change its permissions';
      say(`The folder ${path} was left out (${message}): ${remedy}.`);
    }
  };
  const visitAll = async (path: string): Promise<void> => {
    for (const photo of await photosAt(path, leaveOut)) await visit(photo, true);
  };
  const exitCode = () => (problems + leftOut > 0 ? 1 : 0);

  if (watch !== undefined) {
    // Ctrl-C is the ordinary end.
    process.once('SIGINT', () => process.exit(exitCode()));
    say(`Watching ${watch}. Ctrl-C ends it.`);
    await watchFolder(watch, visit, leaveOut);
  }
  for (const path of positionals) if (path !== '-') await visitAll(path);
  if (fromInput) for await (const name of namesOnInput()) await visitAll(name);
  if (problems > 0) say(`Not judged: ${problems}. The column "error" says why.`);
  return exitCode();
}
