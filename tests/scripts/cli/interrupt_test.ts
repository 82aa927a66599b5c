import { assertEquals } from "@std/assert";
import { CHECKOUT } from "../../_support/checkout.ts";
import { temporaryFolder } from "../../_support/files.ts";
import { needs } from "../../_support/permission.ts";

// Windows has no signal that a test could send
const processes = {
  ignore: needs("run", "read", "write").ignore || Deno.build.os === "windows",
};
const module = new URL("scripts/cli/interrupt.ts", CHECKOUT).href;

/**
 * What a script says and ends with that is interrupted as often as it says
 * "ready".
 */
async function interrupted(
  body: string,
  signal: Deno.Signal = "SIGINT",
): Promise<{ said: string; code: number }> {
  using folder = temporaryFolder();
  const main = folder.file(
    "main.ts",
    `import { exitOnInterrupt, onInterrupt } from "${module}";
     const pause = () => new Promise((go) => setTimeout(go, 20_000));
     ${body}`,
  );
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-prompt", main],
    stdout: "piped",
    stdin: "null",
  }).spawn();
  let said = "";
  for await (const piece of child.stdout.pipeThrough(new TextDecoderStream())) {
    said += piece;
    for (const _ of piece.matchAll(/ready/g)) child.kill(signal);
  }
  return { said, code: (await child.status).code };
}

Deno.test(
  "onInterrupt() turns Ctrl-C and other wishes to stop into an aborted signal",
  processes,
  async () => {
    const body = `
    using interrupt = onInterrupt();
    await new Promise((go) => {
      interrupt.signal.onabort = go;
      setTimeout(go, 20_000);
      console.log("ready");
    });
    console.log("aborted:", interrupt.signal.aborted);
    Deno.exit(3);`;
    const ended = await Promise.all(
      (["SIGINT", "SIGTERM", "SIGHUP"] as const)
        .map((signal) => interrupted(body, signal)),
    );
    const expected = { said: "ready\naborted: true\n", code: 3 };
    assertEquals(ended, [expected, expected, expected]);
  },
);

Deno.test("onInterrupt() leaves at the second Ctrl-C", processes, async () => {
  const ended = await interrupted(`
    using interrupt = onInterrupt();
    interrupt.signal.onabort = () => console.log("ready");
    console.log("ready");
    await pause();`);
  assertEquals(ended, { said: "ready\nready\n", code: 130 });
});

Deno.test(
  "onInterrupt() gives Ctrl-C back when it is disposed of",
  processes,
  async () => {
    const ended = await interrupted(`
    { using interrupt = onInterrupt(); }
    console.log("ready");
    await pause();`);
    assertEquals(ended, { said: "ready\n", code: 130 });
  },
);

Deno.test(
  "exitOnInterrupt() lets a process end with its unload listeners",
  processes,
  async () => {
    const body = `
    addEventListener("unload", () => console.log("tidied"));
    using exit = exitOnInterrupt();
    console.log("ready");
    await pause();`;
    const ended = await Promise.all(
      (["SIGINT", "SIGTERM", "SIGHUP"] as const)
        .map((signal) => interrupted(body, signal)),
    );
    const said = "ready\ntidied\n";
    assertEquals(ended, [130, 143, 129].map((code) => ({ said, code })));
  },
);

Deno.test(
  "exitOnInterrupt() leaves the signal to an onInterrupt()",
  processes,
  async () => {
    const ended = await interrupted(`
    using interrupt = onInterrupt();
    using exit = exitOnInterrupt();
    await new Promise((go) => {
      interrupt.signal.onabort = go;
      setTimeout(go, 20_000);
      console.log("ready");
    });
    await new Promise((go) => setTimeout(go, 50));
    console.log("aborted:", interrupt.signal.aborted);
    Deno.exit(3);`);
    assertEquals(ended, { said: "ready\naborted: true\n", code: 3 });
  },
);
