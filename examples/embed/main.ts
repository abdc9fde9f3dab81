// The smallest page that uses a classifier taught with Binsight: two file fields and a list.

import { loadPhotoClassifier, type PhotoClassifier } from '../../src/embed/photoClassifier.ts';

const [model, photos, status, results] = ['model', 'photos', 'status', 'results'].map((id) =>
  document.getElementById(id),
);
let classifier: PhotoClassifier | null = null;

model?.addEventListener('change', async () => {
  say('Loading the network…');
  try {
    classifier?.dispose();
    classifier = await loadPhotoClassifier({
      model: filesOf(model),
      network: '../../models/inception-v1/',
    });
    photos?.removeAttribute('disabled');
    say(`Tells ${classifier.labels.join(' from ')}.`);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
  }
});

photos?.addEventListener('change', async () => {
  for (const file of filesOf(photos)) await classify(file);
});

async function classify(file: File): Promise<void> {
  if (!classifier) return;
  const row = document.createElement('li');
  results?.append(row);
  try {
    const image = await createImageBitmap(file, { colorSpaceConversion: 'none' });
    const { label, score, distance, terms } = await classifier.classify(image);
    image.close();
    const picture = document.createElement('img');
    picture.src = URL.createObjectURL(file);
    picture.alt = '';
    const verdict = document.createElement('strong');
    verdict.textContent = `${label}, score ${score.toFixed(2)} (${file.name})`;
    const reasons = document.createElement('span');
    const largest = terms.slice(0, 3).map(({ name, value }) => `${name} ${value.toFixed(2)}`);
    reasons.textContent = `because of ${largest.join(', ')}`;
    row.append(picture, verdict, reasons);
    Object.assign(row.dataset, { photo: file.name, verdict: label, score, distance });
  } catch {
    row.textContent = `${file.name} is no photo that this browser can read.`;
  }
}

const filesOf = (input: HTMLElement): File[] =>
  input instanceof HTMLInputElement ? [...(input.files ?? [])] : [];

function say(text: string): void {
  if (status) status.textContent = text;
}
