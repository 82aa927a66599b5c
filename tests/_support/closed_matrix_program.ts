/**
 * Tries to read and to write the numbers of matrices without the library's
 * leave, and prints what came of it as JSON: for each attempt what it got, or
 * the error that it met. `tests/lib/matrix/closed_test.ts` runs it in Deno and,
 * bundled, in Node.
 *
 * deno run tests/_support/closed_matrix_program.ts
 *
 * @module
 */
import * as assert from "node:assert";
import { inspect } from "node:util";
import * as kobai from "../../mod.ts";

type Loose = Record<PropertyKey, unknown>;
const { Matrix, add, matrix, multiply, transpose, zeros } = kobai;
const prototype = Matrix.prototype;
const lookAlike = () => Object.create(prototype);
const construct = Matrix as unknown as new (...given: unknown[]) => unknown;

/** Numbers that stand nowhere else; the first is what is attacked. */
const SECRETS = [0.123456789, 0.987654321];
const secret = matrix(SECRETS);

/** Everything that a value leads to without being called. */
function leadsTo(value: unknown, seen = new Set<unknown>()): unknown[] {
  if (typeof value !== "object" || value === null || seen.has(value)) return [];
  seen.add(value);
  return Reflect.ownKeys(value).flatMap((key) => {
    const found = (value as Loose)[key];
    return [found, ...leadsTo(found, seen)];
  });
}

/** What the library computes while somebody listens, and afterwards. */
function compute(stop: () => void, heard: unknown[]): unknown {
  const W = matrix(SECRETS), made = [zeros(1, 2)];
  made[1] = add(W, W);
  made[2] = kobai.matmul(W, transpose(W));
  made[3] = kobai.takeRows(W, [0]);
  stop();
  for (let i = 0; i < heard.length; i++) {
    const list = heard[i] as number[];
    if (Array.isArray(list)) list[0] = 99;
  }
  return [W, ...made, zeros(1, 2)].map((x) => x.at(0, 0));
}

/** The same while a built-in function tells what it is called on. */
function overheard(owner: object, name: PropertyKey): unknown {
  const before = Object.getOwnPropertyDescriptor(owner, name)!;
  const heard: unknown[] = [];
  Object.defineProperty(owner, name, {
    configurable: true,
    writable: true,
    value: function (this: unknown, ...given: unknown[]) {
      heard[heard.length] = this;
      return Reflect.apply(before.value, this, given);
    },
  });
  return compute(() => Object.defineProperty(owner, name, before), heard);
}

/** The same while copies of lists are made by somebody else. */
function copied(owner: object, name: PropertyKey): unknown {
  const before = Object.getOwnPropertyDescriptor(owner, name)!;
  const heard: unknown[] = [];
  class Heard extends Array<number> {
    constructor(length: number) {
      super(length);
      heard[heard.length] = this;
    }
  }
  const value = name === "constructor" ? { [Symbol.species]: Heard } : Heard;
  Object.defineProperty(owner, name, { configurable: true, value });
  const stop = () => Object.defineProperty(owner, name, before);
  try {
    return compute(stop, heard);
  } finally {
    stop();
  }
}

