// The names of ImageNet's 1000 classes, as published beside the weights (`n01440764 tench, Tinca tinca`).

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
