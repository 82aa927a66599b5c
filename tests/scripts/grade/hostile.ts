/**
 * Submissions that mean no good, or go badly wrong. Each has the status and the
 * points that it must get. Most of them do their tasks right besides: those
 * that try to read or to reach something make `forward` wrong if they can,
 * which would cost them ten points.
 *
 * @module
 */
import type { Status } from "../../../scripts/exercise/reply.ts";
import { right, solution } from "./solution.ts";

/** A submission, and what must become of it. */
export interface Hostile {
  readonly source: string | Uint8Array;
  readonly status: Status;
  /** Undefined where it is the submission's own affair. */
  readonly points?: number;
}

/** A right submission with something before it. */
function before(
  code: string,
  status: Status = "graded",
  points = 100,
): Hostile {
  return { source: solution({}, code), status, points };
}

/** A right submission in which `forward` is not: the other tasks stay right. */
function inForward(body: string, status: Status = "graded"): Hostile {
  const forward =
    `export function forward(x: Matrix, W: Matrix, b: Matrix): any {\n${body}\n}`;
  return { source: solution({ forward }), status, points: 90 };
}

/** What the reader of programs refuses; the rest is tried in the sandbox. */
const isRefused =
  /mport\((?!"kobai"\))|(?<!async )\beval\(|new Function|\(process as any\)|Deno(?:[.)]| as)|\bfetch\(|WebSocket|localStorage|caches|URL\b/;

/** Attempts that are refused before they run, each by itself. */
export const refusedAttempts: string[] = [];

/**
 * Right submissions that try things, each of which must fail: one of what is
 * tried in vain, and one that is not even run.
 */
function mustFail(
  name: string,
  ...attempts: string[]
): Record<string, Hostile> {
  const refused = attempts.filter((attempt) => isRefused.test(attempt));
  refusedAttempts.push(...refused);
  return {
    [name]: trying(attempts.filter((attempt) => !isRefused.test(attempt))),
    [`${name}Refused`]: { ...trying(refused), status: "load error", points: 0 },
  };
}

function trying(attempts: readonly string[]): Hostile {
  const forward = right.forward.replace(
    "return add",
    `if (succeeded.length > 0) throw new Error(succeeded.join());
  return add`,
  );
  const tries = attempts.map((attempt, i) =>
    `try {
  const value = await (async () => { ${attempt} })();
  succeeded.push("${i}: " + typeof value); // a module cannot be made a text
} catch {
  // as it should be
}`
  );
  return {
    source: solution({ forward }, `const succeeded: string[] = [];\n`) +
      tries.join("\n"),
    status: "graded",
    points: 100,
  };
}

const checkout = new URL("../../../", import.meta.url);
const kit = new URL("mod.ts", checkout).href;
const answers = new URL("scripts/exercise/answers.ts", checkout).href;
const hiddenCases = new URL("hidden_cases.json", import.meta.url).href;
const wasm = `data:application/wasm;base64,${
  btoa(String.fromCharCode(0, 97, 115, 109, 1, 0, 0, 0))
}`;

/** A number that `spy` knows when it sees it. */
export const known = 46_202_862;

/**
 * Looks at everything that code of others may call, and at what it is called
 * with: a spy in its own house. Where it finds the number it knows, it says so
 * in its output.
 */
export const spy = `
const { apply, ownKeys } = Reflect;
const { getOwnPropertyDescriptor: describe, defineProperty: define, getPrototypeOf: parent } = Object;
const { includes } = String.prototype, { isView } = ArrayBuffer;
const lengthOf = describe(parent(Uint8Array.prototype), "length")!.get!;
const { log: print } = console, deno: any = Deno;
const known = ${known - 1} + 1;
const signs = ["" + known, [238, 255, 192, 2].join(" ")]; // as a number, and as its bytes
let busy = false;
function look(value: unknown): void {
  if (busy) return;
  busy = true;
  try {
    let text = "";
    if (typeof value === "string" || typeof value === "number") text = "" + value;
    else if (typeof value === "object" && value !== null && isView(value)) {
      const length = apply(lengthOf, value, []);
      for (let i = 0; i < length && i < 100; i++) text += (value as Uint8Array)[i]! + " ";
    }
    if (apply(includes, text, [signs[0]]) || apply(includes, text, [signs[1]])) {
      apply(print, console, ["\\nseen"]);
    }
  } catch {
    // go on
  }
  busy = false;
}
function watch(target: any): void {
  for (const key of ownKeys(target)) {
    const found = describe(target, key)!;
    if (!found.configurable || key === "prototype") continue;
    const wrap = (f: any) => function (this: unknown, ...args: unknown[]) {
      look(this);
      for (let i = 0; i < args.length; i++) look(args[i]);
      return apply(f, this, args);
    };
    try {
      if (key === "constructor") {
        const { value } = found;
        define(target, key, { __proto__: null, configurable: true, get() { look(this); return value; } } as any);
      } else if (typeof found.value === "function") {
        if (!describe(found.value, "prototype")) found.value = wrap(found.value);
      } else {
        if (found.get) found.get = wrap(found.get);
        if (found.set) found.set = wrap(found.set);
      }
      if (key !== "constructor") define(target, key, found);
    } catch {
      // go on
    }
  }
}
const core = deno[deno.internal]?.core ?? {};
const roots: any[] = [
  Object, Function, Array, String, Number, Promise, Uint8Array, Float64Array, ArrayBuffer, JSON, Math,
  Reflect, RegExp, Error, TextEncoder, TextDecoder, deno, console, globalThis, deno.stdout ?? {}, deno.stdin ?? {},
  core, core.ops ?? {},
];
for (const root of roots) {
  watch(root);
  if (root.prototype) watch(root.prototype);
}
watch(parent(Uint8Array.prototype));
watch(parent(Uint8Array));
for (const key of ["then", "toJSON", "name", "message", "calls", "0", "1", "2"]) {
  const target = key >= "0" && key <= "9" ? Array.prototype : Object.prototype;
  define(target, key, {
    __proto__: null, configurable: true,
    get() { look(this); return undefined; },
    set(value: unknown) {
      look(value);
      define(this, key, { __proto__: null, value, writable: true, enumerable: true, configurable: true } as any);
    },
  } as any);
}
`;

/** By the name of the student. */
export const hostile: Readonly<Record<string, Hostile>> = {
  // time
  endlessImport: { source: "for (;;);", status: "timeout", points: 0 },
  // softmax; the loss that uses it is right with a right one
  endlessSoftmax: {
    source: solution({
      softmax: "export function softmax(scores: Matrix): Matrix { for (;;); }",
    }),
    status: "timeout",
    points: 85,
  },
  endlessMicrotasks: before(
    `const again = () => queueMicrotask(again);
again();
await new Promise((resolve) => setTimeout(resolve));`,
    "timeout",
    0,
  ),
  endlessPromises: before(
    "const again = (): unknown => Promise.resolve().then(again);\nagain();",
  ),
  regularExpression: inForward(
    'return /^(a+)+$/.test("a".repeat(60) + "b");',
    "timeout",
  ),
  timersLeftBehind: before(
    "setInterval(() => {}, 1);\nsetTimeout(() => { throw 1; }, 1);",
  ),
  endlessUnload: before('addEventListener("unload", () => { for (;;); });'),
  neverSettling: before("await new Promise(() => {});", "load error", 0),
  neverSettlingResult: inForward("return new Promise(() => {});"),
  exportsThen: before("export function then() {}", "load error", 0),
  endlessRecursion: inForward("return forward(x, W, b) + 1;"),

  // memory
  heapBomb: before(
    "const kept = [];\nfor (;;) kept.push(new Array(100000).fill(kept.length));",
    "killed",
    0,
  ),
  // The function is given up: of task 9 the single steps are right, 1 of 4
  // public cases and 7 of 14 others.
  heapBombInDescend: {
    source: solution({
      descend:
        `export function descend() { const kept = []; for (;;) kept.push(new Array(100000).fill(kept.length)); }`,
    }),
    status: "killed",
    points: 94.8,
  },
  arrayBufferBomb: before(
    "const kept = [];\nfor (;;) kept.push(new Uint8Array(50000000).fill(1));",
  ),
  caughtArrayBufferBomb: before(
    `let kept: unknown[] = [];
try {
  for (;;) kept.push(new Uint8Array(50000000).fill(1));
} catch {
  kept = [];
}`,
  ),
  caughtWasmBomb: before(
    `const kept: unknown[] = [];
try {
  for (;;) {
    const memory = new WebAssembly.Memory({ initial: 8000 });
    new Uint8Array(memory.buffer).fill(1);
    kept.push(memory);
  }
} catch {
  kept.length = 0;
}`,
  ),
  twentyWorkers: before(
    `const code = "const kept = []; for (;;) kept.push(new Array(100000).fill(kept.length));";
const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
for (let i = 0; i < 20; i++) new Worker(url, { type: "module" });
await new Promise((resolve) => setTimeout(resolve, 60000));`,
    "load error",
    0,
  ),

  // output
  endlessOutput: before(
    'for (;;) console.log("x".repeat(1000));',
    "output limit",
    0,
  ),
  longOutput: inForward(
    'console.log("x".repeat(20000000));\nreturn 1;',
    "output limit",
  ),
  chatty: before('console.log("x".repeat(1000));\nconsole.error("hm");'),

  // errors and ends
  // What fails outside of the functions does not take them with it.
  throwsAtImport: before('throw new Error("no");'),
  throwsTrap: before("throw { get message() { throw this; } };"),
  throwsUndefined: before("throw undefined;"),
  throwsInConstant: before('const no = (() => { throw new Error("no"); })();'),
  throwsProxy: inForward(
    "throw new Proxy({}, { get() { throw new Error(); } });",
  ),
  rejectsUnhandled: before(
    'Promise.reject(new Error("no"));\nawait new Promise(() => {});',
    "load error",
    0,
  ),
  throwsLater: before(
    'setTimeout(() => { throw new Error("no"); });\nawait new Promise(() => {});',
    "load error",
    0,
  ),
  exitsAtImport: before("Deno.exit(0);", "load error", 0),
  // crossEntropy, and the two tasks that use it
  exitsInCrossEntropy: {
    source: solution({
      crossEntropy:
        "export function crossEntropy(): Matrix { return Deno.exit(0); }",
    }),
    status: "load error",
    points: 0,
  },
  closesOutput: before("(Deno.stdout as any).close();", "load error", 0),

  // files
  importsPasswords: before(
    'import passwords from "/etc/passwd" with { type: "text" };',
    "load error",
    0,
  ),
  importsAnswers: before(
    `import { rightAnswers } from "${answers}";`,
    "load error",
    0,
  ),
  importsHiddenCases: before(
    `import cases from "${hiddenCases}" with { type: "json" };`,
    "load error",
    0,
  ),
  importsRelative: before(
    'import * as other from "./right.ts";',
    "load error",
    0,
  ),
  importsSoftmax: {
    source: 'export { softmax } from "kobai";\n',
    status: "load error",
    points: 0,
  },
  ...mustFail(
    "readsFiles",
    'return Deno.readTextFileSync("/etc/passwd");',
    `return Deno.readTextFileSync(new URL("${answers}"));`,
    `return Deno.readTextFileSync(new URL("${hiddenCases}"));`,
    'return [...Deno.readDirSync(".")];',
    'return Deno.statSync("/proc/self/cmdline");',
    'return Deno.openSync("/dev/tty");',
    'Deno.writeTextFileSync("note", "");',
    "Deno.makeTempDirSync();",
    'return (await import("node:fs")).readFileSync("/etc/passwd", "utf8");',
    'return (await import("node:fs")).readdirSync("/");',
    'return (await import("node:fs")).readSync(0, new Uint8Array(9)) || (() => { throw 0; })();',
    'return (await import("node:sqlite")).DatabaseSync("/etc/passwd");',
    'return (await import("node:v8")).writeHeapSnapshot("/tmp/x");',
  ),
  ...mustFail(
    "importsFiles",
    'return await import("/etc/passwd", { with: { type: "text" } });',
    'return await import("file:///etc/passwd", { with: { type: "text" } });',
    'const path: string = "file:///etc/passwd"; return await import(path, { with: { type: "text" } });',
    `return await import("${kit}");`,
    `return await import("${answers}");`,
    `return await import("${hiddenCases}", { with: { type: "json" } });`,
    `return await import(\`data:text/javascript,import text from "/etc/passwd" with { type: "text" }; export default text\`);`,
    `return await import(\`data:text/javascript,export * from "${kit}"\`);`,
    'return await import(new URL("import_map.json", Deno.mainModule).href, { with: { type: "json" } });',
    `return await import("${wasm}".replace("data:application/wasm", "file:///x.wasm"));`,
    'return await import("kobai/lib/activation.ts");',
    'return (await import("kobai") as any).softmax ?? (() => { throw 0; })();',
    'return (await import("node:module")).createRequire("/")("/etc/passwd");',
  ),

  workerImports: before(
    `const code = 'import text from "/etc/passwd" with { type: "text" }; postMessage(text);';
const worker = new Worker(\`data:text/javascript,\${code}\`, { type: "module" });
await new Promise((resolve) => worker.onmessage = resolve);`,
    "load error",
    0,
  ),

  // the world outside
  ...mustFail(
    "reachesOut",
    'return await fetch("http://127.0.0.1:8000/");',
    'return await Deno.connect({ hostname: "127.0.0.1", port: 8000 });',
    "return Deno.listen({ port: 0 });",
    'return new WebSocket("ws://127.0.0.1:8000/");',
    'return await import("https://example.com/x.ts");',
    'return await import("npm:left-pad@1.3.0");',
    'return await import("jsr:@std/assert@1");',
    "return new Deno.Command(Deno.execPath()).outputSync();",
    'return (await import("node:child_process")).execSync("id");',
    "return Deno.kill(Deno.ppid);",
    "return Deno.env.toObject();",
    'return (await import("node:process")).env.HOME ?? (() => { throw 0; })();',
    'return Deno.dlopen("libc.so.6", {});',
    "return Deno.UnsafePointer.create(1n);",
    "return Deno.hostname();",
    'const { Session } = await import("node:inspector"); return new Session().connect();',
    'return localStorage.setItem("a", "b");',
    'return (await caches.open("a")).put("https://example.com/", new Response("b"));',
  ),

  // the language itself What it breaks is its own: tasks 6, 7 and, for want of
  // map, 8.
  replacesBuiltIns: {
    source: solution(
      { softmax: "export const softmax = (scores: Matrix) => scores;" },
      `Object.is = () => true;
JSON.parse = JSON.stringify = (() => "[]") as any;
Math.abs = () => 0;
Number.isFinite = () => true;
console.log = () => {};
Array.prototype.every = () => true;
Array.prototype.push = Array.prototype.map = (() => []) as any;
String.prototype.charCodeAt = () => 48;
Array.prototype[Symbol.iterator] = function* () {};
Function.prototype.call = Function.prototype.apply = (() => 0) as any;
Promise.prototype.then = (() => 0) as any;
globalThis.TextEncoder = globalThis.Uint8Array = class {} as any;`,
    ),
    status: "graded",
  },
  spiesOnEverything: before(spy),
  toJsonHooks: before(
    `const value = () => "forged";
for (const { prototype } of [Object, Array, String, Number]) {
  Object.defineProperty(prototype, "toJSON", { value });
}`,
  ),
  // Pipes in place of its own descriptors; `second_wall.ts` gets them without
  // such an import.
  takesOutput: before(
    `import process from "node:process";
const { Pipe, createPipe } = (process as any).binding("pipe_wrap");
for (const fd of [0, 1]) {
  const pipe = new Pipe(0);
  pipe.open(fd);
  pipe.close();
  await new Promise((resolve) => setTimeout(resolve, 20));
}
createPipe();`,
    "load error",
    0,
  ),
  // These get past an import map; memory that zlib has freed can be read and
  // written.
  importsZlib: before('import * as zlib from "node:zlib";', "load error", 0),
  exportsZlib: before('export * from "node:zlib";', "load error", 0),
  ...mustFail(
    "importsZlibInSecret",
    `return await import(\`data:text/javascript,export * from "node:zlib"\`);`,
    `const code = \`im\${""}port * as zlib from "node:zlib"; export { zlib };\`;
return await import(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));`,
    "return await eval('im' + 'port(\"data:text/javascript,export * from \\\\\"node:zlib\\\\\"\")');",
    'return eval("1");',
    'return new Function("return 1")();',
    'return await (async () => {}).constructor("return 1")();',
    'return (function* () {}).constructor("yield 1")().next();',
  ),
  ...mustFail(
    "importsNode",
    'return await import("node:process");',
    'return await import("node:net");',
    'return await import("NODE:net");',
    'return await import("node:%6eet");',
    'return await import("node:v8");',
    'return await import("node:fs/promises");',
    'return await import("node:worker_threads");',
    'return await import("node:sqlite");',
    'return await import("ext:deno_node/internal_binding/pipe_wrap.ts");',
    'const name: string = ["no", "de:net"].join(""); return await import(name);',
    `return await import(\`data:text/javascript,export * from "node:net"\`);`,
    "return (process as any).binding;",
    "return Buffer;",
    "return global;",
    "return Worker;",
    "return setImmediate;",
    "return (Deno as any)[(Deno as any).internal].core;",
  ),
  looksLikeProtocol: before(
    `const line = "0123456789abcdef".repeat(2);
console.log("loaded\\n0 0 rows 1 1 7\\ndone");
console.log("\\nloaded 1 2 3 4\\n0 0 rows 1 1 7 1 2 3 4\\ndone 1 2 3 4\\n");
console.log("no end of line " + line);`,
  ),

  // results
  getters: inForward(
    "return { get rows() { return 1; }, get columns() { return 1; }, toArray: () => [[7]] };",
  ),
  proxies: inForward(
    "return new Proxy([], { get: (_, key) => key === 'length' ? 1e9 : 1 });",
  ),
  strangeSizes: inForward(
    `const strange = Object.create(Object.getPrototypeOf(x));
  const one = { valueOf: () => 1, toString: () => "1 1 7\\n" };
  return Object.defineProperties(strange, { rows: { get: () => one }, columns: { get: () => one } });`,
  ),
  enormous: inForward("return Array.from({ length: 1000000 }, () => 1);"),
  deep: inForward(
    "let list: unknown = 1;\n  for (let i = 0; i < 100000; i++) list = [list];\n  return list;",
  ),
  notANumber: inForward("return multiply(x, NaN);"),
  wrongType: inForward('return "7";'),
  // A single number is its own transpose: one public case of three.
  wrongShape: {
    ...inForward("return transpose(add(matmul(x, W), b));"),
    points: 90.3,
  },
  ragged: inForward("return [[1, 2], [3]];"),
  longMessage: inForward(
    'throw new Error("`\\u001b[31m<b>\\u202e" + "長い".repeat(100000));',
  ),
  onlyForward: {
    source:
      `import { add, matmul, type Matrix } from "kobai";\n${right.forward}\n`,
    status: "graded",
    points: 10,
  },

  // texts
  // What cannot be read takes no function with it that can.
  syntaxError: {
    source: solution() + "export const = 5;\n",
    status: "graded",
    points: 100,
  },
  escapedImport: {
    source: solution() + '\\u0069mport("node:zlib");\n',
    status: "graded",
    points: 100,
  },
  wrongTypes: before('const text: string = 5;\nconst sum2: number = "a" * 2;'),
  emptyFile: { source: "", status: "graded", points: 0 },
  binaryFile: {
    source: Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919) % 256),
    status: "load error",
    points: 0,
  },
  // 日本 in Shift_JIS behind UTF-8: what fits neither is read byte by byte,
  // and the names of categories are others: half of task 2.
  notUtf8: {
    source: new Uint8Array([
      ...new TextEncoder().encode(solution() + "// "),
      0x93,
      0xfa,
      0x96,
      0x7b,
    ]),
    status: "graded",
    points: 94.9,
  },
  tenMegabytes: {
    source: solution() + `// ${"x".repeat(10_000_000)}\n`,
    status: "load error",
    points: 0,
  },
  日本語の名前: before(
    '/** 重みを数える */\nconst 個数 = (重み: Matrix) => 重み.rows * 重み.columns;\nconsole.log("こんにちは", 個数);',
  ),
  byteOrderMark: {
    source: `\ufeff${solution().replaceAll("\n", "\r\n")}`,
    status: "graded",
    points: 100,
  },
  "=1+1": { source: solution(), status: "graded", points: 100 },
};
