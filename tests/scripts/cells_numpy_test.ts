/** The cells' programs in NumPy print the very digits of the cells. */
import { assert, assertEquals } from "@std/assert";
import { lecture } from "../../scripts/cells/lesson.ts";
import { valueText } from "../../scripts/lesson/value_text.ts";
import { CHECKOUT } from "../_support/checkout.ts";
import { runDeno } from "../_support/deno_process.ts";
import { needs, programPath } from "../_support/permission.ts";

const programs = lecture.flatMap((cell) =>
  cell.numpy === undefined ? [] : [{ cell, numpy: cell.numpy }]
);
/** What the lecture defines as a function or a class. */
const DEFINED = ["04_sum_of", "07_delta", "12_batch", "03_softmax"]
  .concat("04_simple_net", "09_numerical_gradient", "10_f_of_W");

Deno.test("each function that the lecture defines is there in NumPy too", () => {
  for (const part of DEFINED) {
    assert(programs.some(({ cell }) => cell.name.includes(part)), part);
  }
});

/** What a program has to print: its results, a vector as NumPy has it. */
function expected({ cell, numpy }: typeof programs[number]): string {
  const values = cell.run(cell.inputs);
  return numpy.prints.map((name) => {
    assert(name in cell.results, `${cell.name} has no ${name}`);
    return `${valueText(values[name], cell.results[name]!.flat)}\n`;
  }).join("");
}

Deno.test(
  "the cells' programs in NumPy print the cells' values [numpy]",
  needs("run", "read", "write", "numpy"),
  async () => {
    const file = await Deno.makeTempFile();
    const codes = programs.map(({ numpy }) => numpy.code);
    await Deno.writeTextFile(file, JSON.stringify(codes));
    const { code, stdout, stderr } = await runDeno([
      ...["run", "--allow-run", "tests/_support/in_program.ts"],
      ...[programPath("numpy"), "tests/_support/numpy_program.py", file],
    ], { cwd: CHECKOUT });
    await Deno.remove(file);
    assertEquals([code, stderr], [0, ""]);
    assertEquals(
      Object.fromEntries(
        (JSON.parse(stdout) as string[])
          .map((printed, i) => [programs[i]!.cell.name, printed]),
      ),
      Object.fromEntries(
        programs.map((program) => [program.cell.name, expected(program)]),
      ),
    );
  },
);
