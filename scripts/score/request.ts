/** What the command line of the scorer asks for. */
import type { Activation, Optimizer } from "kobai";
import { UsageError } from "../cli/command_line.ts";
import type { Options } from "../cli/options.ts";
import { type Bands, parseBands } from "../table/bands.ts";
import { defaults, type Settings } from "./fit.ts";
import type { Separator } from "../table/header.ts";
import { message, type MessageName } from "./messages.ts";
import { shipped } from "./shipped.ts";

/** A table to read, and what in it is meant. */
export interface TableRequest {
  /** None for the table that comes with the kit. */
  readonly path?: string;
  /** As it is called on screen. */
  readonly name: string;
  readonly features: readonly string[];
  readonly label: string;
  /** None for a band for each label. */
  readonly bands?: Bands;
  readonly reading: ReadingRequest;
}

/** How a table is to be read. */
export interface ReadingRequest {
  readonly encoding?: string;
  readonly separator?: Separator;
  readonly decimal?: "." | ",";
  readonly skipBadRows: boolean;
  /** Where rows go that cannot be used, if they are skipped. */
  readonly badRows?: string;
}

/** The options that say how a table is to be read. */
export const readingOptions = {
  flags: ["skip-bad-rows"],
  values: ["encoding", "separator", "decimal", "bad-rows"],
} as const;

/** The options that say what a table means. */
export const tableOptions = {
  flags: readingOptions.flags,
  values: ["features", "label", "bands", ...readingOptions.values],
} as const;

/** The options that say how to train. */
export const settingOptions = [
  ...["hidden", "activation", "optimizer", "learning-rate", "weight-decay"],
  ...["epochs", "batch-size", "validation", "patience"],
] as const;

/** An error about the command line. */
export function usage(
  { language }: Pick<Options, "language">,
  name: MessageName,
  blanks: Readonly<Record<string, string | number>> = {},
): UsageError {
  return new UsageError(message(language, name, blanks));
}

/** The table that is meant: the one named, or the one that comes with the kit. */
export function tableRequest(options: Options): TableRequest {
  const { others } = options;
  if (others.length > 1) {
    throw usage(options, "oneTable", { names: others.join(", ") });
  }
  const [path] = others;
  const features = listOf(options) ?? shipped.features;
  const label = options.value("label") ?? shipped.label;
  if (features.includes(label)) {
    throw usage(options, "labelIsFeature", { name: label });
  }
  const spec = options.value("bands") ??
    (path === undefined && label === shipped.label ? shipped.bands : undefined);
  return {
    ...path === undefined ? {} : { path },
    name: path ?? shipped.name,
    features,
    label,
    ...spec === undefined ? {} : { bands: parseBands(spec) },
    reading: readingRequest(options, path),
  };
}

/** An option that says how a table is to be read, if there is one. */
export function givenReadingOption(options: Options): string | undefined {
  return readingOptions.values.find((name) =>
    options.value(name) !== undefined
  ) ?? readingOptions.flags.find((name) => options.has(name));
}

/** How a table is to be read; the one that comes with the kit is not read. */
function readingRequest(options: Options, path?: string): ReadingRequest {
  const encoding = options.value("encoding");
  const separator = options.choice("separator", [",", ";", "tab"], undefined);
  const decimal = options.choice("decimal", [".", ","], undefined);
  const unused = path === undefined ? givenReadingOption(options) : undefined;
  if (unused !== undefined) {
    throw usage(options, "needsTable", { option: unused });
  }
  const asked = options.value("bad-rows");
  const skipBadRows = options.has("skip-bad-rows") || asked !== undefined;
  const badRows = skipBadRows && path !== undefined
    ? asked ?? badRowsPath(path)
    : undefined;
  return {
    ...encoding === undefined ? {} : { encoding },
    ...separator === undefined
      ? {}
      : { separator: separator === "tab" ? "\t" : separator },
    ...decimal === undefined ? {} : { decimal },
    ...badRows === undefined ? {} : { badRows },
    skipBadRows,
  };
}

/** Where bad rows go if nobody says. */
function badRowsPath(name: string): string {
  const file = name.replace(/^.*[/\\]/, "").replace(/\.[^.]*$/, "");
  return `out/${file}_bad_rows.csv`;
}

function listOf(options: Options): readonly string[] | undefined {
  const value = options.value("features");
  if (value === undefined) return undefined;
  const names = value.split(/[,，、]/).map((name) => name.trim());
  if (names.includes("") || new Set(names).size < names.length) {
    throw usage(options, "badFeatures", { value });
  }
  return names;
}

/** How to train. */
export function settingsOf(options: Options): Settings {
  const validation = options.number(
    "validation",
    { from: 0, below: 1 },
    defaults.validation,
  );
  if (validation === 0 && options.value("patience") !== undefined) {
    throw usage(options, "needsValidation");
  }
  return {
    hidden: hiddenOf(options),
    activation: options.choice<Activation, Activation>(
      "activation",
      ["tanh", "sigmoid", "relu"],
      defaults.activation,
    ),
    optimizer: options.choice<Optimizer["name"], Optimizer["name"]>(
      "optimizer",
      ["adam", "momentum", "gradientDescent"],
      defaults.optimizer,
    ),
    learningRate: options.number(
      "learning-rate",
      { above: 0 },
      defaults.learningRate,
    ),
    weightDecay: options.number(
      "weight-decay",
      { from: 0 },
      defaults.weightDecay,
    ),
    epochs: options.number("epochs", { integerFrom: 1 }, defaults.epochs),
    batchSize: options.number(
      "batch-size",
      { integerFrom: 1 },
      defaults.batchSize,
    ),
    validation,
    patience: options.number("patience", { integerFrom: 1 }, defaults.patience),
  };
}

function hiddenOf(options: Options): readonly number[] {
  const value = options.value("hidden");
  if (value === undefined) return defaults.hidden;
  if (value.trim() === "0") return [];
  const units = value.split(",").map((part) =>
    part.trim() === "" ? NaN : Number(part)
  );
  if (units.every((n) => Number.isInteger(n) && n > 0 && n <= 1000)) {
    return units;
  }
  throw usage(options, "badHidden", { value });
}
