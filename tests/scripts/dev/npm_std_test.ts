import { AssertionError } from "@std/assert";
import { parseArgs } from "@std/cli";
import { argumentCases } from "./npm_std/argument_cases.ts";
import { errorCases, kindCases } from "./npm_std/assertion_cases.ts";
import type { Case } from "./npm_std/case.ts";
import { csvCases } from "./npm_std/csv_cases.ts";
import { equalityCases } from "./npm_std/equality_cases.ts";
import { optionCases } from "./npm_std/option_cases.ts";
import { widthCases } from "./npm_std/width_cases.ts";

/** What became of a call: its value, or which error it ended with. */
async function outcome({ run, fails }: Case): Promise<string> {
  try {
    return `gives ${Deno.inspect(await run(), { sorted: true, depth: 9 })}`;
  } catch (error) {
    if (!(error instanceof AssertionError)) return `throws ${error}`;
    const contains = error.message.includes(fails ?? "");
    return `fails${contains ? "" : ` with the message ${error.message}`}`;
  }
}

function expected({ gives, fails }: Case): string {
  if (fails !== undefined) return "fails";
  return `gives ${Deno.inspect(gives, { sorted: true, depth: 9 })}`;
}

// No assertion judges here: assertions are what is judged.
for (
  const cases of [
    equalityCases,
    kindCases,
    errorCases,
    widthCases,
    argumentCases,
    optionCases,
    csvCases,
  ]
) {
  for (const one of cases) {
    Deno.test(one.says.replace(":", "()"), async () => {
      const found = await outcome(one);
      if (found !== expected(one)) {
        throw new EvalError(
          `Cannot rely on ${one.says}: it ${found}, it should be: ${
            expected(one)
          }`,
        );
      }
    });
  }
}

Deno.test("parseArgs() gives each option the type that its kind says", () => {
  const args = parseArgs(["--lang=en"], {
    boolean: ["list", "color"],
    string: ["_", "lang", "seed", "tag"],
    collect: ["tag"],
    negatable: ["color"],
    default: { lang: "ja", color: true },
  });
  // that this is type-checked is the test
  const flags: boolean[] = [args.list, args.color];
  const text: string = args.lang;
  const perhaps: string | undefined = args.seed;
  const list: string[] = args.tag;
  const rest: (string | number)[] = args._;
  // @ts-expect-error a string without a default may be missing
  const surely: string = args.seed;
  // @ts-expect-error nothing is known of other names
  const other: string = args.other;
  const types = [flags, text, perhaps, list, rest, surely, other].map((value) =>
    typeof value
  );
  if (
    types.join() !== "object,string,undefined,object,object,undefined,undefined"
  ) {
    throw new EvalError(
      `Cannot rely on the types of parseArgs: found ${types}`,
    );
  }
});
