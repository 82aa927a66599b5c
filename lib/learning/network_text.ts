/**
 * A network as one JSON text, for whatever it was trained. Reading and writing
 * files is left to the caller.
 */
import { describe } from "../matrix/_require.ts";
import {
  keptText,
  readerOf,
  requireChecksum,
  requireVersion,
} from "./_kept_text.ts";
import { readActivations, readParameters } from "./_read_network.ts";
import { Network, type NetworkOutput } from "./network.ts";

const format = "kobai network", version = 1;

/**
 * Writes a network as JSON: sizes, activations, output and parameters. Every
 * number is written with as many digits as it takes to read the same number
 * again; a checksum tells later whether anything changed.
 *
 * @param network The network.
 * @returns JSON, with a line break at its end.
 * @throws {TypeError} If it is no network.
 * @throws {ModelError} If it is not one that `parseNetwork` would read, such as
 * one with a weight that is not finite.
 *
 * @example There and back
 * ```ts
 * import {
 *   formatNetwork,
 *   matrix,
 *   Network,
 *   numpyRandom,
 *   parseNetwork,
 * } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const net = new Network([2, 4, 1], numpyRandom(0), { output: "identity" });
 * const again = parseNetwork(formatNetwork(net));
 * const x = matrix([2, 3]);
 * assertEquals(again.predict(x).item(), net.predict(x).item());
 * ```
 */
export function formatNetwork(network: Network): string {
  const action = "write the network";
  if (!(network instanceof Network)) {
    throw new TypeError(
      `Cannot ${action}: found ${describe(network)}, a Network is needed`,
    );
  }
  const { sizes, activations, output, parameters } = network;
  const text = keptText({
    format,
    version,
    sizes,
    activations,
    output,
    parameters,
  });
  readNetwork(text, action);
  return text;
}

/**
 * Reads a network that {@linkcode formatNetwork} wrote. A text that is cut off
 * or damaged, or of another version, is refused: the network that comes out is
 * whole.
 *
 * @param text JSON.
 * @returns The network.
 * @throws {ModelError} If it is refused, with the reason and the place.
 * @throws {TypeError} If `text` is no text.
 *
 * @example A file of another kind
 * ```ts
 * import { ModelError, parseNetwork } from "kobai";
 * import { assertThrows } from "@std/assert";
 *
 * const text = '{ "format": "kobai model", "version": 2 }';
 * assertThrows(
 *   () => parseNetwork(text),
 *   ModelError,
 *   'format is "kobai model", "kobai network" is needed',
 * );
 * ```
 */
export function parseNetwork(text: string): Network {
  return readNetwork(text, "read the network");
}

function readNetwork(text: string, action: string): Network {
  const reader = readerOf(text, action);
  requireVersion(reader.value, format, [version], action);
  const whole = reader.record(
    "format",
    "version",
    "sizes",
    "activations",
    "output",
    "parameters",
    "checksum",
  );
  const sizes = whole.sizes.list().map((size) => size.integer(1));
  if (sizes.length < 2) {
    throw whole.sizes.error("at least two sizes are needed");
  }
  const activation = readActivations(whole.activations, sizes);
  const output = whole.output.oneOf<NetworkOutput>("softmax", "identity");
  const parameters = readParameters(whole.parameters, sizes);
  // Last: what can be named more closely is.
  requireChecksum(whole.checksum, text);
  return new Network(sizes, parameters, { activation, output });
}
