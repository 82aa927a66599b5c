/**
 * What runs in a sandbox: reads a submission and the calls to make from
 * standard input, loads it, and writes what comes of each call. It knows no
 * right answer. (`intrinsics.ts` says why it is written so.)
 */
import { type Call, messageOf, quote, replyText } from "../../exercise/call.ts";
import { parseJson } from "../../exercise/intrinsics.ts";
import { keptGlobals, keptOfDeno } from "../../exercise/program/globals.ts";
import { signedLines } from "./signed_line.ts";
import { readRequest } from "./request.ts";

const { exit } = Deno;
const request = readRequest() ?? exit(0); // it is not needed any more
const { source, calls, hiddenCalls, keys } = request;
const say = signedLines(keys);
const url = URL.createObjectURL(
  new Blob([source], { type: "text/javascript" }),
);

// A symbol leads from Deno to its insides; those of the global object mark it
// as what it is, and events come to nothing else.
for (const name of Reflect.ownKeys(Deno)) {
  if (typeof name === "string" && keptOfDeno.has(name)) continue;
  Reflect.deleteProperty(Deno, name);
}
for (const name of Object.getOwnPropertyNames(globalThis)) {
  if (!keptGlobals.has(name)) Reflect.deleteProperty(globalThis, name);
}

function answer(exports: unknown, text: string): void {
  const calls = parseJson(text) as Call[],
    originals = parseJson(text) as Call[];
  for (let i = 0; i < calls.length; i++) {
    say(replyText(exports, calls[i]!, originals[i]!));
  }
}

function fail(error: unknown): void {
  try {
    say(`failed ${quote(messageOf(error))}`);
  } finally {
    exit(0); // where standard output was closed, without an answer
  }
}

// What goes wrong outside of any function while the submission is loaded; Deno
// would end with an error that the grader cannot tell from a plain exit.
globalThis.addEventListener("error", (event) => fail(event.error));
globalThis.addEventListener(
  "unhandledrejection",
  (event) => fail(event.reason),
);
// Nothing is left to do, and it has not been loaded: it waits for what never
// comes.
globalThis.addEventListener("beforeunload", () => fail("await ... ?"));

say("ready"); // Whatever comes now is the submission's.

// Not awaited here: Deno would end a program that awaits for ever, without the
// event above.
import(url).then((exports: unknown) => {
  say("loaded");
  answer(exports, calls);
  answer(exports, hiddenCalls());
  say("done");
  exit(0);
}).catch(fail);
