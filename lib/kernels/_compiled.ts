/**
 * The compiled loops and their memory: one WebAssembly module, compiled when it
 * is first asked for. Where there is none (in an old engine, or on a page that
 * forbids compiling) the plain loops do its work, and give the same bits.
 */
import { expNumbers } from "../elementary/_exp.ts";
import { logNumbers } from "../elementary/_log.ts";
import type { Numbers } from "../matrix/_numbers.ts";
import { bytes } from "./_bytes.ts";

/** The bytes of a number. */
export const SIZE = 8;

const PAGE = 2 ** 16;
/** A memory that has grown beyond this is not kept. */
const MOST_KEPT = 2 ** 26;
/** What an address can reach. */
const MOST = 2 ** 32;

/** Fills the list at `y` from that at `x`, which may be the same. */
type Loop = (x: number, count: number, y: number) => void;
/** Fills the list at `dx` from a gradient `dy`, a result `y` and its `x`. */
type Slope = (
  dy: number,
  y: number,
  x: number,
  count: number,
  dx: number,
) => void;

/** The mean loss of rows of predictions, whose classes or targets are told. */
type Loss = (
  y: number,
  t: number,
  rows: number,
  columns: number,
  room: number,
) => number;

/** The loops of `source/`; addresses and steps are bytes. */
export interface Loops {
  readonly memory: WebAssembly.Memory;
  free(): number;
  roots(): number;
  steps(): number;
  logs(): number;
  ln2(): number;
  readonly exp: Loop;
  readonly log: Loop;
  readonly sigmoid: Loop;
  readonly tanh: Loop;
  readonly relu: Loop;
  readonly sigmoidSlope: Slope;
  readonly tanhSlope: Slope;
  readonly reluSlope: Slope;
  addRow(x: number, rows: number, columns: number, b: number): void;
  biasSlope(dh: number, rows: number, columns: number, db: number): void;
  softmax(x: number, rows: number, columns: number, y: number): void;
  powers(x: number, rows: number, columns: number, y: number): void;
  readonly crossEntropy: Loss;
  crossEntropySlope(
    powers: number,
    classes: number,
    rows: number,
    columns: number,
    factor: number,
  ): void;
  readonly squaredError: Loss;
  squaredErrorSlope(
    y: number,
    t: number,
    rows: number,
    columns: number,
    factor: number,
    dy: number,
  ): void;
  matmulRoom(rows: number): number;
  matmul(
    a: number,
    aRow: number,
    aColumn: number,
    b: number,
    bRow: number,
    bColumn: number,
    c: number,
    rows: number,
    inner: number,
    columns: number,
    room: number,
  ): void;
}

// As they are now: who replaces them later must not get hold of a list.
const NativeFloat64Array = Float64Array;
const set = Array.call.bind(Float64Array.prototype.set) as Copy;
const native = typeof WebAssembly === "object" && hasNumbersOfWasm()
  ? nativeWasm()
  : undefined;
type Copy = (to: Float64Array, from: Numbers, first: number) => void;
type Memory = WebAssembly.Memory;

/** Whether a number's bytes lie as WebAssembly has them, the last first. */
function hasNumbersOfWasm(): boolean {
  return new Uint8Array(new NativeFloat64Array([-0]).buffer)[7] !== 0;
}

function nativeWasm() {
  const { Module, Instance, Memory } = WebAssembly;
  return {
    Module,
    Instance,
    exportsOf: getter(Instance.prototype, "exports") as (
      of: WebAssembly.Instance,
    ) => WebAssembly.Exports,
    bufferOf: getter(Memory.prototype, "buffer") as (of: Memory) => ArrayBuffer,
    grow: Array.call.bind(Memory.prototype.grow) as (
      memory: Memory,
      pages: number,
    ) => void,
  };
}

function getter(prototype: object, name: string): unknown {
  return Array.call.bind(
    Object.getOwnPropertyDescriptor(prototype, name)!.get!,
  );
}

/** The compiled loops over a memory of their own. */
export class Kernels {
  /** The memory from its first byte, as long as it does not grow. */
  numbers: Float64Array;
  /** Where it is free: before it stand the constants of the loops. */
  readonly free: number;

  constructor(
    readonly loops: Loops,
    private readonly wasm: NonNullable<typeof native>,
  ) {
    this.numbers = new NativeFloat64Array(wasm.bufferOf(loops.memory));
    this.free = loops.free();
    const [roots, step] = expNumbers(), [logs, ln2] = logNumbers();
    this.put(roots, loops.roots());
    this.put([step.head, step.tail], loops.steps());
    this.put(logs, loops.logs());
    this.put([ln2.head, ln2.tail], loops.ln2());
  }

  /** Makes room up to an address, if there is so much memory. */
  reaches(end: number): boolean {
    const missing = end - this.numbers.byteLength;
    if (missing <= 0) return true;
    if (end > MOST) return false;
    const { wasm, loops: { memory } } = this;
    try {
      wasm.grow(memory, Math.ceil(missing / PAGE));
    } catch {
      return false;
    }
    this.numbers = new NativeFloat64Array(wasm.bufferOf(memory));
    if (this === shared && end > MOST_KEPT) shared = undefined;
    return true;
  }

  /** The numbers from an address on, as long as the memory does not grow. */
  list(at: number, length: number): Float64Array {
    const { wasm, loops: { memory } } = this;
    return new NativeFloat64Array(wasm.bufferOf(memory), at, length);
  }

  /** Copies numbers into the memory, to an address. */
  put(list: Numbers, at: number): void {
    set(this.numbers, list, at / SIZE);
  }

  /** Fills a list with the numbers from an address on. */
  take(at: number, list: Numbers): void {
    const { numbers } = this, first = at / SIZE;
    for (let i = 0; i < list.length; i++) list[i] = numbers[first + i]!;
  }
}

let module: WebAssembly.Module | null | undefined;
let shared: Kernels | undefined, spare: Kernels | undefined;

/** Loops over a memory of their own, if there are any. */
export function newKernels(): Kernels | undefined {
  if (native === undefined) return undefined;
  try {
    if (module === undefined) module = new native.Module(decoded(bytes));
    if (module === null) return undefined;
    const instance = new native.Instance(module);
    return new Kernels(native.exportsOf(instance) as unknown as Loops, native);
  } catch {
    // No SIMD, or no leave to compile.
    module = null;
    return undefined;
  }
}

/**
 * Loops over a memory of their own, which may hold anything: one that was given
 * back, because new memory is dear.
 */
export function borrowKernels(): Kernels | undefined {
  const kernels = spare ?? newKernels();
  spare = undefined;
  return kernels;
}

/** Gives back what was borrowed. */
export function returnKernels(kernels: Kernels): void {
  if (kernels.numbers.byteLength <= MOST_KEPT) spare = kernels;
}

/** Loops over the memory that all operations share, which may hold anything. */
export function sharedKernels(): Kernels | undefined {
  return shared ??= newKernels();
}

function decoded(text: string): Uint8Array<ArrayBuffer> {
  const { fromBase64 } = Uint8Array as { fromBase64?: typeof decoded };
  if (fromBase64 !== undefined) return fromBase64.call(Uint8Array, text);
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
