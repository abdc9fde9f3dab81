// The page's own network, with the same 8-bit weights, as an ONNX file for others to run.

import { create, toBinary } from '@bufbuild/protobuf';
import { Graph } from '../../../src/export/onnx/graph.ts';
import { addInception } from '../../../src/export/onnx/inceptionGraph.ts';
import { ModelProtoSchema } from '../../../src/export/onnx/onnx_pb.ts';
import { describeValue } from '../../../src/export/onnx/writeOnnx.ts';
import { dequantise } from '../../../src/network/dequantise.ts';
import { preparedModel } from '../../support/pageNetwork.ts';

/** Input `image` [N, 3, 224, 224]; outputs `logits` and `pool5`, as the page needs them. */
export async function writePeerNetwork(): Promise<Uint8Array> {
  const graph = new Graph('inception_v1', 'Inception v1 of the page, for a comparison.');
  addInception(graph, 'image', dequantise(await preparedModel('uint8')));
  graph.proto.input.push(describeValue('image', [3, 224, 224], ''));
  graph.proto.output.push(describeValue('logits', [1000], ''), describeValue('pool5', [1024], ''));
  return toBinary(
    ModelProtoSchema,
    create(ModelProtoSchema, {
      irVersion: 7n,
      opsetImport: [{ domain: '', version: 13n }],
      producerName: 'Binsight',
      graph: graph.proto,
    }),
  );
}
