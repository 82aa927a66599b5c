import { parseArgs } from "@std/cli";
import { type Case, gives } from "./case.ts";

/** The arguments on a command line. */
export const argumentCases: Case[] = [
  gives(
    "parseArgs: a flag is true, = gives it a value, the rest is in _",
    () => parseArgs(["--foo", "--bar=baz", "./quux.txt"]),
    { foo: true, bar: "baz", _: ["./quux.txt"] },
  ),
  gives(
    "parseArgs: an argument after a flag is its value",
    () => parseArgs(["--foo", "baz"]),
    {
      foo: "baz",
      _: [],
    },
  ),
  gives(
    "parseArgs: what looks like a number is one",
    () => parseArgs(["--n=1e-2", "4.2"]),
    { n: 0.01, _: [4.2] },
  ),
  gives(
    "parseArgs: a dash and letters are flags",
    () => parseArgs(["-ab", "-c", "x"]),
    {
      a: true,
      b: true,
      c: "x",
      _: [],
    },
  ),
  gives(
    "parseArgs: the last value counts",
    () => parseArgs(["--foo=1", "--foo=2"]),
    { foo: 2, _: [] },
  ),
  gives(
    "parseArgs: nothing after -- is parsed",
    () => parseArgs(["--a", "--", "--b", "-c"]),
    {
      a: true,
      _: ["--b", "-c"],
    },
  ),

  gives(
    "parseArgs: boolean takes no value, string takes one",
    () =>
      parseArgs(["--foo", "--bar", "baz", "x"], {
        boolean: ["foo"],
        string: ["bar"],
      }),
    { foo: true, bar: "baz", _: ["x"] },
  ),
  gives(
    "parseArgs: boolean is false by default",
    () => parseArgs([], { boolean: ["foo"] }),
    { foo: false, _: [] },
  ),
  gives(
    "parseArgs: boolean, true or false by word",
    () => parseArgs(["--foo=false"], { boolean: ["foo"] }),
    {
      foo: false,
      _: [],
    },
  ),
  gives(
    "parseArgs: one name without a list",
    () => parseArgs(["--foo", "x"], { boolean: "foo" }),
    {
      foo: true,
      _: ["x"],
    },
  ),
  gives(
    "parseArgs: string keeps what looks like a number",
    () => parseArgs(["--seed", "007", "--x=1.0"], { string: ["seed", "x"] }),
    { seed: "007", x: "1.0", _: [] },
  ),
  gives(
    "parseArgs: string that is not given is not there",
    () => parseArgs([], { string: ["seed"] }),
    { _: [] },
  ),
  gives(
    "parseArgs: string without a value is empty",
    () => parseArgs(["--seed"], { string: ["seed"] }),
    {
      seed: "",
      _: [],
    },
  ),
  gives(
    "parseArgs: string takes no option for its value",
    () =>
      parseArgs(["--seed", "--list"], { string: ["seed"], boolean: ["list"] }),
    { seed: "", list: true, _: [] },
  ),
  gives(
    "parseArgs: string of _ keeps arguments",
    () => parseArgs(["4.20", "1e3"], { string: ["_"] }),
    {
      _: ["4.20", "1e3"],
    },
  ),
  gives(
    "parseArgs: string with = in its value",
    () => parseArgs(["--x=a=b"], { string: ["x"] }),
    { x: "a=b", _: [] },
  ),
  gives(
    "parseArgs: string that begins with a dash, by =",
    () => parseArgs(["--x=-1,2"], { string: ["x"] }),
    {
      x: "-1,2",
      _: [],
    },
  ),
  gives(
    "parseArgs: string, the last value counts",
    () => parseArgs(["--x", "1", "--x", "2"], { string: ["x"] }),
    {
      x: "2",
      _: [],
    },
  ),

  gives(
    "parseArgs: collect makes a list",
    () => parseArgs(["--t", "a", "--t=b"], { string: ["t"], collect: ["t"] }),
    {
      t: ["a", "b"],
      _: [],
    },
  ),
  gives(
    "parseArgs: collect makes a list of one",
    () => parseArgs(["--t", "a"], { string: ["t"], collect: ["t"] }),
    {
      t: ["a"],
      _: [],
    },
  ),
  gives(
    "parseArgs: collect makes a list of none",
    () => parseArgs([], { string: ["t"], collect: ["t"] }),
    {
      t: [],
      _: [],
    },
  ),
];
