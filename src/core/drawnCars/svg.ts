// Writing SVG: a template tag for markup and a little arithmetic on colours.

/** Joins a template into markup: numbers are rounded to a tenth (same text in every browser), lists are joined. */
export function svg(
  texts: TemplateStringsArray,
  ...values: readonly (string | number | readonly string[])[]
): string {
  return texts.reduce((all, text, i) => all + written(values[i - 1] ?? '') + text);
}

function written(value: string | number | readonly string[]): string {
  if (typeof value === 'number') return String(Math.round(value * 10) / 10);
  return typeof value === 'string' ? value : value.join('');
}

/** @param share how much of `other` (0..1) is mixed into `colour`; both are `#rrggbb` */
export function mix(colour: string, other: string, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [a, b] = [colour, other].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16));
    return Math.round((a ?? 0) * (1 - share) + (b ?? 0) * share)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('')}`;
}

export const lighter = (colour: string, share: number): string => mix(colour, '#fffaf0', share);
export const darker = (colour: string, share: number): string => mix(colour, '#1d1830', share);
