// The camera: what it sees is judged as a photo of it is, photos are made with it, and it is off when nobody looks.
// Chromium's own fake cameras: one plays a file that a test has drawn, the others a pattern that moves.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { launchOptions, QUIET_ARGS } from '../support/machine.ts';
import { writeY4m } from '../support/y4m.ts';
import { expectNoFaults } from './axe.ts';
import { bin, drawCarFiles, expectWidth, openReady, photo, photosOf, settled, tray } from './support.ts';

const folder = join(tmpdir(), `binsight-camera-${process.pid}`);

test.beforeAll(() => mkdirSync(folder, { recursive: true }));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A browser with such a camera; it asks nobody, and allows what a test grants. */
async function withCamera(
  baseURL: string | undefined,
  fake: readonly string[],
  run: (page: Page, context: BrowserContext) => Promise<void>,
): Promise<void> {
  const browser = await chromium.launch(launchOptions([...QUIET_ARGS, ...fake]));
  try {
    const context = await browser.newContext({
      baseURL: baseURL ?? '',
      serviceWorkers: 'block',
      viewport: { width: 1280, height: 800 },
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.addInitScript(watchCameras);
    await run(page, context);
  } finally {
    await browser.close();
  }
}

interface Watched {
  /** Every track that the page was given. */
  readonly tracks: MediaStreamTrack[];
  /** What is thrown instead of giving one. */
  fault: { readonly name: string; readonly message: string } | null;
}

declare global {
  interface Window {
    watched: Watched;
  }
}

function watchCameras(): void {
  window.watched = { tracks: [], fault: null };
  const { mediaDevices } = navigator;
  const open = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (wanted) => {
    const { fault, tracks } = window.watched;
    if (fault) throw new DOMException(fault.message, fault.name);
    const stream = await open(wanted);
    tracks.push(...stream.getTracks());
    return stream;
  };
}

const place = (page: Page) => page.locator('[data-camera]');
const trackStates = (page: Page) =>
  page.evaluate(() => window.watched.tracks.map(({ readyState }) => readyState));

async function openCamera(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Camera', exact: true }).click();
  await judgesFrames(page);
}

/** Waits until more frames have been judged than were before. */
async function judgesFrames(page: Page): Promise<void> {
  await expect(place(page)).toHaveAttribute('data-camera', 'on');
  const before = Number(await place(page).getAttribute('data-frames'));
  await expect
    .poll(async () => Number(await place(page).getAttribute('data-frames')))
    .toBeGreaterThan(before + 2);
}

/** The camera sees this picture from the next time that it is opened. */
async function playPicture(page: Page, path: string, into: string): Promise<void> {
  const { width, height, base64 } = await page.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      const address = await new Promise<string>((resolve) => {
        const reader = new FileReader();
        reader.onload = () => resolve(String(reader.result));
        reader.readAsDataURL(new Blob([data]));
      });
      return { width: image.width, height: image.height, base64: address.slice(address.indexOf(',') + 1) };
    },
    `data:image/png;base64,${readFileSync(path).toString('base64')}`,
  );
  writeFileSync(into, writeY4m([Buffer.from(base64, 'base64')], { width, height }));
}

