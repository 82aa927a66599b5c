/**
 * A graph of operations as an ONNX file: the part of the format that a model
 * needs.
 *
 * Source: onnx/onnx, onnx/onnx.proto: the numbers of its fields.
 */
import type { Matrix } from "kobai";
import { type Field, protobuf } from "./protobuf.ts";

/** An operation, such as `MatMul`, on what came before. */
export interface Node {
  readonly operation: string;
  readonly inputs: readonly string[];
  readonly output: string;
  /** Integers that say how. */
  readonly attributes?: Readonly<Record<string, number>>;
}

/** What is known beforehand: doubles, integers or texts. */
export type Constant = Matrix | { readonly integers: readonly number[] } | {
  readonly texts: readonly string[];
};

/** What goes in or comes out: a row for each sample. */
export interface Port {
  readonly name: string;
  readonly type: "double" | "string";
  /** How many numbers a row has; without it, each is one. */
  readonly columns?: number;
}

/** A graph, and texts that tell of it. */
export interface Graph {
  readonly name: string;
  readonly nodes: readonly Node[];
  readonly constants: Readonly<Record<string, Constant>>;
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
  readonly metadata: Readonly<Record<string, string>>;
}

/** Types of tensors, by their numbers in the format. */
const types = { integer: 7, string: 8, double: 11 };
/** The integer kind of an attribute. */
const INTEGER = 2;
/** Old enough for every engine of the last years. */
const IR_VERSION = 8, OPERATOR_SET = 13;

/** The bytes of an ONNX file. */
export function formatOnnx(graph: Graph, version: string): Uint8Array {
  const { name, nodes, constants, inputs, outputs, metadata } = graph;
  return protobuf([
    [1, IR_VERSION],
    [2, "Kobai"],
    [3, version],
    [
      7,
      protobuf([
        ...nodes.map((node): Field => [1, nodeOf(node)]),
        [2, name],
        ...Object.entries(constants).map(([name, constant]): Field => [
          5,
          tensorOf(name, constant),
        ]),
        ...inputs.map((port): Field => [11, portOf(port)]),
        ...outputs.map((port): Field => [12, portOf(port)]),
      ]),
    ],
    [8, protobuf([[1, ""], [2, OPERATOR_SET]])],
    ...Object.entries(metadata).map(([key, value]): Field => [
      14,
      protobuf([[1, key], [2, value]]),
    ]),
  ]);
}

function nodeOf({ operation, inputs, output, attributes = {} }: Node) {
  return protobuf([
    ...inputs.map((name): Field => [1, name]),
    [2, output],
    [4, operation],
    ...Object.entries(attributes).map(([name, value]): Field => [
      5,
      protobuf([[1, name], [3, value], [20, INTEGER]]),
    ]),
  ]);
}

function tensorOf(name: string, constant: Constant): Uint8Array {
  if ("texts" in constant) {
    const { texts } = constant;
    return protobuf([
      [1, texts.length],
      [2, types.string],
      ...texts.map((text): Field => [6, text]),
      [8, name],
    ]);
  }
  if ("integers" in constant) {
    const { integers } = constant;
    const raw = bytesOf(
      integers,
      (view, at, value) => view.setBigInt64(at, BigInt(value), true),
    );
    return protobuf([[1, integers.length], [2, types.integer], [8, name], [
      9,
      raw,
    ]]);
  }
  const { rows, columns } = constant;
  const raw = bytesOf(
    constant.toFloat64Array(),
    (view, at, value) => view.setFloat64(at, value, true),
  );
  return protobuf([[1, rows], [1, columns], [2, types.double], [8, name], [
    9,
    raw,
  ]]);
}

function bytesOf(
  values: ArrayLike<number>,
  set: (view: DataView, at: number, value: number) => void,
): Uint8Array {
  const bytes = new Uint8Array(8 * values.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < values.length; i++) set(view, 8 * i, values[i]!);
  return bytes;
}

function portOf({ name, type, columns }: Port): Uint8Array {
  const dimensions = [
    protobuf([[2, "N"]]),
    ...(columns === undefined ? [] : [protobuf([[1, columns]])]),
  ];
  const shape = protobuf(dimensions.map((one): Field => [1, one]));
  return protobuf([
    [1, name],
    [2, protobuf([[1, protobuf([[1, types[type]], [2, shape]])]])],
  ]);
}
