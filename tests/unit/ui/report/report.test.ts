// The report: its numbers are the page's, and whatever things are called, it is text and nothing more.

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { State } from '../../../../src/store/state.ts';
import type { useApp } from '../../../../src/ui/appContext.ts';
import type { Looks } from '../../../../src/ui/report/gatherLooks.ts';
import { renderReport } from '../../../../src/ui/report/renderReport.tsx';
import { cssText } from '../../../../src/ui/report/reportStyles.ts';
import { testPhotos } from '../../../../src/ui/report/testVerdicts.ts';
import { HARMLESS, learnedState, type Names, renamed } from './reportState.ts';

// Vitest takes style sheets for empty.
const read = vi.hoisted(() => async (file: string) => {
  const { readFile } = await import('node:fs/promises');
  return { default: await readFile(new URL(`../../../../src/ui/${file}`, import.meta.url), 'utf8') };
});
vi.mock('../../../../src/ui/base.css?raw', () => read('base.css'));
vi.mock('../../../../src/ui/report/report.css?raw', () => read('report/report.css'));

const NO_LOOKS: Looks = { heatMaps: new Map(), channels: new Map() };
/** It only looks: of all that a component may use, it takes nothing but the state. */
const app = {} as ReturnType<typeof useApp>;
const PICTURE = 'data:image/jpeg;base64,AAAA';

const render = (state: State, looks = NO_LOOKS): string =>
  renderReport({
    app,
    state,
    tests: testPhotos(state),
    looks,
    pictures: new Map(
      Object.values(state.work).flatMap((done) =>
        done.status === 'ready' ? [[done.picture.sha256, PICTURE] as const] : [],
      ),
    ),
    now: new Date('2026-03-01T12:00:00Z'),
  });

interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** Every tag of a document; the style sheet is left out. An attribute must have its quotes, text must have no `<`. */
function tagsOf(html: string): readonly Tag[] {
  const body = html.replace('<!doctype html>', '').replace(/<style>[^<]*<\/style>/, '');
  const rest = body.replace(/<\/?[a-zA-Z][a-zA-Z0-9]*(?: [a-zA-Z-]+="[^"<>]*")*\/?>/g, '');
  expect(rest).not.toMatch(/[<>]/);
  return [
    ...body.matchAll(/<(?<name>[a-zA-Z][a-zA-Z0-9]*)(?<attributes>(?: [a-zA-Z-]+="[^"<>]*")*)\/?>/g),
  ].map(({ groups }) => ({
    name: groups?.name ?? '',
    attributes: new Map(
      [...(groups?.attributes ?? '').matchAll(/ ([a-zA-Z-]+)="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, value],
      ),
    ),
  }));
}

const shapeOf = (html: string): string[] =>
  tagsOf(html).map(({ name, attributes }) => `${name} ${[...attributes.keys()].join(' ')}`);

/** All that can be read, as a person would. */
const textOf = (html: string): string =>
  html
    .replace(/<style>[^<]*<\/style>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

const HOSTILE: Names = {
  project: `</title></style><script>alert(1)</script>"; } * { background: url(//evil.example/x) }`,
  bins: [`"><img src=x onerror="alert(1)">`, `' onclick='alert(1)`],
  photo: '<img src=x onerror=alert(1)>"\'.jpg',
  credit: 'javascript:alert(1)',
  classes: '<svg onload=alert(1)>',
};

describe('hostile names', () => {
  it('stay text', () => {
    const html = render(learnedState(HOSTILE));
    expect(shapeOf(html).filter((shape) => !shape.startsWith('a '))).toEqual(
      shapeOf(render(learnedState())).filter((shape) => !shape.startsWith('a ')),
    );
    const text = textOf(html);
    for (const name of [HOSTILE.project, ...HOSTILE.bins, HOSTILE.photo, HOSTILE.classes]) {
      expect(text).toContain(name);
    }
    expect(html.match(/<script|href="javascript:/g)).toBeNull();
    expect(/<style>([^<]*)<\/style>/.exec(html)?.[1]).not.toContain('evil');
  });

  it('change no tag and no attribute, whatever they are', () => {
    const shape = shapeOf(render(learnedState()));
    const state = learnedState();
    const name = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.stringMatching(/^[<>"'&=/;\\{}() a-z-]{1,30}$/),
    );
    fc.assert(
      fc.property(
        fc.record({ project: name, bins: fc.tuple(name, name), photo: name, classes: name }),
        ({ project, bins: [one, two], photo, classes }) => {
          const names = { ...HARMLESS, project, bins: [`${one}1`, `${two}2`], photo, classes };
          expect(shapeOf(render(renamed(state, names)))).toEqual(shape);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('are a string of CSS that ends where it should', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const css = cssText(text);
        expect(css).toMatch(/^"(\\[0-9a-f]{1,6} )*"$/);
        const back = [...css.matchAll(/\\([0-9a-f]+) /g)].map(([, code = '']) =>
          String.fromCodePoint(Number.parseInt(code, 16)),
        );
        expect(back.join('')).toBe(text);
      }),
    );
  });
});

describe('one file that needs nothing else', () => {
  const tags = tagsOf(render(learnedState()));

  it('forbids itself to load or run anything, before anything else could', () => {
    const policy = tags.findIndex(
      ({ attributes }) => attributes.get('http-equiv') === 'Content-Security-Policy',
    );
    expect(tags[policy]?.attributes.get('content')?.replaceAll('&#x27;', "'")).toMatch(
      /^default-src 'none'; img-src data:; style-src 'unsafe-inline'/,
    );
    const loading = ['style', 'link', 'script', 'img', 'iframe', 'object'];
    expect(tags.slice(0, policy).filter(({ name }) => loading.includes(name))).toEqual([]);
  });

  it('refers to itself alone, but for the pages that photos came from', () => {
    const references = tags.flatMap(({ name, attributes }) =>
      ['src', 'href', 'srcset', 'data', 'action'].flatMap((attribute) => {
        const value = attributes.get(attribute);
        return value === undefined ? [] : [{ name, value }];
      }),
    );
    const outside = references.filter(({ value }) => !value.startsWith('#') && !value.startsWith('data:'));
    expect(new Set(outside.map(({ name, value }) => `${name} ${value}`))).toEqual(
      new Set(['a https://example.org/photo']),
    );
    expect(references.filter(({ name }) => name === 'img').length).toBeGreaterThan(12);
  });

  it('finds within itself whatever it refers to', () => {
    const ids = tags.flatMap(({ attributes }) => attributes.get('id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const wanted = tags.flatMap(({ attributes }) => {
      const href = attributes.get('href');
      return href?.startsWith('#') ? [href.slice(1)] : [];
    });
    expect(wanted.length).toBeGreaterThan(10);
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('has the page’s colours, light on paper and dark where a reader’s screen is', () => {
    const css = /<style>([^<]*)<\/style>/.exec(render(learnedState()))?.[1] ?? '';
    expect(css).toContain('--bin-1: #0072b2');
    expect(css).toMatch(
      /@media screen and \(prefers-color-scheme: dark\) \{\s*:root \{[^}]*--paper: #141517/,
    );
    expect(css).toContain('size: A4');
    expect(css).not.toMatch(/@import|url\(/);
  });
});

describe('numbers', () => {
  /** Per test photo: its score, and its terms. */
  function articles(html: string) {
    return html
      .split('<article ')
      .slice(1)
      .map((article) => ({
        score: Number(/data-score="([^"]*)"/.exec(article)?.[1]),
        terms: [...article.matchAll(/data-term="[^"]*" data-value="([^"]*)"/g)].map(([, value]) =>
          Number(value),
        ),
        sum: /data-sum="([^"]*)"/.exec(article)?.[1],
      }));
  }

  it.each([2, 3])('of each photo add up to its score, with %i bins', (count) => {
    const state = learnedState({ ...HARMLESS, bins: ['classic', 'modern', 'truck'].slice(0, count) });
    const found = articles(render(state));
    const scores = testPhotos(state).flatMap(({ verdict }) => verdict?.score ?? []);
    expect(found.map(({ score }) => score)).toEqual(scores);
    expect(scores).toHaveLength(3);
    for (const { terms, score } of found) {
      // The constant, six terms, all others.
      expect(terms).toHaveLength(8);
      expect(Math.abs(terms.reduce((sum, value) => sum + value, 0) - score)).toBeLessThan(1e-9);
    }
  });

  it('say how good it is, as the page does', () => {
    const state = learnedState();
    const { heldOut } = state.evaluation ?? {};
    const text = textOf(render(state));
    expect(text).toContain(`${heldOut?.right} of 12 come out right`);
    expect(text).toContain('Tried on 12 photos, each left out in turn.');
    expect(text).toContain('Learned from 12 photos in 2 bins.');
    expect(text).toContain('3 photos judged, 2 not.');
    expect(text).toContain('1 March 2026');
  });

  it('are left out, and that is said, while they are being worked out', () => {
    const text = textOf(render({ ...learnedState(), evaluation: null }));
    expect(text).toContain('How good is it? That was still being worked out when this was made.');
    expect(text).not.toContain('come out right');
  });

  it('of a heat map are its own, with as many places', () => {
    const state = learnedState();
    const values = Float64Array.from({ length: 49 }, (_, place) => (place - 20) / 100);
    const key = testPhotos(state)[1]?.photo.key ?? '';
    const html = render(state, { ...NO_LOOKS, heatMaps: new Map([[key, { side: 7, values }]]) });
    const [first, second, third] = articles(html);
    expect([first?.sum, third?.sum]).toEqual([undefined, undefined]);
    expect(Number(second?.sum)).toBeCloseTo(
      values.reduce((sum, value) => sum + value, 0),
      9,
    );
    expect(html.match(/fill-opacity="/g)).toHaveLength(49);
    expect(textOf(html)).toContain('Heat maps of 2 photos are left out');
  });
});

describe('photos without a verdict', () => {
  it('have a reason each', () => {
    const text = textOf(render(learnedState()));
    expect(text).toContain('photo15 The file is cut short: its end is missing.');
    expect(text).toContain('photo16 Waiting for the network');
  });

  it('are all there is before anything was learned', () => {
    const html = render({
      ...learnedState(),
      trained: null,
      evaluation: null,
      training: { status: 'empty' },
    });
    expect(textOf(html)).toContain('Nothing learned yet');
    expect(textOf(html)).toContain('0 photos judged, 5 not.');
    expect(html).not.toContain('<article');
  });
});
