/** One process in which a submission is loaded and called. */
import {
  readReply,
  readText,
  type Reply,
  type Status,
} from "../exercise/reply.ts";
import { throwIfInterrupted } from "./limits.ts";
import {
  endProcess,
  isThere,
  killProcess,
  type Processes,
} from "./processes.ts";
import type { Call } from "../exercise/call.ts";
import { signalOf } from "./second_wall.ts";
import { encodeRequest, newKeys } from "./sandbox/request.ts";
import { signatureOf } from "./sandbox/signed_line.ts";

/** What a process may use. */
export interface Limits {
  /** Seconds of processor time. */
  readonly seconds: number;
  /** Bytes of standard output. */
  readonly output: number;
}

/** The grader could not run a submission, which has nothing to do with it. */
export class GraderFailure extends Error {
  override readonly name = "GraderFailure";
}

/** How a process ended. */
export interface Ending {
  /** `graded` if every call was made. */
  readonly status: Status;
  /** The replies of calls, from the first to as many as were made. */
  readonly replies: readonly Reply[];
  /** Whether the submission was loaded. */
  readonly loaded: boolean;
  /** What the submission, or Deno, said while it could not be loaded. */
  readonly message?: string;
}

/**
 * Loads a submission in a process of its own and makes calls, one after the
 * other. The process has no permission, an empty environment and a cache folder
 * of its own.
 *
 * @param processes Where the process comes from.
 * @param source The submission, as JavaScript.
 * @param calls The calls of public cases.
 * @param hiddenCalls The calls of hidden cases, made after all others.
 * @param limits What it may use.
 * @param signal Kills the process.
 * @throws {GraderFailure} If it ended before it was ready for the submission,
 * or lost its folder meanwhile.
 */
export async function runSubmission(
  processes: Processes,
  source: string,
  calls: readonly Call[],
  hiddenCalls: readonly Call[],
  limits: Limits,
  signal?: AbortSignal,
): Promise<Ending> {
  signal?.throwIfAborted();
  const keys = newKeys(calls.length + hiddenCalls.length);
  const process = processes.take(), { child } = process;
  const writer = child.stdin.getWriter();
  let stopped: Status | undefined;
  const stop = (why: Status) => {
    stopped ??= why;
    killProcess(process);
  };
  const stopClock = startClock(
    processes.clockSeconds,
    () => stop("timeout"),
  );
  const interrupt = () => killProcess(process);
  signal?.addEventListener("abort", interrupt);
  try {
    const { opening, hidden } = encodeRequest(
      keys,
      source,
      calls,
      hiddenCalls,
    );
    const answers = new Answers(calls.length + hiddenCalls.length, keys);
    let waiting = hidden.length === 0 ? undefined : hidden;
    let sent = send(writer, opening, waiting === undefined);
    processes.startAhead();
    await readLines(child.stdout, limits.output, (line) => {
      const state = answers.read(line);
      if (state !== "open") stop(state);
      else if (waiting !== undefined && answers.given === calls.length) {
        // It can say nothing any more that is shown.
        const last = waiting;
        waiting = undefined;
        sent = sent.then(() => send(writer, last, true));
      }
    }, () => stop("output limit"));
    await sent;
    const ended = await child.status;
    const how = signalOf(ended);
    await throwIfInterrupted(how, signal);
    if (!answers.ready) {
      throw new GraderFailure(endedEarly(ended.code, stopped ?? how));
    }
    if (!isThere(process)) {
      throw new GraderFailure(
        "Cannot trust a run: its folder is gone, it must stay until the end",
      );
    }
    return answers.run(stopped ?? statusOf(ended.code, how, answers.loaded));
  } finally {
    stopClock();
    signal?.removeEventListener("abort", interrupt);
    await endProcess(process);
    await writer.abort().catch(() => {}); // it may be closed already
  }
}

