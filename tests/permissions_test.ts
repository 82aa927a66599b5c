/**
 * Every script says in its header which permissions it has, and asks for no
 * other. `DENO_AUDIT_PERMISSIONS` names a file in which Deno writes down each
 * permission that a process asks for, granted or not.
 */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { CHECKOUT, copyOf } from "./_support/checkout.ts";
import { type Ended, runDeno } from "./_support/deno_process.ts";
import { isLong } from "./_support/how_many.ts";
import { needs } from "./_support/permission.ts";
import {
  allScripts,
  cellFiles,
  flagsIn,
  headerOf,
} from "./_support/scripts.ts";
import config from "../deno.json" with { type: "json" };

const withFiles = needs("run", "read", "write");

interface Asked {
  readonly permission: string;
  readonly value: string | null;
}

/** Runs `deno run` with these flags, and tells what the process asked for. */
async function audited(
  flags: readonly string[],
  script: string,
  args: readonly string[],
  folder: URL,
  env: Record<string, string> = {},
): Promise<Ended & { asked: Asked[] }> {
  const log = await Deno.makeTempFile();
  const ended = await runDeno(
    ["run", "--no-prompt", ...flags, script, ...args],
    {
      cwd: folder,
      env: { ...env, DENO_AUDIT_PERMISSIONS: log },
    },
  );
  const lines = (await Deno.readTextFile(log)).split("\n").filter(Boolean);
  await Deno.remove(log);
  return { ...ended, asked: lines.map((line) => JSON.parse(line)) };
}

/** Does a flag cover what was asked for? */
function covers(
  flag: string,
  { permission, value }: Asked,
  folder: URL,
): boolean {
  const [, kind, list] = flag.match(/^--allow-([a-z]+)=?(.*)$/)!;
  if (kind !== permission) return false;
  return list === "" || list!.split(",").some((part) => {
    if (permission !== "read" && permission !== "write") {
      return part === value || value?.startsWith(`${part}:`);
    }
    const path = new URL(part, folder).pathname;
    return value === path || value?.startsWith(`${path}/`);
  });
}

Deno.test(
  `${
    isLong ? "every cell" : "one cell of four"
  } runs by itself, and asks for no permission`,
  withFiles,
  async () => {
    const cells = cellFiles();
    assert(cells.length >= 29);
    // Every cell is run in the lesson, too.
    const waiting = cells.filter((_, i) => isLong || i % 4 === 0).values();
    async function work(): Promise<void> {
      for (const path of waiting) {
        // The header has the whole command: no flag.
        const command = headerOf(path).split("\n").filter((line) =>
          line.includes("deno run")
        );
        assertEquals(command, [` * deno run ${path}`]);
        const { code, stdout, stderr, asked } = await audited(
          [],
          path,
          [],
          CHECKOUT,
        );
        assertEquals({ code, stderr, asked }, {
          code: 0,
          stderr: "",
          asked: [],
        }, path);
        const number = path.match(/\/([\d.]+_\d+)/)![1]!.replace("_", "-");
        assert(stdout.startsWith(`── ${number}  `), path);
        assertEquals(stdout.includes("\x1b"), false, path);
      }
    }
    await Promise.all([work(), work(), work()]);
  },
);

Deno.test(
  "the lesson asks for what its header says, and runs without it",
  withFiles,
  async () => {
    const flags = flagsIn(headerOf("scripts/lesson.ts"));
    assertEquals(flags, [
      "--allow-env=LC_ALL,LC_MESSAGES,LANG",
      "--allow-read=.",
    ]);
    const env = { LC_ALL: "", LC_MESSAGES: "", LANG: "ja_JP.UTF-8" };
    const granted = await audited(
      flags,
      "scripts/lesson.ts",
      ["4.2.1"],
      CHECKOUT,
      env,
    );
    assertEquals([granted.code, granted.stderr], [0, ""]);
    assertEquals(
      granted.asked.map(({ permission, value }) => `${permission} ${value}`),
      ["env LC_ALL", "env LC_MESSAGES", "env LANG"],
    );
    const refused = await audited(
      [],
      "scripts/lesson.ts",
      ["4.2.1"],
      CHECKOUT,
      env,
    );
    assertEquals({ ...refused, asked: [] }, { ...granted, asked: [] });
    assertEquals(refused.asked, []);
  },
);

Deno.test("std asks for what its header says", withFiles, async () => {
  const project = copyOf(
    "deno.json",
    "scripts/dev/std.ts",
    "scripts/dev/npm_std",
  );
  const flags = flagsIn(headerOf("scripts/dev/std.ts"));
  const env = { JSR_URL: "http://127.0.0.1:1/" }; // nobody listens there
  const { code, asked } = await audited(
    flags,
    "scripts/dev/std.ts",
    [],
    project,
    env,
  );
  assertEquals(code, 0);
  assert(asked.length > 0);
  for (const one of asked) {
    const covered = flags.some((flag) => covers(flag, one, project));
    assert(
      covered,
      `${one.permission} ${one.value} is not among ${flags.join(" ")}`,
    );
  }
  await Deno.remove(project, { recursive: true });
});

Deno.test(
  "every script's header names its flags, a task's the same as the task",
  needs("read"),
  () => {
    const found = allScripts();
    assert(
      found.includes("scripts/lesson.ts") &&
        found.includes("scripts/dev/std.ts"),
    );
    const tasks = new Map<string, string[]>();
    for (
      const { command } of Object.values<{ command: string }>(config.tasks)
    ) {
      const script = command.match(/^deno run .*?(scripts\/[\w/]+\.ts)/)?.[1];
      if (script !== undefined) tasks.set(script, flagsIn(command));
    }
    for (const path of tasks.keys()) assert(found.includes(path), path);
    for (const path of found) {
      const header = headerOf(path);
      assertMatch(
        header,
        /deno run|Permissions: /,
        `${path} does not say what it may touch`,
      );
      const task = tasks.get(path);
      if (task !== undefined) assertEquals(flagsIn(header), task, path);
    }
  },
);
