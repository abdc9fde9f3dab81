// The report in a real browser: nothing runs over the side of a phone or of a sheet of paper, whatever bins are called.

// For the types of `cdp`.
import type {} from '@vitest/browser-playwright';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import type { useApp } from '../../src/ui/appContext.ts';
import { roomFor } from '../../src/ui/report/Mistaken.tsx';
import { renderReport } from '../../src/ui/report/renderReport.tsx';
import { testPhotos } from '../../src/ui/report/testVerdicts.ts';
import { HARMLESS, learnedState, type Names } from '../unit/ui/report/reportState.ts';

const SHORT = [
  'classic',
  'modern',
  'truck',
  'van',
  'bus',
  'bike',
  'boat',
  'train',
  'plane',
  'tram',
  'cart',
  'sled',
];
const LONG = SHORT.map((name, i) =>
  (i % 2 === 0
    ? `${name}donaudampfschifffahrtsgesellschaft`
    : `${name} with a name of many words, all in all`
  ).slice(0, 40),
);
const LONG_NAMES: Partial<Names> = {
  project: 'P'.repeat(40),
  photo: 'IMG_20260101_as_a_camera_names_them_without_a_blank_',
  classes: 'antidisestablishmentarianismus',
};
const PICTURE = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg"/>')}`;

function render(bins: readonly string[], others: Partial<Names>): string {
  const state = learnedState({ ...HARMLESS, ...others, bins });
  const tests = testPhotos(state);
  const map = { side: 7, values: Float64Array.from({ length: 49 }, (_, place) => (place - 20) / 100) };
  return renderReport({
    app: {} as ReturnType<typeof useApp>,
    state,
    tests,
    looks: { heatMaps: new Map(tests.map(({ photo }) => [photo.key, map])), channels: new Map() },
    pictures: new Map(
      Object.values(state.work).flatMap((done) =>
        done.status === 'ready' ? [[done.picture.sha256, PICTURE] as const] : [],
      ),
    ),
    now: new Date('2026-03-01T12:00:00Z'),
  });
}

const frame = document.createElement('iframe');
frame.style.border = '0';
frame.style.height = '800px';
document.body.append(frame);

async function show(html: string): Promise<Document> {
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  frame.srcdoc = html;
  await loaded;
  if (!frame.contentDocument) throw new Error('the report did not open');
  return frame.contentDocument;
}

/** What sticks out at the right, at one width: the page itself, and each part of it. */
function tooWide(report: Document, width: number): string[] {
  frame.style.width = `${width}px`;
  const { clientWidth, scrollWidth } = report.documentElement;
  expect(clientWidth).toBe(width);
  const parts = [...report.querySelectorAll('main *')].filter(
    (part) => part.getBoundingClientRect().right > width + 0.5,
  );
  const page = scrollWidth > clientWidth ? [`page: ${scrollWidth}`] : [];
  return [...page, ...parts.map((part) => `${part.tagName}.${part.className}`)];
}

const setMedia = (media: string) => cdp().send('Emulation.setEmulatedMedia', { media });

describe.each([
  ['short names', SHORT, {}],
  ['long names', LONG, LONG_NAMES],
])('%s', (_, labels, others) => {
  describe.each([2, 3, 8, 12])('of %i bins', (count) => {
    let report: Document;
    beforeAll(async () => {
      report = await show(render(labels.slice(0, count), others));
    });
    afterEach(() => setMedia(''));

    it.each([320, 360, 390, 640, 900])('have room on a screen of %i pixels', (width) => {
      expect(tooWide(report, width)).toEqual([]);
    });

    it('have room on A4', async () => {
      await setMedia('print');
      // 210 mm less the margins, in CSS pixels.
      expect(tooWide(report, 680)).toEqual([]);
    });

    it('are told once on every screen, who is mistaken for whom', () => {
      for (const width of [390, 900]) {
        frame.style.width = `${width}px`;
        const seen = [...report.querySelectorAll('.matrix, .mistakes')].filter(
          (part) => part.getBoundingClientRect().height > 0,
        );
        expect(seen).toHaveLength(1);
        const rows = seen[0]?.querySelectorAll('tbody tr, li') ?? [];
        expect([...rows].map((row) => row.querySelector('.bin')?.textContent)).toEqual(
          labels.slice(0, count),
        );
      }
    });
  });
});

describe('a matrix', () => {
  it('has room by the number of bins and their longest word', () => {
    expect(roomFor(SHORT.slice(0, 2))).toBe('everywhere');
    expect(roomFor(SHORT.slice(0, 8))).toBe('wide');
    expect(roomFor(SHORT)).toBe('nowhere');
    expect(roomFor(['sports cars of today', 'sports cars of old'])).toBe('everywhere');
    expect(roomFor(['convertible', 'classic', 'modern'])).toBe('wide');
    expect(roomFor(LONG.slice(0, 2))).toBe('nowhere');
  });
});
