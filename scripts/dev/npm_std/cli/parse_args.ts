// @ts-types="npm:@types/minimist@1.2.5"
import minimist from "npm:minimist@1.2.8";
import type { Options, Parsed } from "./_types.ts";

/**
 * The options and the other arguments on a command line, by minimist. Where std
 * went another way than minimist, its arguments and its result are adapted:
 * only a name in `collect` becomes a list (of any other the last value counts),
 * and only a name in `negatable` understands `--no-` (what no option names is
 * true then; std looks for a value behind it).
 */
export function parseArgs<
  B extends string = never,
  S extends string = never,
  C extends S = never,
  N extends B | S = never,
  D extends Record<string, unknown> = Record<never, never>,
  DoubleDash extends boolean = false,
>(
  args: readonly string[],
  options: Options<B, S, C, N, D, DoubleDash> = {},
): Parsed<B, S, C, N, D, DoubleDash> {
  const { collect = [], negatable = [], unknown, ...shared } = options;
  const withAliases = (names: string | readonly string[]): Set<string> =>
    new Set(
      [names].flat().flatMap((
        name,
      ) => [name, ...[options.alias?.[name] ?? []].flat()]),
    );

  const collected = withAliases(collect);
  const negated = withAliases(negatable);
  const end = args.includes("--") ? args.indexOf("--") : args.length;
  const given = new Map<string, string>(); // what minimist is handed, what was typed
  const adapted = args.map((arg, i) => {
    const name = i < end && arg.match(/^--no-([^=]+)$/)?.[1];
    if (!name || negated.has(name)) return arg;
    given.set(`${arg}=true`, arg);
    return `${arg}=true`;
  });

  const parsed = minimist(adapted, {
    ...(shared as minimist.Opts),
    ...(unknown &&
      { unknown: (arg) => unknown(given.get(arg) ?? arg) !== false }),
  });

  parsed._ = parsed._.map((arg) => given.get(arg) ?? arg);
  for (const name of collected) parsed[name] = [parsed[name] ?? []].flat();
  for (const [name, value] of Object.entries(parsed)) {
    const isList = collected.has(name) || name === "_" || name === "--";
    if (!isList && Array.isArray(value) && value !== options.default?.[name]) {
      parsed[name] = value.at(-1);
    }
  }
  for (const arg of given.values()) {
    const name = arg.slice(2);
    if (parsed[name] === "true") parsed[name] = true;
  }
  return parsed as Parsed<B, S, C, N, D, DoubleDash>;
}
