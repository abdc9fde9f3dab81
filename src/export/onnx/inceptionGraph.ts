// Inception v1 as ONNX operators, from the same table as the page's network: read it beside network/inceptionV1.ts.

import { MEAN_BGR } from '../../core/image.ts';
import { INCEPTION_MODULES, layerOf, type ModuleWidths, POOLED_AFTER } from '../../network/architecture.ts';
import type { WeightReader } from '../../network/dequantise.ts';
import { filterDimensions } from '../../network/sourceTensors.ts';
import type { Graph } from './graph.ts';

/** Pads are [top, left, bottom, right]. */
type Pads = readonly [number, number, number, number];

/** What can be had of the network, by the names of the graph's values. */
export interface InceptionOutputs {
  /** [N, 1000] */
  readonly logits: string;
  /** [N, 1024] */
  readonly pool5: string;
  /** [N, 528, 14, 14] */
  readonly inception_4d: string;
}

/**
 * Adds the whole network, but for the softmax. TensorFlow.js' padding 'same' puts the odd one at the bottom and the
 * right; on this network's sizes (all even, until 7) that is 0, 0, 1, 1 for pools of stride 2.
 * @param image name of the input: [N, 3, 224, 224], channels red, green, blue, 0..255
 */
export function addInception(graph: Graph, image: string, readWeight: WeightReader): InceptionOutputs {
  const conv = (layer: string, input: string, stride = 1): string =>
    addConvolution(graph, layer, input, stride, readWeight);
  const pool = (name: string, input: string, stride: 1 | 2): string =>
    graph.node('MaxPool', name, [input], {
      kernel_shape: { ints: [3, 3] },
      strides: { ints: [stride, stride] },
      pads: { ints: stride === 1 ? [1, 1, 1, 1] : [0, 0, 1, 1] },
    });

  const centred = graph.node('Sub', 'image_minus_mean', [
    image,
    graph.constant('mean_rgb', [1, 3, 1, 1], Float32Array.from(MEAN_BGR).reverse()),
  ]);
  let x = conv('conv1/7x7_s2', centred, 2);
  x = addNormalisation(graph, 'pool1/norm1', pool('pool1/3x3_s2', x, 2));
  x = addNormalisation(graph, 'conv2/norm2', conv('conv2/3x3', conv('conv2/3x3_reduce', x)));
  x = pool('pool2/3x3_s2', x, 2);
  let inception_4d = '';
  for (const { name } of INCEPTION_MODULES) {
    x = addModule(graph, name, x, conv, pool);
    if (name === 'inception_4d') inception_4d = x;
    const pooling = POOLED_AFTER[name];
    if (pooling) x = pool(`${pooling}/3x3_s2`, x, 2);
  }
  const pool5 = addChannelMeans(graph, 'pool5', x);
  const logits = addAffine(graph, 'logits', pool5, 'loss3/classifier', {
    matrix: toOnnxLayout(
      readWeight('loss3/classifier/filter'),
      filterDimensions(layerOf('loss3/classifier')),
      false,
    ),
    constants: readWeight('loss3/classifier/bias'),
  });
  return { logits, pool5, inception_4d };
}

/** Each channel's mean over the places: [N, channels]. */
export function addChannelMeans(graph: Graph, name: string, input: string): string {
  const means = graph.node('GlobalAveragePool', `${name}/mean`, [input]);
  return graph.node('Flatten', name, [means], { axis: { i: 1 } });
}

/** y = matrix . x + constants. */
export interface Affine {
  /** [outputs, inputs], row by row */
  readonly matrix: Float32Array<ArrayBuffer>;
  readonly constants: Float32Array<ArrayBuffer>;
}

/** @param weights what its two constants are named after */
export function addAffine(
  graph: Graph,
  name: string,
  input: string,
  weights: string,
  { matrix, constants }: Affine,
): string {
  const outputs = constants.length;
  const inputs = [
    input,
    graph.constant(`${weights}/weight`, [outputs, matrix.length / outputs], matrix),
    graph.constant(`${weights}/bias`, [outputs], constants),
  ];
  // Transposed, as everybody writes it: OpenCV 4.6 takes the other way wrong.
  return graph.node('Gemm', name, inputs, { transB: { i: 1 } });
}

function addModule(
  graph: Graph,
  name: ModuleWidths['name'],
  input: string,
  conv: (layer: string, input: string) => string,
  pool: (name: string, input: string, stride: 1) => string,
): string {
  const branches = [
    conv(`${name}/1x1`, input),
    conv(`${name}/3x3`, conv(`${name}/3x3_reduce`, input)),
    conv(`${name}/5x5`, conv(`${name}/5x5_reduce`, input)),
    conv(`${name}/pool_proj`, pool(`${name}/pool`, input, 1)),
  ];
  return graph.node('Concat', `${name}/output`, branches, { axis: { i: 1 } });
}

/** Convolution, bias, ReLU. The padding keeps the size, and is 3 for conv1, as Caffe has it. */
function addConvolution(
  graph: Graph,
  layer: string,
  input: string,
  stride: number,
  readWeight: WeightReader,
): string {
  const dimensions = filterDimensions(layerOf(layer));
  const [height, width, inputs, outputs] = dimensions;
  const pads: Pads = [height >> 1, width >> 1, height >> 1, width >> 1];
  const filter = toOnnxLayout(
    readWeight(`${layer}/filter`),
    [height, width, inputs, outputs],
    layer === FIRST,
  );
  const convolved = graph.node(
    'Conv',
    layer,
    [
      input,
      graph.constant(`${layer}/weight`, [outputs, inputs, height, width], filter),
      graph.constant(`${layer}/bias`, [outputs], readWeight(`${layer}/bias`)),
    ],
    {
      kernel_shape: { ints: [height, width] },
      strides: { ints: [stride, stride] },
      pads: { ints: pads },
    },
  );
  return graph.node('Relu', `${layer}/relu`, [convolved]);
}

/** Caffe's and ONNX' LRN divide alpha by the size, TensorFlow.js' does not. */
const addNormalisation = (graph: Graph, name: string, input: string): string =>
  graph.node('LRN', name, [input], {
    size: { i: 5 },
    alpha: { f: 1e-4 },
    beta: { f: 0.75 },
    bias: { f: 1 },
  });

/** Its filter reads blue, green and red; turned round, it takes the image as it comes, with the very same products. */
const FIRST = 'conv1/7x7_s2';

/** From [height, width, in, out] to [out, in, height, width]. */
function toOnnxLayout(
  filter: Float32Array,
  [height, width, inputs, outputs]: readonly [number, number, number, number],
  turnInputs: boolean,
): Float32Array<ArrayBuffer> {
  const places = height * width;
  const moved = new Float32Array(filter.length);
  for (let place = 0; place < places; place++) {
    for (let input = 0; input < inputs; input++) {
      const from = (place * inputs + (turnInputs ? inputs - 1 - input : input)) * outputs;
      for (let output = 0; output < outputs; output++) {
        moved[(output * inputs + input) * places + place] = filter[from + output] as number;
      }
    }
  }
  return moved;
}
