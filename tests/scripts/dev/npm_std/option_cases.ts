import { parseArgs } from "@std/cli";
import { type Case, gives } from "./case.ts";

const negatable = {
  boolean: ["color", "list"],
  negatable: ["color"],
  default: { color: true },
} as const;

/** What else `parseArgs` can be asked for. */
export const optionCases: Case[] = [
  gives(
    "parseArgs: negatable by --no-",
    () => parseArgs(["--no-color"], negatable),
    {
      color: false,
      list: false,
      _: [],
    },
  ),
  gives(
    "parseArgs: negatable and not negated",
    () => parseArgs(["--color"], negatable),
    {
      color: true,
      list: false,
      _: [],
    },
  ),
  gives(
    "parseArgs: negatable, the last one counts",
    () => parseArgs(["--no-color", "--color"], negatable),
    {
      color: true,
      list: false,
      _: [],
    },
  ),
  gives(
    "parseArgs: nothing else is negatable",
    () => parseArgs(["--no-list", "--list", "--no-list"], negatable),
    {
      color: true,
      list: true,
      "no-list": true,
      _: [],
    },
  ),
  gives(
    "parseArgs: a name may begin with no-",
    () => parseArgs(["--no-color"], { boolean: ["no-color"] }),
    {
      "no-color": true,
      _: [],
    },
  ),

  gives(
    "parseArgs: default stands where nothing is given",
    () =>
      parseArgs(["--a", "x"], {
        string: ["a", "b"],
        default: { a: "y", b: "z" },
      }),
    { a: "x", b: "z", _: [] },
  ),
  gives(
    "parseArgs: default may be anything",
    () => parseArgs([], { default: { a: [1, 2] } }),
    { a: [1, 2], _: [] },
  ),
  gives(
    "parseArgs: alias is set with its name",
    () =>
      parseArgs(["-h", "-l", "ja"], {
        boolean: ["help"],
        string: ["lang"],
        alias: { help: "h", lang: ["l", "L"] },
      }),
    {
      h: true,
      help: true,
      l: "ja",
      L: "ja",
      lang: "ja",
      _: [],
    },
  ),
  gives(
    "parseArgs: alias of a collected name",
    () =>
      parseArgs(["-t", "a", "--tag=b"], {
        string: ["tag"],
        collect: ["tag"],
        alias: { tag: "t" },
      }),
    {
      t: ["a", "b"],
      tag: ["a", "b"],
      _: [],
    },
  ),
  gives(
    "parseArgs: stopEarly leaves what follows the first argument",
    () => parseArgs(["--a", "x", "--a"], { boolean: ["a"], stopEarly: true }),
    { a: true, _: ["x", "--a"] },
  ),
  gives(
    "parseArgs: stopEarly leaves them as they are",
    () => parseArgs(["x", "--no-a"], { string: ["b"], stopEarly: true }),
    { _: ["x", "--no-a"] },
  ),
  gives(
    "parseArgs: -- by itself",
    () => parseArgs(["x", "--", "a", "--b"], { "--": true }),
    {
      _: ["x"],
      "--": ["a", "--b"],
    },
  ),

  gives("parseArgs: unknown is called for what no option names", () => {
    const seen: string[] = [];
    const unknown = (arg: string): void => void seen.push(arg);
    parseArgs(["a", "--lnag=ja", "--list", "--no-list", "-q", "--", "--z"], {
      ...negatable,
      unknown,
    });
    return seen;
  }, ["a", "--lnag=ja", "--no-list", "-q"]),
  gives(
    "parseArgs: unknown that returns false drops it",
    () =>
      parseArgs(["a", "--lang", "--color", "--no-list"], {
        ...negatable,
        unknown: () => false,
      }),
    {
      color: true,
      list: false,
      _: [],
    },
  ),
  gives(
    "parseArgs: unknown that returns true keeps it",
    () =>
      parseArgs(["a", "--lang", "--no-list"], {
        ...negatable,
        unknown: () => true,
      }),
    {
      color: true,
      list: false,
      lang: true,
      "no-list": true,
      _: ["a"],
    },
  ),
];
