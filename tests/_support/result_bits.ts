/**
 * One number for all bits of a result, whatever it is made of, so that engines
 * can be compared by a few letters.
 *
 * @module
 */
import { Matrix, Network } from "../../mod.ts";

/** FNV-1a with 64 bits, of G. Fowler, L. C. Noll and K.-P. Vo. */
class Hash {
  #high = 0xcbf29ce4;
  #low = 0x84222325;

  add(byte: number): void {
    const low = (this.#low ^ byte) >>> 0;
    // The prime is 2^40 + 0x1b3; the products stay below 2^53.
    const product = low * 0x1b3;
    const carry = Math.floor(product / 2 ** 32);
    this.#high = (this.#high * 0x1b3 + carry + low * 2 ** 8) % 2 ** 32;
    this.#low = product % 2 ** 32;
  }

  text(): string {
    return [this.#high, this.#low]
      .map((part) => part.toString(16).padStart(8, "0")).join("");
  }
}

/**
 * The hash of a value: of the bits of its numbers (NaN has the same ones
 * everywhere), its texts, its shapes and its keys.
 */
export function hashOf(value: unknown): string {
  const hash = new Hash(), view = new DataView(new ArrayBuffer(8));
  const addNumber = (x: number): void => {
    view.setFloat64(0, x);
    // The bits of a NaN are the engine's own.
    if (x !== x) view.setBigUint64(0, 0x7ff8000000000000n);
    for (let i = 0; i < 8; i++) hash.add(view.getUint8(i));
  };
  const add = (value: unknown): void => {
    if (typeof value === "number") return addNumber(value);
    if (typeof value !== "object" || value === null) {
      for (const letter of `${typeof value} ${value};`) {
        addNumber(letter.codePointAt(0)!);
      }
    } else if (value instanceof Matrix) {
      add([value.rows, value.columns]);
      value.toFloat64Array().forEach(addNumber);
    } else if (value instanceof Network) {
      add([value.sizes, value.activations, value.output, value.parameters]);
    } else if (value instanceof Error) {
      add([value.name, value.message, { ...value }]);
    } else if (Array.isArray(value) || ArrayBuffer.isView(value)) {
      const list = [...value as ArrayLike<unknown> & Iterable<unknown>];
      add(`list of ${list.length}`);
      list.forEach(add);
    } else {
      for (const [key, part] of Object.entries(value)) {
        add(key);
        add(part);
      }
    }
  };
  add(value);
  return hash.text();
}
