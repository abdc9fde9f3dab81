// Writes public/models/inception-v1/manifest.schema.json: the page's own schema, for readers in other languages.

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { manifestJsonSchema } from './lib/manifestJsonSchema.ts';

const target = fileURLToPath(new URL('../public/models/inception-v1/manifest.schema.json', import.meta.url));
writeFileSync(target, manifestJsonSchema());
