/**
 * Installs Deno's kernel into a temporary home and runs notebooks in it: a
 * process of its own, because a test may start Deno and no Python.
 *
 * deno run -A tests/browser/_notebook_session.ts PYTHON NOTEBOOK...
 *
 * Prints what `_run_notebook.py` prints.
 */
const [python = "", ...notebooks] = Deno.args;

async function run(
  command: string,
  args: string[],
  env: Record<string, string>,
): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(command, {
    args,
    env,
  })
    .output();
  if (!success) throw new TypeError(new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout);
}

// The kernel is installed into the home folder; what Deno has loaded already
// stays where it is.
const info = await run(Deno.execPath(), ["info", "--json"], {});
const home = await Deno.makeTempDir();
const env = {
  HOME: home,
  DENO_DIR: JSON.parse(info).denoDir,
  NO_COLOR: "1",
};
try {
  await run(Deno.execPath(), ["jupyter", "--install"], env);
  const program = new URL("_run_notebook.py", import.meta.url).pathname;
  console.log(await run(python, [program, ...notebooks], env));
} finally {
  await Deno.remove(home, { recursive: true });
}
