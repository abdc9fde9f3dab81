// The smallest page that uses a classifier taught with Binsight: two file fields and a list. Another classifier judges
// the same photos again; one that cannot be loaded changes nothing.

import { classifierProblem } from '../../src/embed/classifierProblem.ts';
import { loadPhotoClassifier, type PhotoClassifier } from '../../src/embed/photoClassifier.ts';

const model = find('model', HTMLInputElement);
const photos = find('photos', HTMLInputElement);
const status = find('status', HTMLElement);
const results = find('results', HTMLElement);

let classifier: PhotoClassifier | null = null;
const chosen: File[] = [];

model.addEventListener('change', () => {
  const files = takeFiles(model);
  inTurn(async () => {
    say('Loading the network…');
    const next = await loadPhotoClassifier({ model: files, network: '../../models/inception-v1/' });
    classifier?.dispose();
    classifier = next;
    photos.disabled = false;
    results.replaceChildren();
    say(`Tells ${next.labels.join(' from ')}.`);
    for (const file of chosen) await show(next, file);
  });
});

photos.addEventListener('change', () => {
  const files = takeFiles(photos);
  inTurn(async () => {
    if (!classifier) return;
    chosen.push(...files);
    for (const file of files) await show(classifier, file);
  });
});

/** A row for a photo: its verdict, or why there is none. */
async function show({ classify }: PhotoClassifier, file: File): Promise<void> {
  const row = document.createElement('li');
  row.dataset.photo = file.name;
  results.append(row);
  const image = await createImageBitmap(file, { colorSpaceConversion: 'none' }).catch(() => null);
  if (!image) {
    row.textContent = `${file.name} is no photo that this browser can read, or is damaged. Choose it as a JPEG.`;
    return;
  }
  try {
    const { label, score, distance, terms } = await classify(image);
    const picture = document.createElement('img');
    picture.src = URL.createObjectURL(file);
    picture.onload = () => URL.revokeObjectURL(picture.src);
    picture.alt = '';
    const verdict = document.createElement('strong');
    verdict.textContent = `${label}, score ${score.toFixed(2)} (${file.name})`;
    const reasons = document.createElement('span');
    const largest = terms.slice(0, 3).map(({ name, value }) => `${name} ${value.toFixed(2)}`);
    reasons.textContent = `because of ${largest.join(', ')}`;
    row.append(picture, verdict, reasons);
    Object.assign(row.dataset, { verdict: label, score, distance });
  } catch (error) {
    row.textContent = `${file.name}: ${classifierProblem(error)}`;
  } finally {
    image.close();
  }
}

let last: Promise<void> = Promise.resolve();

/** One thing after another, so that no classifier is disposed of while it judges. */
function inTurn(task: () => Promise<void>): void {
  last = last.then(task).catch((error) => {
    const kept = classifier ? ` Still tells ${classifier.labels.join(' from ')}.` : '';
    say(classifierProblem(error) + kept);
  });
}

/** Emptied, because a field that holds a file already says nothing when the same one is chosen again. */
function takeFiles(field: HTMLInputElement): File[] {
  const files = [...(field.files ?? [])];
  field.value = '';
  return files;
}

function say(text: string): void {
  status.textContent = text;
}

function find<T extends HTMLElement>(id: string, kind: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`the page has no #${id}`);
  return element;
}
