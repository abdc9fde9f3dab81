// `node predict.mjs`: photos in, a table out, one row as soon as its photo is judged.

import { loadInstalled, node } from './node.ts';
import { createPredictor, type Predictor, type Runtime } from './predictor.ts';
import { PhotoProblem, readPhoto } from './readPhoto.ts';
import { selfcheck } from './selfcheck.ts';
import { namesOnInput, photosAt, watchFolder } from './sources.ts';
import { HEADER, predictionRow, problemRow } from './table.ts';

const USAGE = `Usage: node predict.mjs [options] [photos or folders]

  -o, --output FILE   write the table (CSV) there instead of to standard output
  --watch FOLDER      judge the photos in a folder, then each new one; Ctrl-C ends it
  --selfcheck         compare this machine's numbers with the page's
  -                   read file names from standard input, one a line

Exit code: 0 all photos judged (or PASS), 1 some could not be (or FAIL), 2 nothing could be done.`;

/** @param folder of the bundle */
export async function runCommandLine(folder: string): Promise<void> {
  try {
    process.exitCode = await run(folder, process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
}

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
  if (watch !== undefined && !node.fs.existsSync(watch))
    throw new Error(`There is no folder ${watch} to watch.`);

  const predictor = await loadPredictor(folder);
  if (values.selfcheck) {
    const { passed, lines } = await selfcheck(predictor, node.path.join(folder, 'selfcheck'));
    process.stdout.write(`${lines.join('\n')}\n`);
    return passed ? 0 : 1;
  }

  const write = openOutput(values.output);
  await write(HEADER);
  let problems = 0;
  const visit = async (path: string, last: boolean): Promise<boolean> => {
    try {
      const prediction = await predictor.predict(await readPhoto(path));
      await write(predictionRow(path, prediction));
      return true;
    } catch (error) {
      if (!(error instanceof PhotoProblem)) throw error;
      if (!last) return false;
      problems++;
      await write(problemRow(path, error.message));
      return true;
    }
  };
  const visitAll = async (path: string): Promise<void> => {
    for (const photo of await photosAt(path)) await visit(photo, true);
  };

  if (watch !== undefined) {
    // Ctrl-C is the ordinary end.
    process.once('SIGINT', () => process.exit(problems > 0 ? 1 : 0));
    process.stderr.write(`Watching ${watch}. Ctrl-C ends it.\n`);
    await watchFolder(watch, visit);
  }
  for (const path of positionals) if (path !== '-') await visitAll(path);
  if (fromInput) for await (const name of namesOnInput()) await visitAll(name);
  if (problems > 0) process.stderr.write(`Not judged: ${problems}. The column "error" says why.\n`);
  return problems > 0 ? 1 : 0;
}

async function loadPredictor(folder: string): Promise<Predictor> {
  const ort = loadInstalled('onnxruntime-node') as Runtime;
  const read = (name: string) =>
    node.fs.promises.readFile(node.path.join(folder, name)).catch(() => {
      throw new Error(`${name} is missing: unpack the whole zip into one folder.`);
    });
  const model = (await read('model.json')).toString('utf8');
  const novelty = await node.fs.promises.readFile(node.path.join(folder, 'novelty.f32')).catch(() => null);
  if (!novelty && (JSON.parse(model) as { novelty: unknown }).novelty) {
    process.stderr.write('novelty.f32 is missing, so nothing can be called neither.\n');
  }
  return await createPredictor({
    ort,
    model,
    onnx: await read('model.onnx'),
    // A copy of its own: Node reads small files into a shared buffer.
    novelty: novelty && new Uint8Array(novelty).buffer,
    classNames: (await read('imagenet-classes.txt')).toString('utf8').trim().split('\n'),
  });
}

/** @returns writes a line, and comes back once it is on its way */
function openOutput(path: string | undefined): (line: string) => Promise<void> {
  const stream = path === undefined ? process.stdout : node.fs.createWriteStream(path);
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever was reading has heard enough, as `head` does.
    if (error.code === 'EPIPE') process.exit(0);
    process.stderr.write(`The table cannot be written: ${error.message}\n`);
    process.exit(2);
  });
  return (line) => new Promise((resolve) => stream.write(`${line}\n`, () => resolve()));
}
