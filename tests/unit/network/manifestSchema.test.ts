import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { manifestJsonSchema } from '../../../scripts/lib/manifestJsonSchema.ts';

test('the published schema of the manifest is the one that the page reads by', () => {
  const published = new URL('../../../public/models/inception-v1/manifest.schema.json', import.meta.url);
  expect(readFileSync(published, 'utf8'), 'run npm run manifest-schema').toBe(manifestJsonSchema());
});
