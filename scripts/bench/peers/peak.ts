/**
 * How many additions and multiplications of doubles one core does in a second
 * with 128-bit vectors and without fused operations: what compiled loops of
 * WebAssembly can reach at best.
 */

const CHAINS = 12;
/** Two numbers in a vector, a multiplication and an addition. */
const OPERATIONS = 4 * CHAINS;

/** `run(n)`: n times `x = x · a + b` in twelve vectors that do not wait. */
function program(): Uint8Array<ArrayBuffer> {
  const text = (name: string) => [
    name.length,
    ...new TextEncoder().encode(name),
  ];
  const section = (
    id: number,
    bytes: number[],
  ) => [id, ...size(bytes), ...bytes];
  const size = ({ length }: number[]) =>
    length < 128 ? [length] : [length & 127 | 128, length >> 7];
  const constant = (x: number) => [
    0x44,
    ...new Uint8Array(new Float64Array([x]).buffer),
    ...[0xfd, 0x14],
  ];
  const get = 0x20, set = 0x21, a = CHAINS + 1, b = CHAINS + 2;
  const chains = Array.from({ length: CHAINS }, (_, i) => i + 1);
  const add = [0xfd, 0xf0, 0x01], multiply = [0xfd, 0xf2, 0x01];
  const code = [
    ...[1, CHAINS + 2, 0x7b],
    ...[...constant(1 - 1e-9), set, a, ...constant(1e-9), set, b],
    ...[0x03, 0x40],
    ...chains.flatMap((x) => [
      ...[get, x, get, a, ...multiply, get, b, ...add, set, x],
    ]),
    ...[get, 0, 0x41, 1, 0x6b, 0x22, 0, 0x0d, 0, 0x0b],
    ...[get, 1, ...chains.slice(1).flatMap((x) => [get, x, ...add])],
    ...[0xfd, 0x21, 0, 0x0b],
  ];
  return new Uint8Array([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 1, 0x7f, 1, 0x7c]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...text("run"), 0, 0]),
    ...section(10, [1, ...size(code), ...code]),
  ]);
}

/**
 * The chains' sum after so many rounds of `x = x · (1 - 10⁻⁹) + 10⁻⁹` from 0.
 */
export function compiledChains(): (rounds: number) => number {
  const module = new WebAssembly.Module(program());
  return new WebAssembly.Instance(module).exports["run"] as (
    rounds: number,
  ) => number;
}

/** Operations in a second, the most of many tries. */
export async function peakOf128Bits(): Promise<number> {
  const run = compiledChains(), rounds = 200_000;
  let most = 0;
  for (let i = 0; i < 300; i++) {
    const start = performance.now();
    run(rounds);
    const seconds = (performance.now() - start) / 1000;
    most = Math.max(most, OPERATIONS * rounds / seconds);
    // Meanwhile the engine compiles it once more, with care.
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return most;
}