test('two piles taught by camera alone; what it sees next is judged as its photo is', async ({ baseURL }) => {
  const film = join(folder, 'film.y4m');
  const fake = [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ];
  await withCamera(baseURL, fake, async (page) => {
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    await openReady(page);
    const [classic = '', modern = '', unseen = ''] = await drawCarFiles(page, [
      { kind: 'classic', seed: 920, name: 'camera-classic.png' },
      { kind: 'modern', seed: 921, name: 'camera-modern.png' },
      { kind: 'modern', seed: 922, name: 'unseen.png' },
    ]);

    await playPicture(page, classic, film);
    await openCamera(page);
    await expect(place(page)).toContainText('No verdict yet');
    await expect(place(page).locator('[data-class]')).toHaveCount(5);
    // What is typed is typed.
    await bin(page, 'modern').getByRole('textbox').focus();
    await page.keyboard.press('1');
    await page.keyboard.press('Escape');
    await expect(place(page)).toBeVisible();
    await page.keyboard.press('Tab');
    // Held, a key repeats itself: that is one picture, as the next one's number says.
    for (let time = 0; time < 3; time++) await page.keyboard.down('1');
    await page.keyboard.up('1');
    await expect(photo(page, 'camera 1.png')).toHaveAttribute('data-status', 'ready');
    await expect(photosOf(bin(page, 'classic'))).toHaveCount(1);
    await page.keyboard.press('0');
    await expect(photosOf(tray(page))).toHaveCount(1);
    await expect(photo(page, 'camera 2.png')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(place(page)).toHaveCount(0);
    expect(await trackStates(page)).toEqual(['ended']);

    await playPicture(page, modern, film);
    await openCamera(page);
    await page.getByRole('button', { name: 'Add to modern' }).click();
    await expect(photosOf(bin(page, 'modern'))).toHaveCount(1);
    await expect(place(page)).toHaveAttribute('data-live-verdict', 'modern');
    await page.getByRole('button', { name: 'Close the camera' }).press('Enter');
    await expect(place(page)).toHaveCount(0);
    await expect(page.locator('[data-camera-button]')).toBeFocused();

    await playPicture(page, unseen, film);
    await openCamera(page);
    await expect(place(page).locator('[data-rate]')).toHaveText(/^\d+(\.\d)? frames a second$/);
    await expect(place(page).locator('[data-reason]')).toContainText('because');
    await tray(page).locator('input[type=file]').setInputFiles(unseen);
    await page.keyboard.press('0');
    await expect(photosOf(tray(page))).toHaveCount(3);
    await settled(page);
    const [live, dropped, taken] = await Promise.all([
      verdictOf(page, '[data-camera]', 'live-'),
      verdictOf(page, '[data-photo="unseen.png"]'),
      verdictOf(page, '[data-photo="camera 4.png"]'),
    ]);
    expect(live.verdict).toBe(dropped.verdict);
    expect(live.verdict).toBe('modern');
    // A camera has a colour for each four pixels, and rounds.
    expect(Math.abs(live.score - dropped.score)).toBeLessThan(0.1);
    expect(live.score).toBeGreaterThan(0.2);
    // Its photo lost nothing more.
    expect(taken.score).toBeCloseTo(live.score, 5);

    await expectNoFaults(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectWidth(page, 390);
    // Each is a step to undo.
    await page.keyboard.press('Control+z');
    await expect(photosOf(tray(page))).toHaveCount(2);
    expect(await trackStates(page)).toEqual(['ended', 'ended', 'live']);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')));
    expect(await trackStates(page)).toEqual(['ended', 'ended', 'ended']);
    for (const address of addresses) expect(address).toMatch(/^(data:|blob:)|^http:\/\/127\.0\.0\.1[:/]/);
  });
});

async function verdictOf(page: Page, selector: string, prefix = '') {
  const element = page.locator(selector);
  const verdict = await element.getAttribute(`data-${prefix}verdict`);
  return { verdict, score: Number(await element.getAttribute(`data-${prefix}score`)) };
}

test('which camera is remembered; without one, each cause is said with its remedy', async ({ baseURL }) => {
  await withCamera(baseURL, ['--use-fake-device-for-media-stream=device-count=2'], async (page, context) => {
    await context.grantPermissions([]);
    await openReady(page);
    await page.locator('[data-camera-button]').click();
    await expect(place(page)).toHaveAttribute('data-problem', 'refused');
    await expect(page.getByRole('alert')).toContainText('The camera was not allowed. Allow it for this page');
    await expectNoFaults(page);

    const again = page.getByRole('button', { name: 'Try again' });
    for (const [name, message, says] of [
      ['NotFoundError', 'Requested device not found', 'No camera was found. Connect one'],
      ['NotReadableError', 'Could not start video source', 'Close that program, then try again'],
      ['NotAllowedError', 'Permission denied by system', 'Allow it in the system’s settings'],
      ['InvalidStateError', 'not now', 'could not be started (not now). Try again'],
    ] as const) {
      await page.evaluate((fault) => Object.assign(window.watched, { fault }), { name, message });
      await again.click();
      await expect(page.getByRole('alert')).toContainText(says);
    }

    await context.grantPermissions(['camera']);
    await page.evaluate(() => Object.assign(window.watched, { fault: null }));
    await again.click();
    await judgesFrames(page);
    const choice = page.getByRole('combobox', { name: 'Which camera' });
    await expect(choice.locator('option')).toHaveCount(2);
    const [first, second] = await choice
      .locator('option')
      .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
    await expect(choice).toHaveValue(first ?? '');
    await choice.selectOption(second ?? '');
    await judgesFrames(page);
    await expect(choice).toHaveValue(second ?? '');
    expect(await trackStates(page)).toEqual(['ended', 'live']);

    await page.evaluate(() => window.watched.tracks.at(-1)?.dispatchEvent(new Event('ended')));
    await expect(page.getByRole('alert')).toContainText('The camera has stopped');
    expect(await trackStates(page)).toEqual(['ended', 'ended']);
    // Connected again, it starts by itself.
    await page.evaluate(() => navigator.mediaDevices.dispatchEvent(new Event('devicechange')));
    await judgesFrames(page);
    await expect(choice).toHaveValue(second ?? '');

    await page.evaluate(() => localStorage.setItem('binsight-camera', 'gone'));
    await page.keyboard.press('Escape');
    await expect(place(page)).toHaveCount(0);
    await openCamera(page);
    await expect(place(page)).toContainText('The camera of last time was not found; this is another one.');

    // Talk mode has these keys, too.
    await page.keyboard.press('t');
    await expect(page.locator('[data-talk]')).toBeVisible();
    await expect.poll(async () => (await trackStates(page)).at(-1)).toBe('ended');
    await page.keyboard.press('1');
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-talk]')).toHaveCount(0);
    // It was off meanwhile, as nobody could see it.
    await judgesFrames(page);
    await page.keyboard.press('2');
    await expect(bin(page, 'modern').locator('[data-photo="camera 1.png"]')).toHaveCount(1);
    await expect(bin(page, 'classic').locator('[data-photo^="camera"]')).toHaveCount(0);
  });
});
