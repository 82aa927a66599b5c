/**
 * Reading a JSON value that must have a certain form: every look at it either
 * gives what is needed, or throws with the path of what is there instead, such
 * as `network.parameters.W1[0][2]`.
 */
import { describe } from "../matrix/_require.ts";

/** Makes the error for what was found at a path, and what is needed there. */
export type MakeError = (path: string, found: string, needed: string) => Error;

/** A part of a JSON value, and where it stands. */
export class JsonReader {
  constructor(
    readonly value: unknown,
    readonly path: string,
    readonly makeError: MakeError,
  ) {}

  /** The error that this part is not what is needed. */
  error(needed: string): Error {
    return this.makeError(this.path, describe(this.value), needed);
  }

  /** The members of an object that has these keys and no others. */
  record<Key extends string>(...keys: Key[]): Record<Key, JsonReader> {
    const { value } = this;
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      throw this.error("an object is needed");
    }
    for (const key of Object.keys(value)) {
      if ((keys as string[]).includes(key)) continue;
      throw this.#member(value, key).error("nothing is needed there");
    }
    const members = {} as Record<Key, JsonReader>;
    for (const key of keys) members[key] = this.#member(value, key);
    return members;
  }

  #member(value: object, key: string): JsonReader {
    const path = this.path === "" ? key : `${this.path}.${key}`;
    const found = (value as Record<string, unknown>)[key];
    return new JsonReader(
      Object.hasOwn(value, key) ? found : undefined,
      path,
      this.makeError,
    );
  }

  /** The items of a list. */
  list(): JsonReader[] {
    if (!Array.isArray(this.value)) throw this.error("a list is needed");
    return this.value.map((item, i) =>
      new JsonReader(item, `${this.path}[${i}]`, this.makeError)
    );
  }

  text(): string {
    if (typeof this.value === "string") return this.value;
    throw this.error("a text is needed");
  }

  /** A finite number of `least` or more. */
  number(least = -Infinity): number {
    const { value } = this;
    if (typeof value === "number" && Number.isFinite(value) && value >= least) {
      return value;
    }
    throw this.error(
      least === -Infinity
        ? "a finite number is needed"
        : `a finite number of ${least} or more is needed`,
    );
  }

  /** An integer of `least` or more. */
  integer(least: number): number {
    if (Number.isInteger(this.value) && this.value as number >= least) {
      return this.value as number;
    }
    throw this.error(`an integer of ${least} or more is needed`);
  }

  /** One of some values. */
  oneOf<T extends string | boolean>(...values: readonly T[]): T {
    if ((values as readonly unknown[]).includes(this.value)) {
      return this.value as T;
    }
    throw this.error(`one of ${values.join(", ")} is needed`);
  }

  /** What `read` makes of it, or null. */
  orNull<T>(read: (reader: JsonReader) => T): T | null {
    return this.value === null ? null : read(this);
  }
}
