/** The verdict on a gradient, and the sentence that says it. */
import type { BlackBox } from "./_black_box.ts";
import type { Screen } from "./_check_directions.ts";
import type { Finding } from "./_check_entry.ts";
import type { CheckedEntry, GradientReport } from "./gradient_report.ts";

/** With more undecided entries than this share, the whole is undecided. */
const tolerated = 0.1;

export function reportOf<T>(
  box: BlackBox<T>,
  screen: Screen,
  found: readonly Finding[],
): GradientReport {
  const count = (outcome: Finding["outcome"]) =>
    found.filter((finding) => finding.outcome === outcome).length;
  const undecided = count("undecided");
  const verdict = count("wrong") > 0 || screen.off !== undefined
    ? "wrong"
    : count("kink") > 0
    ? "kink"
    : undecided > tolerated * found.length
    ? "undecided"
    : "right";
  const outcome = count(verdict) > 0 ? verdict : "right";
  const worst = found.filter((finding) => finding.outcome === outcome)
    .map(({ entry }) => entry)
    .reduce<CheckedEntry | undefined>(
      (worst, entry) => worst && !(share(entry) > share(worst)) ? worst : entry,
      undefined,
    );
  return {
    verdict,
    sentence: sentenceOf(verdict, worst, screen, found, box),
    worst,
    entries: box.values.length,
    looked: found.length,
    undecided,
    order: screen.order,
    calls: box.calls(),
  };
}

/** How much of its bound an entry's error takes up. */
function share({ error, bound }: CheckedEntry): number {
  return Number.isNaN(error) ? Infinity : error === 0 ? 0 : error / bound;
}

function sentenceOf<T>(
  verdict: GradientReport["verdict"],
  worst: CheckedEntry | undefined,
  screen: Screen,
  found: readonly Finding[],
  box: BlackBox<T>,
): string {
  const looked = found.length;
  const undecided = found.filter(({ outcome }) => outcome === "undecided");
  const all = looked === box.values.length
    ? `all ${looked} entries`
    : `${looked} of ${box.values.length} entries`;
  const where = worst === undefined
    ? ""
    : `${worst.path}[${worst.row}, ${worst.column}]`;
  switch (verdict) {
    case "right": {
      const rest = undecided.length === 0
        ? ""
        : `, ${undecided.length} of them too faint to decide`;
      return `The gradient is right: ${all} agree with what was measured${rest}.`;
    }
    case "wrong": {
      if (worst !== undefined && !(share(worst) <= 1)) {
        const [claimed, measured] = distinctly(worst.claimed, worst.measured);
        return `The gradient is wrong: ${where} claims ${claimed}, ` +
          `and ${measured} was measured, ` +
          `which is exact to ${worst.bound.toExponential(0)}.`;
      }
      const [claimed, measured] = distinctly(
        screen.off!.claimed,
        screen.off!.measured,
      );
      return "The gradient is wrong: along a random direction it claims the " +
        `slope ${claimed}, and ${measured} was measured.`;
    }
    case "kink":
      return `There is no gradient: the function has a corner at ${where}.`;
    case "undecided":
      return `The gradient cannot be decided: of ${all} looked at, ` +
        `${undecided.length} have slopes that ` +
        (undecided.some(({ reason }) => reason !== undefined)
          ? "no step can measure; the function jumps, is too wild, or ends there."
          : "the function's own rounding hides.");
  }
}

/** Two numbers with as many digits as it takes to tell them apart. */
function distinctly(a: number, b: number): [string, string] {
  for (let digits = 3; digits < 17; digits++) {
    const pair: [string, string] = [
      a.toPrecision(digits),
      b.toPrecision(digits),
    ];
    if (pair[0] !== pair[1]) return pair;
  }
  return [String(a), String(b)];
}
