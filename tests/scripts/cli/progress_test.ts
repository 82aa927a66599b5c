import { assert, assertEquals } from "@std/assert";
import { Progress, type Screen } from "../../../scripts/cli/progress.ts";

/** A screen that remembers what was written to it. */
function fakeScreen(isTerminal: boolean, columns = 80) {
  const written: string[] = [];
  const screen: Screen = {
    isTerminal: () => isTerminal,
    columns: () => columns,
    writeSync(bytes) {
      written.push(new TextDecoder().decode(bytes));
      return bytes.length;
    },
  };
  return { written, screen };
}

Deno.test("Progress prints a line now and then where there is no terminal", () => {
  const { written, screen } = fakeScreen(false);
  {
    using progress = new Progress(screen);
    for (let done = 1; done <= 100; done++) {
      progress.show({ done, total: 100, text: `${done} of 100` });
    }
  }
  assertEquals(
    written,
    [20, 40, 60, 80, 100].map((done) => `${done} of 100\n`),
  );
});

Deno.test("Progress draws a bar on a terminal, and takes it away", () => {
  const { written, screen } = fakeScreen(true);
  const progress = new Progress(screen);
  progress.show({ done: 1, total: 4, text: "one" });
  // the last one is always drawn
  progress.show({ done: 4, total: 4, text: "four" });
  progress[Symbol.dispose]();
  assertEquals(written, [
    `\r\x1b[K████${" ".repeat(12)} one`,
    `\r\x1b[K${"█".repeat(16)} four`,
    "\r\x1b[K",
  ]);
  progress[Symbol.dispose]();
  assertEquals(written.length, 3);
});

Deno.test("Progress draws parts of a block", () => {
  const { written, screen } = fakeScreen(true);
  new Progress(screen).show({ done: 1, total: 32, text: "" });
  new Progress(screen).show({ done: 3, total: 128, text: "" });
  assertEquals(written.map((text) => text.slice(4).trimEnd()), ["▌", "▍"]);
});

Deno.test("Progress keeps to the width of the terminal, where that is known", () => {
  for (const [columns, most] of [[30, 29], [0, 79], [1, 0]] as const) {
    const { written, screen } = fakeScreen(true, columns);
    const text = "エポック".repeat(20);
    new Progress(screen).show({ done: 1, total: 1, text });
    const letters = [...written[0]!.slice(4)];
    const width = letters.reduce(
      (width, letter) => width + (letter > "\u3000" ? 2 : 1),
      0,
    );
    assert(width <= most && width >= most - 1, `${columns}: ${width}`);
  }
});

Deno.test("Progress draws nothing if there is nothing to tell", () => {
  const { written, screen } = fakeScreen(true);
  new Progress(screen)[Symbol.dispose]();
  assertEquals(written, []);
});

Deno.test("Progress.breathe() lets other work go on, once in a while", async () => {
  const progress = new Progress(fakeScreen(false).screen);
  assertEquals(progress.breathe(), undefined);
  await new Promise((resolve) => setTimeout(resolve, 100));
  let other = false;
  setTimeout(() => other = true);
  await progress.breathe();
  assertEquals(other, true);
  assertEquals(progress.breathe(), undefined);
});
