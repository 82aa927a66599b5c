/**
 * What a gradient costs: one evaluation of the loss, the gradient by definition
 * and by backpropagation, from the lecture's 6 weights to 39,760.
 *
 * deno run --no-prompt --allow-sys=cpus --allow-env=LC_ALL,LC_MESSAGES,LANG scripts/bench.ts
 *
 * The first permission is for the name of the processor, without which a time
 * means nothing; the second lets the language follow the environment.
 */
import { parseArgs } from "@std/cli";
import type { Matrix } from "kobai";
import { cpus } from "node:os";
import { align } from "./cli/align.ts";
import {
  fill,
  type Language,
  requestedLanguage,
  runScript,
  UsageError,
} from "./cli/command_line.ts";
import { type Spread, spreadOf, timeInTurn } from "./bench/measure.ts";
import { messages } from "./bench/messages.ts";
import { makeNets, type Net } from "./bench/nets.ts";

/** With more weights than this, a sample of them stands for all. */
const mostWeights = 10_000;
const sampleSize = 100;

/** The times of one net, in nanoseconds, and their ratios. */
interface Row {
  readonly net: string;
  readonly weights: number;
  readonly samples: number;
  readonly byHand: Spread;
  readonly loss: Spread;
  readonly gradient: Spread;
  readonly formula?: Spread;
  readonly numerical: Spread;
  /** On how many weights the numerical gradient was measured. */
  readonly numericalSample: number;
  readonly gradientRatio: Spread;
  readonly numericalRatio: Spread;
  readonly handRatio: Spread;
}

function measureNet(net: Net, rounds: number, language: Language): Row {
  requireAgreement(net, language);
  const [byHand, once, back, closed] = timeInTurn(
    [
      () => net.byHand(),
      () => net.loss(),
      () => net.gradient(),
      ...(net.formula === undefined ? [] : [net.formula]),
    ],
    rounds,
    20,
  ) as [number[], number[], number[], number[]?];

  const sample = net.weights > mostWeights ? sampleSize : undefined;
  // One call of the slow ones fills many rounds.
  const few = net.weights > 1000 ? Math.min(rounds, 3) : rounds;
  const [beside, measured] = timeInTurn(
    [
      () => net.loss(),
      () => net.numerical(sample),
    ],
    few,
    20,
  ) as [number[], number[]];
  const scale = sample === undefined ? 1 : net.weights / sample;
  const numerical = measured.map((time) => time * scale);
  const ratio = (over: number[], under: number[]) =>
    spreadOf(over.map((time, i) => time / under[i]!));
  return {
    net: net.name,
    weights: net.weights,
    samples: net.samples,
    byHand: spreadOf(byHand),
    loss: spreadOf(once),
    gradient: spreadOf(back),
    ...(closed === undefined ? {} : { formula: spreadOf(closed) }),
    numerical: spreadOf(numerical),
    numericalSample: sample ?? net.weights,
    gradientRatio: ratio(back, once),
    numericalRatio: ratio(numerical, beside),
    handRatio: ratio(once, byHand),
  };
}

/** What is fast and wrong is not worth timing. */
function requireAgreement(net: Net, language: Language): void {
  const disagrees = (what: string) =>
    new Error(fill(messages.disagrees, language, { net: net.name, what }));
  const loss = net.loss().item(), byHand = net.byHand();
  if (Math.abs(loss - byHand) > 1e-12 * Math.abs(loss)) {
    throw disagrees(`loss ${loss}, by hand ${byHand}`);
  }
  const few = 10;
  const claimed = net.entries(net.gradient(), few).toArray()[0]!;
  const measured = net.numerical(few) as Matrix;
  measured.toArray()[0]!.forEach((slope, i) => {
    if (Math.abs(claimed[i]! - slope) > 1e-7) {
      throw disagrees(`gradient ${claimed[i]}, numerically ${slope}`);
    }
  });
}

/** A time in the unit that suits it. */
function time(nanoseconds: number): string {
  const [value, unit] = nanoseconds < 1e3
    ? [nanoseconds, "ns"]
    : nanoseconds < 1e6
    ? [nanoseconds / 1e3, "µs"]
    : nanoseconds < 1e9
    ? [nanoseconds / 1e6, "ms"]
    : [nanoseconds / 1e9, "s"];
  return `${value.toPrecision(3).replace(/e.*/, "")} ${unit}`;
}

function withExtremes({ median, min, max }: Spread, digits: number): string {
  return `${median.toFixed(digits)} (${min.toFixed(digits)}–${
    max.toFixed(digits)
  })`;
}

/** The rows as a table: first column to the left, the others to the right. */
function table(rows: readonly Row[], language: Language): string {
  const say = (name: keyof typeof messages) => messages[name][language];
  const head = [
    say("net"),
    say("weights"),
    say("samples"),
    say("byHand"),
    say("loss"),
    say("gradient"),
    say("formula"),
    say("numerical"),
  ];
  const lines = rows.map((row) => [
    row.net,
    row.weights.toLocaleString("en"),
    String(row.samples),
    time(row.byHand.median),
    time(row.loss.median),
    time(row.gradient.median),
    row.formula === undefined ? "–" : time(row.formula.median),
    time(row.numerical.median) +
    (row.numericalSample < row.weights ? "*" : " "),
  ]);
  const ratios = rows.map((row) => [
    row.net,
    withExtremes(row.gradientRatio, 2),
    withExtremes(row.numericalRatio, 0),
    withExtremes(row.handRatio, 2),
  ]);
  const ratioHead = [
    say("net"),
    say("gradientRatio"),
    say("numericalRatio"),
    say("handRatio"),
  ];
  return `${align([head, ...lines])}\n\n${align([ratioHead, ...ratios])}`;
}

if (import.meta.main) {
  await runScript(() => {
    const language = requestedLanguage(Deno.args);
    const unknown = (argument: string): never => {
      throw new UsageError(
        fill(messages.badArgument, language, { argument }),
      );
    };
    const args = parseArgs(Deno.args, {
      boolean: ["json", "help"],
      string: ["_", "lang", "rounds", "net"],
      unknown,
    });
    args._.forEach((argument) => unknown(String(argument))); // what stands behind --
    if (args.help) return console.log(messages.usage[language]);
    if (args.lang !== undefined && args.lang !== "ja" && args.lang !== "en") {
      const value = String(args.lang);
      throw new UsageError(fill(messages.badLanguage, language, { value }));
    }
    const rounds = Number(args.rounds ?? 11);
    if (!Number.isInteger(rounds) || rounds < 1) {
      const value = String(args.rounds);
      throw new UsageError(fill(messages.badRounds, language, { value }));
    }
    const processor = cpus()[0]?.model ?? "";
    const nets = makeNets();
    const chosen = args.net === undefined
      ? nets
      : nets.filter(({ name }) => name === args.net);
    if (chosen.length === 0) {
      const names = nets.map(({ name }) => name).join(", ");
      const value = String(args.net);
      throw new UsageError(
        fill(messages.badNet, language, { value, nets: names }),
      );
    }
    const rows = chosen.map((net) => measureNet(net, rounds, language));
    if (args.json) {
      const report = { processor, deno: Deno.version.deno, rounds, rows };
      return console.log(JSON.stringify(report, null, 2));
    }
    console.log([
      fill(messages.title, language, { rounds }),
      `${processor}, Deno ${Deno.version.deno}`,
      "",
      table(rows, language),
      "",
      fill(messages.sampled, language, { count: sampleSize }),
      messages.meaning[language],
    ].join("\n"));
  });
}
