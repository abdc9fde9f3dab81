// The bundle's files, in Node: read, checked, and made into what judges photos.

import { loadInstalled, node } from './node.ts';
import { createPredictor, type Predictor, type Runtime } from './predictor.ts';

/**
 * @param folder of the bundle
 * @throws Error: which file is to blame, why, and what to do
 */
export async function loadPredictor(folder: string): Promise<Predictor> {
  // From 1.29 on it reports its use to Microsoft, unless it is told not to before it is loaded.
  process.env.ORT_DISABLE_TELEMETRY = '1';
  const ort = loadInstalled('onnxruntime-node') as Runtime;
  const novelty = node.fs.existsSync(node.path.join(folder, 'novelty.f32'))
    ? await readPart(folder, 'novelty.f32')
    : null;
  const predictor = await createPredictor({
    ort,
    model: (await readPart(folder, 'model.json')).toString('utf8'),
    onnx: await readPart(folder, 'model.onnx'),
    // A copy of its own: Node reads small files into a shared buffer.
    novelty: novelty && new Uint8Array(novelty).buffer,
    classNames: (await readPart(folder, 'imagenet-classes.txt')).toString('utf8').trim().split('\n'),
  });
  if (!novelty && predictor.model.file.novelty) {
    process.stderr.write('novelty.f32 is missing, so nothing can be called neither.\n');
  }
  return predictor;
}

/**
 * A file of the bundle.
 * @throws Error as above
 */
export async function readPart(folder: string, name: string): Promise<Buffer> {
  return await node.fs.promises
    .readFile(node.path.join(folder, name))
    .catch((cause: NodeJS.ErrnoException) => {
      throw new Error(
        cause.code === 'ENOENT'
          ? `${name} is missing: unpack the whole zip into one folder.`
          : `${name} cannot be read (${cause.message}): unpack the whole zip again.`,
        { cause },
      );
    });
}
