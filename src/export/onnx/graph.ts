// A graph of ONNX operators as it grows: each node names its one output after itself.

import { create } from '@bufbuild/protobuf';
import {
  type AttributeProto,
  AttributeProtoSchema,
  type GraphProto,
  GraphProtoSchema,
  NodeProtoSchema,
  TensorProtoSchema,
} from './onnx_pb.ts';

/** TensorProto.DataType.FLOAT. */
export const FLOAT = 1;

/** AttributeProto.AttributeType. */
const TYPE = { f: 1, i: 2, ints: 7 } as const;

type Attribute = { readonly f: number } | { readonly i: number } | { readonly ints: readonly number[] };

export class Graph {
  readonly proto: GraphProto;

  constructor(name: string, docString: string) {
    this.proto = create(GraphProtoSchema, { name, docString });
  }

  /**
   * @param inputs names of what is there already
   * @returns the name of the node's output, which is the node's own
   */
  node(
    opType: string,
    name: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, Attribute>> = {},
  ): string {
    this.proto.node.push(
      create(NodeProtoSchema, {
        name,
        opType,
        input: [...inputs],
        output: [name],
        attribute: Object.entries(attributes).map(([key, value]) => attributeProto(key, value)),
      }),
    );
    return name;
  }

  /**
   * @param values row by row, the last dimension running fastest; kept, not copied
   * @returns its name
   */
  constant(name: string, dims: readonly number[], values: Float32Array<ArrayBuffer>): string {
    this.proto.initializer.push(
      create(TensorProtoSchema, {
        name,
        dims: dims.map(BigInt),
        dataType: FLOAT,
        // As they lie in memory: little-endian on every machine that runs this.
        rawData: new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
      }),
    );
    return name;
  }
}

function attributeProto(name: string, value: Attribute): AttributeProto {
  if ('f' in value) return create(AttributeProtoSchema, { name, type: TYPE.f, f: value.f });
  if ('i' in value) return create(AttributeProtoSchema, { name, type: TYPE.i, i: BigInt(value.i) });
  return create(AttributeProtoSchema, { name, type: TYPE.ints, ints: value.ints.map(BigInt) });
}