/**
 * Calls `onEnd` after some seconds. It counts short times, so that one in which
 * everything stood still (Ctrl-Z) counts no more than the others.
 */
function startClock(seconds: number, onEnd: () => void): () => void {
  let left = 20;
  const timer = setInterval(() => {
    if (--left === 0) onEnd();
  }, seconds * 1000 / left);
  return () => clearInterval(timer);
}

async function send(
  writer: WritableStreamDefaultWriter<Uint8Array>,
  bytes: Uint8Array,
  isLast: boolean,
): Promise<void> {
  try {
    await writer.write(bytes);
    if (isLast) await writer.close();
  } catch {
    // it ended without reading; its status says why
  }
}

/**
 * Hands on the lines of some output, until it has too many bytes. Between two
 * pieces it waits a little, because each has its price, however short it is.
 */
async function readLines(
  output: ReadableStream<Uint8Array>,
  most: number,
  onLine: (line: string) => void,
  onTooMuch: () => void,
): Promise<void> {
  const decoder = new TextDecoder("latin1");
  let bytes = 0, rest = "";
  for await (const piece of output) {
    bytes += piece.length;
    if (bytes > most) return onTooMuch();
    const lines = (rest + decoder.decode(piece, { stream: true })).split("\n");
    rest = lines.pop()!;
    for (const line of lines) onLine(line);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function endedEarly(code: number, stopped: string | null): string {
  const how = stopped ?? `exit code ${code}`;
  return `Cannot start the sandbox: it ended (${how}) before it was ready`;
}

function statusOf(
  code: number,
  signal: Deno.Signal | null,
  loaded: boolean,
): Status {
  if (signal === "SIGXCPU") return "timeout";
  if (signal !== null) return "killed";
  // Deno ends so where a program waits for what never comes.
  return code === 1 && !loaded ? "load error" : "protocol error";
}

/**
 * The answers of a process, which come one by one, each signed with the next
 * key.
 */
class Answers {
  /** Whether the sandbox was ready for the submission. */
  ready = false;
  loaded = false;
  readonly #wanted: number;
  readonly #keys: Uint32Array;
  readonly #replies: Reply[] = [];
  #lines = 0;
  #message: string | undefined;

  constructor(wanted: number, keys: Uint32Array) {
    this.#wanted = wanted;
    this.#keys = keys;
  }

  /** How many replies there are; none before it is loaded. */
  get given(): number {
    return this.loaded ? this.#replies.length : -1;
  }

  /**
   * Reads a line; `open` if others follow. What is not signed is the
   * submission's own.
   */
  read(line: string): Status | "open" {
    const [, text, signature] = /^(.*?)((?: \d{1,8}){4})$/.exec(line) ?? [];
    if (text === undefined) return "open";
    const bytes = new TextEncoder().encode(text);
    const wanted = signatureOf(bytes, 0, bytes.length, this.#keys, this.#lines);
    if (signature !== wanted) return "open";
    this.#lines++;
    return this.#take(text);
  }

  #take(text: string): Status | "open" {
    const isWhole = this.#replies.length === this.#wanted;
    if (text === "done" && this.loaded && isWhole) return "graded";
    if (text === "ready" && !this.ready) {
      this.ready = true;
      return "open";
    }
    if (text === "loaded" && this.ready && !this.loaded) {
      this.loaded = true;
      return "open";
    }
    if (text.startsWith("failed ") && this.ready && !this.loaded) {
      this.#message = readText(text.slice("failed ".length));
      return this.#message === undefined ? "protocol error" : "load error";
    }
    const reply = this.loaded && !isWhole ? readReply(text) : undefined;
    if (reply === undefined) return "protocol error";
    this.#replies.push(reply);
    return "open";
  }

  run(status: Status): Ending {
    return {
      status,
      replies: this.#replies,
      loaded: this.loaded,
      ...this.#message === undefined ? {} : { message: this.#message },
    };
  }
}
