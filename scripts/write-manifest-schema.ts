// Writes public/models/inception-v1/manifest.schema.json: the page's own schema, for readers in other languages.

import { writeFileSync } from 'node:fs';
import { manifestJsonSchema } from './lib/manifestJsonSchema.ts';
import { inRoot } from './lib/paths.mjs';

const target = inRoot('public/models/inception-v1/manifest.schema.json');
writeFileSync(target, manifestJsonSchema());
