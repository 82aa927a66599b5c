/**
 * What the grader hands to the sandbox, in two pieces: the second once the
 * first is answered.
 */
import { apply, Bytes, character } from "../../exercise/intrinsics.ts";
import type { Call } from "../../exercise/call.ts";
import { keyLength } from "./signed_line.ts";

const lengthDigits = 10;
const lengths = 3;

/** A request as bytes. */
export interface EncodedRequest {
  /**
   * The lengths of what follows, the keys, and in ASCII the submission and its
   * public calls.
   */
  readonly opening: Uint8Array<ArrayBuffer>;
  /**
   * In ASCII the calls of hidden cases. A submission may get hold of them
   * before it is called with them: so they are sent when nothing that it says
   * is shown to its author any more.
   */
  readonly hidden: Uint8Array<ArrayBuffer>;
}

/** Lines that are no replies: `ready`, `loaded` and `done`. */
const otherLines = 3;

/** So many numbers `getRandomValues` takes. */
const mostAtOnce = 65536 / Uint32Array.BYTES_PER_ELEMENT;

/** Makes keys for the replies to so many calls, and for all other lines. */
export function newKeys(calls: number): Uint32Array<ArrayBuffer> {
  const keys = new Uint32Array((calls + otherLines) * keyLength);
  for (let i = 0; i < keys.length; i += mostAtOnce) {
    crypto.getRandomValues(keys.subarray(i, i + mostAtOnce));
  }
  return keys;
}

/** Makes a request. */
export function encodeRequest(
  keys: Uint32Array<ArrayBuffer>,
  source: string,
  calls: readonly Call[],
  hiddenCalls: readonly Call[],
): EncodedRequest {
  const encoder = new TextEncoder();
  const keyBytes = new Uint8Array(keys.buffer);
  const opening = toAscii({ source, calls: JSON.stringify(calls) });
  const hidden = hiddenCalls.length === 0 ? "" : toAscii(hiddenCalls);
  const head = [keyBytes, opening, hidden].map(({ length }) =>
    String(length).padStart(lengthDigits, "0")
  ).join("");
  const bytes = new Uint8Array(
    head.length + keyBytes.length + opening.length,
  );
  bytes.set(encoder.encode(head));
  bytes.set(keyBytes, head.length);
  bytes.set(encoder.encode(opening), head.length + keyBytes.length);
  return { opening: bytes, hidden: encoder.encode(hidden) };
}

function toAscii(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\0-\x7f]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** A request as the harness reads it. */
export interface Request {
  /** For `signedLines`. */
  readonly keys: Uint32Array;
  /** The submission's text. */
  readonly source: string;
  /** The calls of public cases, in JSON. */
  readonly calls: string;
  /** Waits for those of hidden cases; an empty list if there are none. */
  hiddenCalls(): string;
}

const { stdin } = Deno;
const { readSync } = stdin;

/** Reads so many bytes; undefined if there are fewer. */
function read(length: number, memory: ArrayBuffer): Uint8Array | undefined {
  for (let got = 0; got < length;) {
    const rest = [new Bytes(memory, got, length - got)];
    const count = apply(readSync, stdin, rest);
    if (typeof count !== "number") return undefined;
    got += count;
  }
  return new Bytes(memory);
}

/**
 * Reads a request; to be called before anything else runs. Undefined if none
 * comes.
 */
export function readRequest(): Request | undefined {
  const headLength = lengths * lengthDigits;
  const head = read(headLength, new ArrayBuffer(headLength));
  if (head === undefined) return undefined;
  const [keyBytes, openingBytes, hiddenBytes] = [0, 1, 2].map((i) =>
    Number(asciiIn(head.subarray(i * lengthDigits, (i + 1) * lengthDigits)))
  ) as [number, number, number];
  const keys = new ArrayBuffer(keyBytes);
  const opening = read(keyBytes, keys) &&
    read(openingBytes, new ArrayBuffer(openingBytes));
  if (opening === undefined) return undefined;
  const memory = new ArrayBuffer(hiddenBytes);
  return {
    ...JSON.parse(asciiIn(opening)),
    keys: new Uint32Array(keys),
    hiddenCalls() {
      const bytes = read(hiddenBytes, memory)!;
      let text = "";
      for (let i = 0; i < hiddenBytes; i++) text += character(bytes[i]!);
      return hiddenBytes === 0 ? "[]" : text;
    },
  };
}

/** A `TextDecoder` would take longer to begin than this to end. */
function asciiIn(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 4096) {
    // Spread, they would be taken one by one.
    const part = bytes.subarray(i, i + 4096) as ArrayLike<number>;
    text += String.fromCharCode.apply(undefined, part as number[]);
  }
  return text;
}
