/** The options of `parseArgs` that are used, with std's names and meanings. */
export interface Options<
  B extends string,
  S extends string,
  C extends S,
  N extends B | S,
  D extends Record<string, unknown>,
  DoubleDash extends boolean,
> {
  /** Names that are true or false, false unless given. */
  boolean?: B | readonly B[];
  /** Names whose value stays text. `_` keeps the arguments without a name so. */
  string?: S | readonly S[];
  /** Names that may come several times; their values are listed. */
  collect?: C | readonly C[];
  /** Names that `--no-` makes false. */
  negatable?: N | readonly N[];
  /** Values of names that are not given. */
  default?: D;
  /** Other names for a name. */
  alias?: Record<string, string | readonly string[]>;
  /** Whether everything after the first argument without a name has none. */
  stopEarly?: boolean;
  /** Whether what follows `--` is kept by itself, under that name. */
  "--"?: DoubleDash;
  /** Is handed what no other option names, and may return false to drop it. */
  unknown?: (arg: string) => unknown;
}

type Value<
  K,
  B extends string,
  S extends string,
  C extends string,
  N extends string,
> = K extends C ? string[]
  : K extends S ? string | (K extends N ? false : never)
  : K extends B ? boolean
  : unknown;

/** What `parseArgs` returns. */
export type Parsed<
  B extends string,
  S extends string,
  C extends string,
  N extends string,
  D extends Record<string, unknown>,
  DoubleDash extends boolean,
> =
  & { _: (string | number)[] }
  & (DoubleDash extends true ? { "--": string[] } : Record<never, never>)
  & ([B | S] extends [never]
    // deno-lint-ignore no-explicit-any
    ? Record<string, any>
    :
      & Record<string, unknown>
      & { [K in B | C]: Value<K, B, S, C, N> }
      & { [K in Exclude<S, C | keyof D | "_">]?: Value<K, B, S, C, N> }
      & { [K in keyof D]: D[K] | Value<K, B, S, C, N> });