const ATTEMPTS: Record<string, (W: kobai.Matrix & Loose) => unknown> = {
  "assign rows": (W) => Object.assign(W, { rows: 3 }),
  "assign columns": (W) => Object.assign(W, { columns: 3 }),
  "assign at": (W) => Object.assign(W, { at: () => 99 }).toArray(),
  "assign values": (W) => (Object.assign(W, { values: [99], 0: 99 }), W.item()),
  "define rows": (W) => {
    Object.defineProperty(W, "rows", { value: 9 });
    return add(W, 1).toArray();
  },
  "assign to the prototype": () => Object.assign(prototype, { at: () => 99 }),
  "define on the prototype": () =>
    Object.defineProperty(prototype, "rows", { value: 99 }),
  "another prototype above": () => Object.setPrototypeOf(prototype, {}),
  "assign to the class": () => Object.assign(Matrix, { from: 1 }),
  "all keys": (W) => leadsTo(W).filter((found) => typeof found !== "function"),
  "symbols": (W) => Object.getOwnPropertySymbols(W),
  "names in for-in": (W) => {
    const found = [];
    for (const name in W) found.push(name);
    return found;
  },
  "spread": (W) => Object.values({ ...W }).filter(Number.isFinite),
  "structuredClone": (W) => structuredClone(W),
  "structuredClone within": (W) => structuredClone({ parameters: [W] }),
  "inspect": (W) => inspect(W),
  "inspect fields": (W) =>
    inspect(W, { customInspect: false, showHidden: true, depth: 9 })
      .replace(/: \d+/, ": number").replace(/\s+/g, " "),
  "new": () => new construct(),
  "new with arguments": () => new construct(Symbol(), 1, 1, [99], false),
  "Reflect.construct": () => Reflect.construct(construct, [2, 2, [99]]),
  "a class of one's own": () =>
    new (class extends (construct as unknown as new () => object) {})(),
  "look-alike's rows": () => lookAlike().rows,
  "look-alike's columns": () => lookAlike().columns,
  "look-alike's item()": () => lookAlike().item(),
  "look-alike's text": () => String(lookAlike()),
  "look-alike computed with": () => add(lookAlike(), 1),
  "look-alike an instance": () => lookAlike() instanceof Matrix,
  "method on something else": () => prototype.toArray.call(lookAlike()),
  "getter on something else": () =>
    Reflect.get(prototype, "rows", { rows: 2, columns: 2 }),
  "proxy's rows": (W) => new Proxy(W, {}).rows,
  "proxy computed with": (W) => multiply(new Proxy(W, {}), 2),
  "prototype taken away": (W) => {
    Object.setPrototypeOf(W, null);
    return add(W, 1).toArray();
  },
  "a list that lies": () => {
    class Long extends Float64Array {
      override get length() {
        return 4;
      }
    }
    return kobai.fromFloat64Array(new Long([1]), 2, 2).toArray();
  },
  "overhear slice": () => overheard(Array.prototype, "slice"),
  "overhear concat": () => overheard(Array.prototype, "concat"),
  "overhear push": () => overheard(Array.prototype, "push"),
  "overhear fill": () => overheard(Array.prototype, "fill"),
  "overhear iteration": () => overheard(Array.prototype, Symbol.iterator),
  "copy by species": () => copied(Array, Symbol.species),
  "copy by constructor": () => copied(Array.prototype, "constructor"),
  "overhear call": () => overheard(Function.prototype, "call"),
  "overhear apply": () => overheard(Function.prototype, "apply"),
  "overhear set": () =>
    overheard(Object.getPrototypeOf(Float64Array.prototype), "set"),
  "deepEqual unlike": (W) => assert.deepEqual(W, matrix([1])),
  "deepStrictEqual unlike": (W) => assert.deepStrictEqual(W, matrix([1])),
  "deepEqual alike": () => assert.deepEqual(zeros(1, 2), zeros(1, 2)),
  "deepStrictEqual alike": () =>
    assert.deepStrictEqual([zeros(1, 2)], [zeros(1, 2)]),
  "deepStrictEqual itself": (W) => assert.deepStrictEqual(W, W),
};

const outcomes: Record<string, unknown> = {};
for (const [name, attempt] of Object.entries(ATTEMPTS)) {
  const W = matrix([SECRETS[0]!]);
  try {
    outcomes[name] = { got: attempt(W as kobai.Matrix & Loose) ?? null };
  } catch (error) {
    const { name: kind, message } = error as Error;
    outcomes[name] = { error: kind, message };
  }
}
outcomes["the secret"] = { got: [...secret.toFloat64Array()] };
console.log(JSON.stringify(outcomes));
