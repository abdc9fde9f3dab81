// Writes src/export/model/model.schema.json: the page's own schema, for readers in other languages.

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { modelJsonSchema } from './lib/modelJsonSchema.ts';

const target = fileURLToPath(new URL('../src/export/model/model.schema.json', import.meta.url));
writeFileSync(target, modelJsonSchema());
