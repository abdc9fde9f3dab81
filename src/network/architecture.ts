// Inception v1 (GoogLeNet) as a table: one row per module, the widths as in the paper's table 1.
//
// Szegedy et al., "Going deeper with convolutions", CVPR 2015; trained weights: BAIR/BVLC GoogLeNet.

/** Widths (output channels) of one inception module's convolutions. */
export interface ModuleWidths {
  readonly name: InceptionModule;
  readonly conv1x1: number;
  readonly reduce3x3: number;
  readonly conv3x3: number;
  readonly reduce5x5: number;
  readonly conv5x5: number;
  readonly poolProj: number;
}

export type InceptionModule = `inception_${'3a' | '3b' | '4a' | '4b' | '4c' | '4d' | '4e' | '5a' | '5b'}`;

const row = (
  name: InceptionModule,
  conv1x1: number,
  reduce3x3: number,
  conv3x3: number,
  reduce5x5: number,
  conv5x5: number,
  poolProj: number,
): ModuleWidths => ({ name, conv1x1, reduce3x3, conv3x3, reduce5x5, conv5x5, poolProj });

// biome-ignore format: a table reads as columns
export const INCEPTION_MODULES: readonly ModuleWidths[] = [
  //   module         1x1  red3  3x3  red5  5x5  proj      out  size
  row('inception_3a',  64,   96, 128,   16,  32,   32), // 256    28
  row('inception_3b', 128,  128, 192,   32,  96,   64), // 480    28
  row('inception_4a', 192,   96, 208,   16,  48,   64), // 512    14
  row('inception_4b', 160,  112, 224,   24,  64,   64), // 512    14
  row('inception_4c', 128,  128, 256,   24,  64,   64), // 512    14
  row('inception_4d', 112,  144, 288,   32,  64,   64), // 528    14
  row('inception_4e', 256,  160, 320,   32, 128,  128), // 832    14
  row('inception_5a', 256,  160, 320,   32, 128,  128), // 832     7
  row('inception_5b', 384,  192, 384,   48, 128,  128), // 1024    7
];

/** After these modules a 3x3 max pooling of stride 2 halves the map. */
export const POOLED_AFTER: Readonly<Partial<Record<InceptionModule, 'pool3' | 'pool4'>>> = {
  inception_3b: 'pool3',
  inception_4e: 'pool4',
};

const POOL5_CHANNELS = 1024;
export const CLASS_COUNT = 1000;

/** The points of the network that can be asked for, in the order in which they are computed. */
export type EndPoint =
  | 'conv1'
  | 'pool1'
  | 'conv2_reduce'
  | 'conv2'
  | 'pool2'
  | InceptionModule
  | 'pool5'
  | 'logits'
  | 'softmax';

/** Where one may look inside: the two plain convolutions and the modules, each after its ReLU. */
export const STAGES = ['conv1', 'conv2', ...INCEPTION_MODULES.map(({ name }) => name)] as const;

export type Stage = 'conv1' | 'conv2' | InceptionModule;

const PLAIN_CHANNELS = { conv1: 64, conv2: 192 };

/** One convolution (or the classifier) of the network: its name and the shape of its filter. */
export interface LayerSpec {
  /** Name in the published network, e.g. `inception_3a/3x3_reduce`. */
  readonly name: string;
  /** Filter as TensorFlow.js wants it: [height, width, in, out]; the classifier: [in, out]. */
  readonly shape: readonly number[];
}

const conv = (name: string, size: number, inputs: number, outputs: number): LayerSpec => ({
  name,
  shape: [size, size, inputs, outputs],
});

/** Output channels of a module: its four branches side by side. */
export const moduleOutputs = (m: ModuleWidths): number => m.conv1x1 + m.conv3x3 + m.conv5x5 + m.poolProj;

/** Channels of a stage's output. */
export function stageChannels(stage: Stage): number {
  if (stage === 'conv1' || stage === 'conv2') return PLAIN_CHANNELS[stage];
  const module = INCEPTION_MODULES.find(({ name }) => name === stage);
  return module ? moduleOutputs(module) : 0;
}

function moduleLayers(m: ModuleWidths, inputs: number): LayerSpec[] {
  return [
    conv(`${m.name}/1x1`, 1, inputs, m.conv1x1),
    conv(`${m.name}/3x3_reduce`, 1, inputs, m.reduce3x3),
    conv(`${m.name}/3x3`, 3, m.reduce3x3, m.conv3x3),
    conv(`${m.name}/5x5_reduce`, 1, inputs, m.reduce5x5),
    conv(`${m.name}/5x5`, 5, m.reduce5x5, m.conv5x5),
    conv(`${m.name}/pool_proj`, 1, inputs, m.poolProj),
  ];
}

/** All 58 layers with weights (6,998,552 parameters), in the order of the network. */
export const LAYERS: readonly LayerSpec[] = (() => {
  const layers = [
    conv('conv1/7x7_s2', 7, 3, PLAIN_CHANNELS.conv1),
    conv('conv2/3x3_reduce', 1, PLAIN_CHANNELS.conv1, 64),
    conv('conv2/3x3', 3, 64, PLAIN_CHANNELS.conv2),
  ];
  let inputs = PLAIN_CHANNELS.conv2;
  for (const module of INCEPTION_MODULES) {
    layers.push(...moduleLayers(module, inputs));
    inputs = moduleOutputs(module);
  }
  return [...layers, { name: 'loss3/classifier', shape: [POOL5_CHANNELS, CLASS_COUNT] }];
})();

const layersByName = new Map(LAYERS.map((layer) => [layer.name, layer]));

/** @throws Error where the network has no such layer */
export function layerOf(name: string): LayerSpec {
  const layer = layersByName.get(name);
  if (!layer) throw new Error(`the network has no layer ${name}`);
  return layer;
}
