/**
 * Runs Deno with every permission of its own behind the second wall, and prints
 * which attempts succeeded: a process of its own, because a test may start Deno
 * and no bubblewrap.
 *
 * deno run -A tests/scripts/grade/try_second_wall.ts
 */
import { behindWall } from "../../../scripts/grade/second_wall.ts";

const folder = await Deno.makeTempDir();
const cache = `${folder}/cache`, program = `${folder}/program.js`;
await Deno.mkdir(cache);
await Deno.writeTextFile(`${folder}/secret`, "other submissions");
using listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
const { port } = listener.addr as Deno.NetAddr;
const attempts = {
  readsItself: `Deno.readTextFileSync("${program}")`,
  writesItsCache: `Deno.writeTextFileSync("${cache}/x", "")`,
  readsPasswords: `Deno.readTextFileSync("/etc/passwd")`,
  readsOthers: `Deno.readTextFileSync("${folder}/secret")`,
  readsTheKit: `Deno.readTextFileSync("${new URL(import.meta.url).pathname}")`,
  writesHome: `Deno.writeTextFileSync("${Deno.env.get("HOME")}/x", "")`,
  writesOverIt: `Deno.writeTextFileSync("${program}", "")`,
  connects: `await Deno.connect({ port: ${port} })`,
  endsTheGrader: `Deno.kill(${Deno.pid}, 0)`,
};
const lines = Object.entries(attempts).map(([name, code]) =>
  `try { ${code}; done.push("${name}"); } catch {}`
);
await Deno.writeTextFile(
  program,
  ["const done = [];", ...lines, "console.log(JSON.stringify(done));"]
    .join("\n"),
);
const [command, ...words] = behindWall([program], cache);
const { stdout } = await new Deno.Command(command!, {
  args: [...words, Deno.execPath(), "run", "-A", "--no-config", program],
  env: { DENO_DIR: cache },
  stdin: "null",
}).output();
await Deno.remove(folder, { recursive: true });
console.log(new TextDecoder().decode(stdout).trim());
