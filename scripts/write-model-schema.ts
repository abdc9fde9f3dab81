// Writes src/export/model/model.schema.json: the page's own schema, for readers in other languages.

import { writeFileSync } from 'node:fs';
import { modelJsonSchema } from './lib/modelJsonSchema.ts';
import { inRoot } from './lib/paths.mjs';

const target = inRoot('src/export/model/model.schema.json');
writeFileSync(target, modelJsonSchema());
