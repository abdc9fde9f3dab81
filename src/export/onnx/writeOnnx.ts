// The whole pipeline as one ONNX file: Inception v1 and the classifier on top of it, from an image to scores.

import { create, toBinary } from '@bufbuild/protobuf';
import { NETWORK_SIDE } from '../../core/image.ts';
import type { Judge } from '../../core/judge.ts';
import { undoScaling } from '../../core/scaling.ts';
import type { FeatureKind } from '../../core/types.ts';
import { CLASS_COUNT } from '../../network/architecture.ts';
import type { WeightReader } from '../../network/dequantise.ts';
import { OPSET } from '../model/writeModel.ts';
import { FLOAT, Graph } from './graph.ts';
import { type Affine, addAffine, addChannelMeans, addInception } from './inceptionGraph.ts';
import { ModelProtoSchema, type ValueInfoProto, ValueInfoProtoSchema } from './onnx_pb.ts';

/** The version of the file format that came with it. */
const IR_VERSION = 7;
const PRODUCER = 'Binsight';

export interface OnnxRequest {
  readonly classifier: Judge;
  /** Which features the classifier reads. */
  readonly kind: FeatureKind;
  readonly readWeight: WeightReader;
  /** A sentence or two for whoever opens the file. */
  readonly description: string;
  /** Facts that travel with the file, such as the labels. */
  readonly metadata: Readonly<Record<string, string>>;
}

/**
 * Input `image`: float32 [N, 3, 224, 224], channels red, green, blue, 0..255. Outputs `logits`: float32 [N, 1000], as
 * the network gives them; `scores`: float32 [N, labels], one score per label (two labels: [-score, score]).
 * The mean is taken off exactly, as whole numbers; the features' scaling is folded into the last layer, in float64.
 * @returns the file's bytes, 28 MB; up to four times that is held on the way
 */
export function writeOnnx({
  classifier,
  kind,
  readWeight,
  description,
  metadata,
}: OnnxRequest): Uint8Array<ArrayBuffer> {
  const graph = new Graph('inception_v1_and_classifier', description);
  const { labels } = classifier;
  const network = addInception(graph, 'image', readWeight);
  const features =
    kind === 'inception_4d' ? addChannelMeans(graph, 'inception_4d', network.inception_4d) : network[kind];
  addAffine(graph, 'scores', features, 'classifier', foldClassifier(classifier));
  graph.proto.input.push(
    describeValue('image', [3, NETWORK_SIDE, NETWORK_SIDE], 'Photos: red, green, blue planes, 0 to 255.'),
  );
  graph.proto.output.push(
    describeValue('logits', [CLASS_COUNT], 'The logits of the 1000 classes of ImageNet.'),
    describeValue('scores', [labels.length], `One score per label: ${labels.join(', ')}.`),
  );
  const model = create(ModelProtoSchema, {
    irVersion: BigInt(IR_VERSION),
    opsetImport: [{ domain: '', version: BigInt(OPSET) }],
    producerName: PRODUCER,
    docString: description,
    graph: graph.proto,
    metadataProps: Object.entries(metadata).map(([key, value]) => ({ key, value })),
  });
  return toBinary(ModelProtoSchema, model);
}

/** The classifier as one affine map from features, as they leave the network, to the scores of all labels. */
function foldClassifier({ scaling, boundaries }: Judge): Affine {
  const ofBoundaries = boundaries.map((boundary) => {
    const { direction, offset } = undoScaling(boundary, scaling);
    return { direction, constant: offset + boundary.bias };
  });
  const [only] = ofBoundaries;
  const rows =
    only && ofBoundaries.length === 1
      ? [{ direction: only.direction.map((weight) => -weight), constant: -only.constant }, only]
      : ofBoundaries;
  const matrix = new Float32Array(rows.length * scaling.mean.length);
  for (const [label, { direction }] of rows.entries()) matrix.set(direction, label * direction.length);
  return { matrix, constants: Float32Array.from(rows, ({ constant }) => constant) };
}

/** A value of the graph whose first dimension, N, is the caller's choice. */
export const describeValue = (name: string, sizes: readonly number[], docString: string): ValueInfoProto =>
  create(ValueInfoProtoSchema, {
    name,
    docString,
    type: {
      value: {
        case: 'tensorType',
        value: {
          elemType: FLOAT,
          shape: {
            dim: [
              { value: { case: 'dimParam', value: 'N' } },
              ...sizes.map((size) => ({ value: { case: 'dimValue' as const, value: BigInt(size) } })),
            ],
          },
        },
      },
    },
  });
