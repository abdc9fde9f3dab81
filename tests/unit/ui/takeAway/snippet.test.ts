// What web developers are given to paste, pasted into a project of its own and built by Vite.

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { expect, it, onTestFinished } from 'vitest';
import { SNIPPET } from '../../../../src/ui/takeAway/snippet.ts';

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));

/** Each of its files, below the comment that has its name. */
function filesIn(snippet: string): [name: string, text: string][] {
  const parts = snippet.split(/^\/\/ (?=\S+\.m?js\b)/m).slice(1);
  return parts.map((part) => [part.split(/\s/, 1)[0] ?? '', `// ${part}`]);
}

it('builds to the letter, with nothing installed but what Binsight has', async () => {
  const root = mkdtempSync(join(tmpdir(), 'binsight-snippet-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, 'node_modules'));
  symlinkSync(ROOT, join(root, 'binsight'));
  writeFileSync(join(root, 'package.json'), '{ "private": true }');
  writeFileSync(join(root, 'index.html'), '<script type="module" src="./main.js"></script>');
  const files = filesIn(SNIPPET);
  expect(files.map(([name]) => name)).toEqual(['vite.config.mjs', 'main.js']);
  for (const [name, text] of files) writeFileSync(join(root, name), text);

  const { output } = (await build({
    root,
    configFile: join(root, 'vite.config.mjs'),
    logLevel: 'silent',
    build: { write: false },
  })) as Rolldown.RolldownOutput;

  const chunks = output.filter((file) => file.type === 'chunk');
  const names = new Set(chunks.map(({ fileName }) => fileName));
  const imported = chunks.flatMap((chunk) => [...chunk.imports, ...chunk.dynamicImports]);
  // Nothing is left for the browser to find.
  expect(imported.filter((name) => !names.has(name))).toEqual([]);
  const modules = chunks.flatMap(({ moduleIds }) => moduleIds);
  expect(modules).toContain(join(ROOT, 'src/embed/photoClassifier.ts'));
  expect(modules).toContain('\0virtual:kernel-modules');
});
