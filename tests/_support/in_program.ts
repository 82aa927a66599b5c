/**
 * Runs another program, such as Node or Python, in a process of its own,
 * because a test may start Deno and nothing else.
 *
 * deno run --allow-run tests/_support/in_program.ts PROGRAM ARGUMENT...
 */
const [program = "", ...args] = Deno.args;
const { code } = await new Deno.Command(program, {
  args,
  stdin: "inherit",
}).spawn().status;
Deno.exit(code);
