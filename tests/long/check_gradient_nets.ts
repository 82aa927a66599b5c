/**
 * `checkGradient` on 10,000 random networks, and on 1,000 of each kind of
 * mistake. It prints what lib/gradient/check.ts says of it, and takes a minute.
 *
 * deno run tests/long/check_gradient_nets.ts
 */
import {
  checkMistakes,
  checkNets,
  MISTAKES,
} from "../_support/checked_nets.ts";

const smooth = checkNets("smooth nets", 5000, {
  activations: ["sigmoid", "tanh"],
});
const cornered = checkNets("relu nets", 5000, { activations: ["relu"] });
for (const tally of [smooth, cornered]) {
  const { entries, faintEntries, calls, worst, complaints, ...verdicts } =
    tally;
  console.log(verdicts);
  console.log(
    `  ${entries} entries, ${
      (100 * faintEntries / entries).toFixed(3)
    } % undecided, ` +
      `${(calls / entries).toFixed(1)} calls each, ` +
      `largest error ${worst.toFixed(3)} of its bound`,
  );
  for (const complaint of complaints) console.log(`  ${complaint}`);
}

let missed = 0;
for (const mistake of Object.keys(MISTAKES)) {
  const found = checkMistakes(mistake, 1000);
  missed += found.missed.length;
  console.log(
    `${mistake}: ${found.caught} of ${found.tried} called wrong, ` +
      `${found.visible} visible, ${found.missed.length} of them missed`,
  );
  for (const one of found.missed) console.log(`  ${one}`);
}
if (smooth.wrong + cornered.wrong + missed > 0) Deno.exitCode = 1;
