/** The verdict on a gradient, and the sentence that says it. */
import type { Comparison } from "./_check_digits.ts";
import type { Finding } from "./_check_entry.ts";
import type { CheckedEntry, GradientReport } from "./gradient_report.ts";

/** All that was found out about a gradient. */
export interface Evidence extends Comparison {
  /** How many entries there are. */
  readonly entries: number;
  /** Two different values of the function at one point, if it is random. */
  readonly values: readonly [number, number] | undefined;
  readonly calls: number;
}

/** What is reported of it. */
export function reportOf(evidence: Evidence): GradientReport {
  const { entries, found, screen, digits, calls } = evidence;
  const count = (outcome: Finding["outcome"]) =>
    found.filter((finding) => finding.outcome === outcome).length;
  const verdict = verdictOf(evidence);
  const worst = worstOf(found, verdict);
  return {
    verdict,
    digits: verdict === "agrees" || verdict === "kink"
      ? digits?.digits
      : undefined,
    sentence: sentenceOf(verdict, worst, evidence),
    worst,
    entries,
    looked: found.length,
    agreeing: count("agrees"),
    disagreeing: count("disagrees"),
    kinks: count("kink"),
    undecided: count("undecided"),
    order: screen.order,
    calls,
  };
}

/** What is reported of a claim that has other names or shapes. */
export function misfitReport(
  misfit: string,
  entries: number,
  calls: number,
): GradientReport {
  return {
    verdict: "wrong",
    digits: undefined,
    sentence: `The gradient is wrong: ${misfit}.`,
    worst: undefined,
    entries,
    looked: 0,
    agreeing: 0,
    disagreeing: 0,
    kinks: 0,
    undecided: 0,
    order: NaN,
    calls,
  };
}

function verdictOf(evidence: Evidence): GradientReport["verdict"] {
  const { entries, found, screen, digits, values } = evidence;
  const has = (outcome: Finding["outcome"]) =>
    found.some((finding) => finding.outcome === outcome);
  const isNoNumber = found.some(({ entry }) => !Number.isFinite(entry.claimed));
  if (isNoNumber) return "wrong";
  if (values !== undefined) return "undecided";
  // At a corner the slope along a direction is no sum of the entries' slopes.
  const isOff = screen.off !== undefined && !has("kink");
  if (has("disagrees") || isOff) return "wrong";
  if (has("undecided") || found.length < entries || entries === 0) {
    return "undecided";
  }
  if (has("kink")) return "kink";
  return digits === undefined ? "right" : "agrees";
}

/** The entry that decided, or came nearest to its bound. */
function worstOf(
  found: readonly Finding[],
  verdict: GradientReport["verdict"],
): CheckedEntry | undefined {
  const deciding = found.filter(({ outcome }) =>
    outcome === (verdict === "wrong" ? "disagrees" : verdict)
  );
  return (deciding.length > 0 ? deciding : found).map(({ entry }) => entry)
    .reduce<CheckedEntry | undefined>(
      (worst, entry) => worst && !(share(entry) > share(worst)) ? worst : entry,
      undefined,
    );
}

/** How much of its bound an entry's error takes up. */
function share({ error, bound }: CheckedEntry): number {
  return Number.isNaN(error) ? Infinity : error === 0 ? 0 : error / bound;
}

function sentenceOf(
  verdict: GradientReport["verdict"],
  worst: CheckedEntry | undefined,
  evidence: Evidence,
): string {
  const { entries, found, digits } = evidence;
  switch (verdict) {
    case "right":
      return `The gradient is right: all ${entries} entries agree with ` +
        "what was measured.";
    case "agrees":
      return `The gradient agrees to ${
        digits!.digits
      } digits: all ${entries} ` +
        `entries are as near to what was measured as ${digits!.like}.`;
    case "kink":
      return "There is no gradient: the function has a corner at " +
        `${placeOf(worst!)}. A claim there lies between the slopes to both ` +
        "sides, and all others agree with what was measured.";
    case "wrong":
      return `The gradient is wrong: ${whatIsWrong(worst, evidence)}.`;
    case "undecided":
      return `The gradient cannot be decided: ${whyNot(evidence)}` +
        (found.length === 0 ? "." : `; ${tally(evidence)}.`);
  }
}

function placeOf({ path, row, column }: CheckedEntry): string {
  return `${path}[${row}, ${column}]`;
}

function whatIsWrong(
  worst: CheckedEntry | undefined,
  { screen: { off } }: Evidence,
): string {
  if (worst !== undefined && !(share(worst) <= 1)) {
    const place = placeOf(worst);
    if (worst.bound === Infinity) {
      return `${place} claims ${worst.claimed}, which is no slope`;
    }
    const [claimed, measured] = distinctly(worst.claimed, worst.measured);
    return `${place} claims ${claimed}, and ${measured} was measured, ` +
      `which is exact to ${worst.bound.toExponential(0)}`;
  }
  const [claimed, measured] = distinctly(off!.claimed, off!.measured);
  return `along a random direction it claims the slope ${claimed}, ` +
    `and ${measured} was measured`;
}

function whyNot({ entries, found, values }: Evidence): string {
  if (entries === 0) return "there is no entry in it";
  if (values !== undefined) {
    const [first, other] = distinctly(...values);
    return `the function is random, it gave ${first} and then ${other} ` +
      "for the same parameters";
  }
  const open = found.filter(({ outcome }) => outcome === "undecided");
  if (open.length === 0) return "it was looked at in part";
  const cannot = open.some(({ kind }) => kind === "none")
    ? "no step can measure; the function jumps, is too wild, or ends there"
    : "the function's own rounding hides";
  const slopes = open.length === 1 ? "slope" : "slopes";
  return `it has ${open.length} ${slopes} that ${cannot}`;
}

function tally({ entries, found }: Evidence): string {
  const agreeing = found.filter(({ outcome }) => outcome === "agrees").length;
  const others = found.length < entries
    ? `, ${entries - found.length} were not looked at`
    : "";
  return `${agreeing} of ${entries} entries agree with what was measured` +
    others;
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
