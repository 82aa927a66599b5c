/**
 * What holds though a submission imports whatever it likes: runs some that
 * `onlyKobai` has not seen, as the grader does, and prints what became of each.
 * To be run with `-A`; `sandbox_test.ts` does.
 */
import { prepareSandbox } from "../../../scripts/grade/prepare.ts";
import { Processes } from "../../../scripts/grade/processes.ts";
import { runSubmission } from "../../../scripts/grade/run.ts";
import type { Call } from "../../../scripts/exercise/call.ts";
import { hostile } from "./hostile.ts";

/**
 * With Node's pipes in place of its own descriptors it reads what the harness
 * writes, and writes other results instead, with the signatures that it has
 * seen.
 */
const standsBetween = `
const util: any = await import(\`data:text/javascript,export * from "node:util"\`);
const zlib: any = await import(\`data:text/javascript,export * from "node:zlib"\`);
let events = zlib.createGzip(), found: any;
while (!Object.hasOwn(events, "emit")) events = Object.getPrototypeOf(events);
const { emit } = events;
events.emit = function () { found ??= this; return true; };
util.deprecate(() => {}, "x", "x")();
await new Promise((resolve) => setTimeout(resolve, 10));
events.emit = emit;
(globalThis as any).process = found;
const { Pipe, createPipe } = found.binding("pipe_wrap"), { guessHandleType } = found.binding("util");
let output = 9;
while (guessHandleType(output) !== "PIPE") output++;
const grader = new Pipe(0);
grader.open(output);
const say = (text: string) => grader.writeUtf8String(new (found.binding("stream_wrap").WriteWrap)(), text);
for (const fd of [0, 1]) {
  const pipe = new Pipe(0);
  pipe.open(fd);
  pipe.close();
  await new Promise((resolve) => setTimeout(resolve, 20));
}
createPipe();
let signature: string | undefined;
export function forward(): number {
  if (signature === undefined) {
    const bytes = new Uint8Array(4096);
    const read = Deno.stdin.readSync(bytes) ?? 0;
    const loaded = new TextDecoder().decode(bytes.subarray(0, read));
    say(loaded); // as it was
    signature = /^\\nloaded((?: \\d+){4})\\n$/.exec(loaded)![1]!;
  }
  say("\\n0 0 rows 1 1 7" + signature + "\\n");
  return 0;
}
`;

const forward: Call = {
  name: "forward",
  kinds: ["matrix", "matrix", "matrix"],
  arguments: [[[2, 3]], [[0.5], [2]], [[0]]],
};
const limits = { seconds: 20, output: 100_000 };
await using sandbox = await prepareSandbox();
await using processes = new Processes(sandbox, limits.seconds, 0);
const run = (source: string) =>
  runSubmission(processes, source, [forward, forward], [], limits);
console.log(JSON.stringify({
  standsBetween: await run(standsBetween),
  importsNode: await run(hostile.importsNode!.source as string),
}));
