// The schema of the exported model.json, as src/export/model/modelFile.ts has it, in JSON Schema's words.

import { toJsonSchema } from '@valibot/to-json-schema';
import { modelSchema } from '../../src/export/model/modelFile.ts';

export function modelJsonSchema(): string {
  const schema = {
    title: 'A model made with Binsight (model.json)',
    description:
      'A linear support vector machine on features of Inception v1. labels, photos, boundaries and features fit together: one boundary for two labels, one per label for more; one weight and one mean per feature.',
    // What JSON Schema has no words for (that the parts fit together) is in the description.
    ...toJsonSchema(modelSchema, { errorMode: 'ignore' }),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
