/**
 * Runs a program in Node, in a process of its own, because a test may start
 * Deno and nothing else.
 *
 * deno run --allow-run tests/_support/in_node.ts NODE PROGRAM
 */
const [node = "", program = ""] = Deno.args;
const { code } = await new Deno.Command(node, {
  args: [program],
  stdin: "null",
}).spawn().status;
Deno.exit(code);
