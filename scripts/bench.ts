/**
 * What a gradient costs: one evaluation of the loss, the gradient by definition
 * and by backpropagation, from the lecture's 6 weights to 39,760.
 *
 * deno run --no-prompt --allow-sys=cpus --allow-env=LC_ALL,LC_MESSAGES,LANG scripts/bench.ts
 *
 * The first permission is for the name of the processor, without which a time
 * means nothing; the second lets the language follow the environment.
 */
import { cpus } from "node:os";
import { benchCommand } from "./bench/command.ts";
import { costsOf } from "./bench/costs.ts";
import { makeNets } from "./bench/nets.ts";
import { showCosts } from "./bench/show.ts";
import { readLine } from "./cli/command.ts";
import { helpText } from "./cli/help_text.ts";
import { runScript } from "./cli/run_script.ts";

function main(): void {
  const { language, help, values } = readLine(Deno.args, benchCommand);
  if (help) return console.log(helpText(benchCommand, language));
  const { json, rounds, net } = values;
  const processor = cpus()[0]?.model ?? "", deno = Deno.version.deno;
  const nets = makeNets(net === undefined ? undefined : [net]);
  const rows = nets.map((net) => costsOf(net, rounds));
  if (json) {
    const report = { processor, deno, rounds, rows };
    return console.log(JSON.stringify(report, null, 2));
  }
  const machine = `${processor}, Deno ${deno}`;
  console.log(showCosts(rows, rounds, machine, language));
}

if (import.meta.main) await runScript(main);
