/** What the grader hands to the sandbox, in two pieces: the second once the first is answered. */
import { apply, Bytes, character } from "./intrinsics.ts";
import type { Call } from "./call.ts";

/** How many characters the secret has. */
export const secretLength = 32;
const lengthDigits = 10;
const headLength = secretLength + 2 * lengthDigits;

/** A request as bytes, all of them ASCII. */
export interface EncodedRequest {
  /** The secret, the lengths of what follows and of the second piece, the submission and public calls. */
  readonly opening: Uint8Array<ArrayBuffer>;
  /**
   * The calls of hidden cases. A submission may get hold of them before it is called with them, and of
   * the secret too: so they are sent when nothing that it says is shown to its author any more.
   */
  readonly hidden: Uint8Array<ArrayBuffer>;
}

/** Makes a request. */
export function encodeRequest(
  secret: string,
  source: string,
  calls: readonly Call[],
  hiddenCalls: readonly Call[],
): EncodedRequest {
  const opening = toAscii({ source, calls: JSON.stringify(calls) });
  const hidden = hiddenCalls.length === 0 ? "" : toAscii(hiddenCalls);
  const lengths = [opening, hidden].map(({ length }) =>
    String(length).padStart(lengthDigits, "0")
  );
  const encoder = new TextEncoder();
  return {
    opening: encoder.encode(secret + lengths.join("") + opening),
    hidden: encoder.encode(hidden),
  };
}

function toAscii(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\0-\x7f]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** A request as the harness reads it. */
export interface Request {
  readonly secret: Uint8Array;
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

/** Reads a request; to be called before anything else runs. Undefined if none comes. */
export function readRequest(): Request | undefined {
  const head = read(headLength, new ArrayBuffer(headLength));
  if (head === undefined) return undefined;
  const [length, hiddenLength] = [0, 1].map((i) => {
    const from = secretLength + i * lengthDigits;
    return Number(asciiIn(head.subarray(from, from + lengthDigits)));
  }) as [number, number];
  const opening = read(length, new ArrayBuffer(length));
  if (opening === undefined) return undefined;
  const memory = new ArrayBuffer(hiddenLength);
  return {
    ...JSON.parse(asciiIn(opening)),
    secret: head.subarray(0, secretLength),
    hiddenCalls() {
      const bytes = read(hiddenLength, memory)!;
      let text = "";
      for (let i = 0; i < hiddenLength; i++) text += character(bytes[i]!);
      return hiddenLength === 0 ? "[]" : text;
    },
  };
}

/** A `TextDecoder` would take longer to begin than this to end. */
function asciiIn(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 4096) {
    text += String.fromCharCode(...bytes.subarray(i, i + 4096));
  }
  return text;
}
