// What the end-to-end tests do as a person would: open the page, drop real files, look at what it says.

import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { type CarKind, DRAWING_HEIGHT, DRAWING_WIDTH, drawCar } from '../../src/core/drawnCars.ts';
import { sharedFolder } from '../support/machine.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export const fixture = (name: string): string => resolve(root, 'tests/fixtures/photos', name);
export const preparedModel = resolve(root, 'public/models/inception-v1');
/** The production build. */
export const dist = resolve(root, 'dist');

/** Absolute path of a reference photo; in CI it must be there, elsewhere its test is skipped. */
export function sharedPath(path: string): string {
  const full = resolve(sharedFolder(root), path);
  if (!existsSync(full)) {
    if (process.env.CI) throw new Error(`${full} is missing: in CI the real photos must be there`);
    test.skip(true, '../shared is missing: NOT TESTED with the real photos');
  }
  return full;
}

export const filesIn = (folder: string): string[] =>
  readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));

export async function openReady(page: Page, address = '/'): Promise<void> {
  await page.goto(address);
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true', { timeout: 60_000 });
}

/** Drops real files or folders, as the system would. */
export async function dropPaths(page: Page, paths: readonly string[], onto: Locator): Promise<void> {
  const box = await onto.boundingBox();
  if (!box) throw new Error('the place to drop on is not on the screen');
  const x = box.x + box.width / 2;
  const y = box.y + Math.min(box.height / 2, 100);
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  await session.send('Input.dispatchDragEvent', { type: 'dragEnter', x, y, data });
  await session.send('Input.dispatchDragEvent', { type: 'dragOver', x, y, data });
  await session.send('Input.dispatchDragEvent', { type: 'drop', x, y, data });
  await session.detach();
}

export const bin = (page: Page, label: string): Locator => page.locator(`[data-bin="${label}"]`);
export const tray = (page: Page): Locator => page.locator('[data-tray]');
export const photosOf = (place: Locator): Locator => place.locator('[data-photo]');
export const photo = (page: Page, name: string): Locator => page.locator(`[data-photo="${name}"]`);

/** Waits until no photo is on its way and the newest model is there. */
export async function settled(page: Page): Promise<void> {
  await expect(
    page.locator('[data-photo][data-status="queued"], [data-photo][data-status="reading"]'),
  ).toHaveCount(0);
  await expect(page.locator('[data-training]')).not.toHaveAttribute('data-status', 'training');
}

/** Draws cars and puts them into files: fixtures that need nothing from outside. */
export async function drawCarFiles(
  page: Page,
  wanted: readonly { kind: CarKind; seed: number; name: string }[],
): Promise<string[]> {
  const folder = test.info().outputPath('drawn');
  mkdirSync(folder, { recursive: true });
  const size = { width: DRAWING_WIDTH, height: DRAWING_HEIGHT };
  const blank = await page.context().newPage();
  const paths: string[] = [];
  for (const { kind, seed, name } of wanted) {
    const base64 = await blank.evaluate(rasteriseToBase64, { svg: drawCar(kind, seed), ...size });
    const path = join(folder, name);
    writeFileSync(path, Buffer.from(base64, 'base64'));
    paths.push(path);
  }
  await blank.close();
  return paths;
}

async function rasteriseToBase64(drawing: { svg: string; width: number; height: number }): Promise<string> {
  const { svg, width, height } = drawing;
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
  return canvas.toDataURL('image/png').split(',')[1] ?? '';
}

/** A small set for everything that needs a trained page, but not the talk's photos. */
export async function teachDrawings(page: Page, each = 3): Promise<void> {
  const cars = (kind: CarKind) =>
    Array.from({ length: each }, (_, i) => ({ kind, seed: 500 + i, name: `${kind}-${i + 1}.png` }));
  const classic = await drawCarFiles(page, cars('classic'));
  const modern = await drawCarFiles(page, cars('modern'));
  await bin(page, 'classic').locator('input[type=file]').setInputFiles(classic);
  await bin(page, 'modern').locator('input[type=file]').setInputFiles(modern);
  await expect(page.locator('[data-training]')).toHaveAttribute('data-photos', String(2 * each));
  await settled(page);
}

/** Nothing runs over the side of a screen of so many pixels. */
export const expectWidth = (page: Page, pixels: number) =>
  expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(pixels);

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Where elements are, found and measured at one go: a tile may be another element a moment later.
 * @param selector of CSS alone
 */
export const rectsOf = (page: Page, selector: string): Promise<Rect[]> =>
  page.evaluate(
    (all) =>
      [...document.querySelectorAll(all)].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x, y, width, height };
      }),
    selector,
  );

/** All that is needed without a connection is kept. */
export const readyOffline = (page: Page) =>
  expect(page.locator('[data-offline="ready"]')).toBeVisible({ timeout: 60_000 });

export const projectName = (page: Page): Locator =>
  page.getByRole('textbox', { name: 'Name of the project' });

/** Focuses for good: a menu that has just closed gives the focus back a frame or two later. */
export async function focusFirmly(target: Locator): Promise<void> {
  await expect(async () => {
    await target.focus();
    await target.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    await expect(target).toBeFocused({ timeout: 100 });
  }).toPass();
}
