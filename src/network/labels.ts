// The names of ImageNet's 1000 classes, as published beside the weights (`n01440764 tench, Tinca tinca`).

import { CLASS_COUNT } from './architecture.ts';

/** Two classes that the published list names alike. */
const TWINS: Readonly<Record<string, string>> = {
  n02012849: 'crane (bird)',
  n03126707: 'crane (machine)',
};

/**
 * @returns one short name per class, all different: its first synonym, or all of them where another class has the
 *   same first one
 */
export function parseLabels(text: string): readonly string[] {
  const lines = text.trim().split('\n');
  const full = lines.map((line) => {
    const [synset = '', ...names] = line.trim().split(' ');
    return TWINS[synset] ?? names.join(' ');
  });
  const first = full.map((names) => names.split(',')[0] ?? names);
  return first.map((name, i) => (first.indexOf(name) === first.lastIndexOf(name) ? name : (full[i] ?? name)));
}

/**
 * @returns the 1000 names, fetched
 * @throws Error when they cannot be had, or when the host answers with something else, such as its front page
 */
export async function fetchLabels(url: URL): Promise<readonly string[]> {
  const response = await fetch(url);
  const labels = response.ok ? parseLabels(await response.text()) : [];
  if (labels.length !== CLASS_COUNT) throw new Error(`${url.pathname} does not name ${CLASS_COUNT} classes`);
  return labels;
}
