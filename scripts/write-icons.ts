// `npx tsx scripts/write-icons.ts`: the icons of the installed page, drawn from public/favicon.svg.

import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { QUIET_ARGS } from '../tests/support/machine.ts';
import { findOrInstallChromium } from './lib/chromium.mjs';
import { inRoot } from './lib/paths.mjs';

const svg = readFileSync(inRoot('public/favicon.svg'), 'utf8');

const ICONS = [
  { file: 'icon-192.png', side: 192, isMaskable: false },
  { file: 'icon-512.png', side: 512, isMaskable: false },
  // Systems cut circles and the like out of these: nothing may stand in the outer tenth, and the corners are filled.
  { file: 'icon-maskable-512.png', side: 512, isMaskable: true },
];

const browser = await chromium.launch({
  executablePath: await findOrInstallChromium(),
  args: QUIET_ARGS,
});
for (const { file, side, isMaskable } of ICONS) {
  const page = await browser.newPage({ viewport: { width: side, height: side } });
  const background = isMaskable ? '#17191c' : 'transparent';
  const size = isMaskable ? '80%' : '100%';
  await page.setContent(
    `<style>html { background: ${background} } body { margin: 0; display: grid; place-items: center; height: 100vh }
    svg { width: ${size}; height: ${size} }</style>${svg}`,
  );
  writeFileSync(inRoot('public', file), await page.screenshot({ omitBackground: !isMaskable }));
  await page.close();
}
await browser.close();
