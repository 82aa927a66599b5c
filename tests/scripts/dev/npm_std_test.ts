import { AssertionError } from "@std/assert";
import { errorCases, kindCases } from "./npm_std/assertion_cases.ts";
import type { Case } from "./npm_std/case.ts";
import { csvCases } from "./npm_std/csv_cases.ts";
import { equalityCases } from "./npm_std/equality_cases.ts";
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
