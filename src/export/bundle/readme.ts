// README.md of a bundle, written for the very model that is in it.

import { FEATURE_COUNTS } from '../model/modelFile.ts';
import type { ModelRequest } from '../model/writeModel.ts';

const FEATURES = {
  logits: "the 1000 logits of ImageNet's classes",
  pool5: 'the 1024 channels of its last module',
  inception_4d: 'the 528 channels of a module in its middle',
} as const;

/** In a line of its own, so that nobody takes it for an import of this file. */
const WEB_IMPORTS =
  "import * as ort from 'onnxruntime-web';\nimport { createPredictor } from './predict.mjs';";

/** @param samples photos in selfcheck/ */
export function writeReadme(request: ModelRequest, samples: number): string {
  const { name, created, classifier, kind, photos, novelty, neither, calibration, network } = request;
  const labels = classifier.labels.map(asCode);
  const table = labels.map((label, i) => `| ${label} | ${photos[i] ?? 0} |`).join('\n');
  return `# ${escapeMarkdown(name)}

A classifier of photos that tells ${joinWords(labels)} apart, made with Binsight on ${created.slice(0, 10)}.
It runs on your own machine; nothing is sent anywhere. (onnxruntime from 1.29 on reports its use to Microsoft unless the
environment variable ORT_DISABLE_TELEMETRY is 1 before it is loaded. Both programs see to that; where your own code loads
onnxruntime or onnxruntime-node, set it yourself.)

| label | photos it learned from |
| --- | --- |
${table}

It is Inception v1 (${network.id}), which turns a photo into ${FEATURES[kind]},
and a linear support vector machine on these ${FEATURE_COUNTS[kind]} numbers (C = ${classifier.C}).

## With Python
\`\`\`
python3 -m pip install numpy pillow onnxruntime
python3 predict.py --selfcheck
python3 predict.py photo.jpg folder-of-photos -o verdicts.csv
\`\`\`
Python 3.9 or newer. In place of onnxruntime OpenCV will do (on Debian:
\`apt install python3-opencv python3-numpy python3-pil\`); \`--backend opencv\` or \`--backend onnxruntime\` chooses.

## With Node
\`\`\`
npm install onnxruntime-node sharp
node predict.mjs --selfcheck
node predict.mjs photo.jpg folder-of-photos -o verdicts.csv
\`\`\`
Node 20.16, 22.3 or newer. sharp decodes the photos, as Node itself cannot. Files whose names are not UTF-8 (from very
old disks) cannot be opened by Node, and get a row that says so; predict.py opens them.

## Which photos
Both programs read JPEG, PNG, WebP, GIF, AVIF (Python: with Pillow 11.3 or newer) and TIFF; predict.py also BMP, ICO and
JPEG 2000. Others, such as HEIC, have to be saved as JPEG or PNG first. Photos are turned upright where browsers do it: by
the EXIF data of JPEG and PNG, not of WebP.

## A stream of photos
Both programs write each row as soon as its photo is judged, and go on after a bad one.
\`\`\`
python3 predict.py --watch folder          # those in the folder, then each new one; Ctrl-C ends it
find . -name '*.jpg' | python3 predict.py  # file names on standard input, one a line
\`\`\`
A photo that is still being copied into a watched folder is waited for, and so is a watched folder that disappears.

## In a web page
\`\`\`js
${WEB_IMPORTS}

const [model, onnx, novelty] = await Promise.all([
  fetch('model.json').then((response) => response.json()),
  fetch('model.onnx').then((response) => response.arrayBuffer()),
  ${novelty ? "fetch('novelty.f32').then((response) => response.arrayBuffer())" : 'null'},
]);
const predictor = await createPredictor({ ort, model, onnx: new Uint8Array(onnx), novelty });
const { verdict, score, distance, probability } = await predictor.predict(imageData);
\`\`\`
\`imageData\` is a whole upright photo as \`context.getImageData\` gives it.

## The columns
| column | what it is |
| --- | --- |
| file | the name as it was given, or as it is in the folder |
| verdict | ${joinWords(novelty && neither ? [...labels, asCode('neither')] : labels, 'or')} |
| score | ${scoreText(labels)} |
| distance | score / norm of the weights: how far from the boundary; at the margin's edge it is 1 / norm |
| probability | ${probabilityText(calibration)} |
| similarity | ${novelty ? `to the training photo most like it (cosine of the logits)${neither ? `; below ${novelty.limit.toFixed(3)} the verdict is \`neither\`` : '; `neither` was switched off'}` : 'empty: too few photos to tell what is unlike them'} |
| classes | the five ImageNet classes that the network sees first, with their probability |
| error | why a photo could not be judged, and what to do; empty for all others |

Text is always quoted, and names are as they are, so that another program finds the files again, but for one thing: to a
spreadsheet program a cell that begins with \`=\`, \`+\`, \`-\` or \`@\` is a formula, and names may come from strangers. Before
such a file's name stands \`./\` (it is the same file), before such a label an apostrophe. The page's own table does the same.

Exit code: 0 all photos judged, 1 some could not be (or a folder could not be read), 2 nothing could be done.

## The files
| file | what |
| --- | --- |
| model.json | all that was learned, as numbers; \`model.schema.json\` says what each is |
${novelty ? `| novelty.f32 | the logits of the ${photos.reduce((sum, count) => sum + count, 0)} training photos at unit length: float32, little-endian, 1000 a photo. Without it \`neither\` is never said |\n` : ''}| model.onnx | the whole pipeline, ONNX opset 13: \`image\` float32 [N, 3, 224, 224] (red, green, blue, 0 to 255) to \`logits\` [N, 1000] and \`scores\` [N, ${labels.length}]. OpenCV 4.6 takes one photo at a time |
| predict.py, predict.mjs | the two programs; they do the same |
| imagenet-classes.txt | the names of the 1000 logits, in order |
| selfcheck/ | ${samples} of the photos, as they were, with what the page said of them |

\`--selfcheck\` prints PASS when this machine gives the page's numbers: scores within 0.001 from the same pixels, and from
the photos themselves the same verdicts with scores within 0.05. Else it prints the worst difference. Of a photo that
this machine cannot decode the pixels alone are compared, and that is said.

Whoever gets this folder gets the photos in \`selfcheck/\` too, byte for byte as they were, with their EXIF data (often
when, where and with what camera they were taken). If they are not for everybody, delete that folder before you pass this
one on: only \`--selfcheck\` needs it.

## Licences
The model is yours. predict.py and predict.mjs are under the MIT licence (LICENSE.txt). The network is BAIR/BVLC
GoogLeNet, "released for unrestricted use" by its authors (Szegedy et al., "Going deeper with convolutions", 2014;
trained by Sergio Guadarrama, BVLC); please cite it. Photos keep the licences that they have.
`;
}

/** null: nobody had asked for it; that is something else than what was tried in vain. */
function probabilityText(calibration: ModelRequest['calibration']): string {
  if (!calibration) return 'empty: learning any had not been tried yet when the bundle was made';
  return calibration.status === 'ready'
    ? `of the label on whose side the photo lies, learned from ${calibration.photos} photos left out; empty for \`neither\``
    : 'empty: with these photos none could be learned';
}

const scoreText = ([first = '', second = '', ...more]: readonly string[]): string =>
  more.length === 0
    ? `above 0 it is ${second}, else ${first}; 1 and -1 are the margin's edges`
    : 'of the label that wins; each label has one, against all the others';

const joinWords = (words: readonly string[], word = 'and'): string =>
  `${words.slice(0, -1).join(', ')} ${word} ${words.at(-1) ?? ''}`;

/** Labels are anybody's words: in a table, between backticks, nothing in them may mean anything. */
const asCode = (label: string): string => {
  const plain = label.replace(/\s+/g, ' ');
  return plain.includes('`') ? escapeMarkdown(plain) : `\`${plain.replaceAll('|', '\\|')}\``;
};

const escapeMarkdown = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>()#+!|~-]/g, (character) => `\\${character}`);
