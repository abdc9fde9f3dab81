// What this machine offers to the tests: the browser's flags and the reference files outside the project.
import { resolve } from 'node:path';

/** Flags that keep a headless Chromium quiet and offline. */
export const QUIET_ARGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Else Chromium asks its maker what a page's text fields may be for. Nobody listens there.
  '--autofill-server-url=http://127.0.0.1:9/',
];

/** The same for one that renders WebGL and WebGPU in software, which takes the page itself more of the processor, too. */
export const CHROMIUM_ARGS = [
  ...QUIET_ARGS,
  '--enable-unsafe-swiftshader',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--enable-features=Vulkan',
];

/** For Playwright: the Chromium that `npm test` found, else Playwright's own. */
export const launchOptions = (args: readonly string[]): { executablePath?: string; args: string[] } => ({
  ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
  args: [...args],
});

/** The folder of reference photos, weights and numbers, beside the project unless BINSIGHT_SHARED says otherwise. */
export function sharedFolder(root: string): string {
  return resolve(root, process.env.BINSIGHT_SHARED ?? '../shared');
}
