// The manifest's schema, as src/network/manifest.ts has it, in JSON Schema's words.

import { toJsonSchema } from '@valibot/to-json-schema';
import { manifestSchema } from '../../src/network/manifest.ts';

export function manifestJsonSchema(): string {
  const schema = {
    title: 'Prepared weights of Inception v1',
    description:
      "TensorFlow.js' weights manifest with the size and SHA-256 of each shard. A group's shards, one after the other, hold its weights in their order; value = byte * scale + min where the quantisation is uint8.",
    ...toJsonSchema(manifestSchema),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
