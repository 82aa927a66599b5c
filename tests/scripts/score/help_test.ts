/** `score --help`: no option may be left out. */
import { assertEquals } from "@std/assert";
import { scoreMain } from "../../../scripts/score/main.ts";

const reading = [
  "encoding",
  "separator",
  "decimal",
  "sheet",
  "skip-bad-rows",
  "bad-rows",
];
const shared = ["lang", "help"];
const texts = ["text-column", "text-language", "texts", "errors-column"];
const table = [
  ...texts,
  "features",
  "label",
  "bands",
  "order",
  "group",
  ...reading,
];
const training = [
  "hidden",
  "ordinal",
  "activation",
  "optimizer",
  "learning-rate",
  "weight-decay",
  "epochs",
  "batch-size",
  "validation",
  "patience",
];
const expected: Readonly<Record<string, readonly string[]>> = {
  evaluate: [
    ...[...table, ...training, ...shared],
    ...["second-label", "by", "folds", "seeds", "predictions"],
    ...["learning-curve", "json", "html", "figures"],
  ],
  train: [
    ...[...table, ...training, ...shared],
    ...[
      "model",
      "decision",
      "seed",
      "folds",
      "skip-evaluation",
      "html",
      "figures",
    ],
  ],
  predict: [
    ...[...reading, ...shared],
    ...["model", "out", "FEATURE", "text", "text-language"],
    ...["text-column", "texts"],
  ],
  export: [...shared, "model", "onnx", "npz"],
  features: [...[...texts, ...reading, ...shared], "json", "out"],
};

/** What a command line prints on standard output. */
async function printed(...args: string[]): Promise<string> {
  const { log } = console, lines: string[] = [];
  console.log = (line: string) => void lines.push(line);
  try {
    await scoreMain(args);
  } finally {
    console.log = log;
  }
  return lines.join("\n");
}

for (const [command, options] of Object.entries(expected)) {
  Deno.test(`score ${command} --help lists every option once, in both languages`, async () => {
    for (const language of ["ja", "en"]) {
      const text = await printed(command, "--help", "--lang", language);
      const listed = [...text.matchAll(/^ {2}(?:-h, )?--(\S+)/gm)]
        .map(([, name]) => name!);
      assertEquals(listed.toSorted(), options.toSorted());
    }
  });
}

Deno.test("score --help lists every command", async () => {
  const text = await printed("--help", "--lang", "en");
  const listed = [...text.matchAll(/^ {2}(\w+) /gm)].map(([, name]) => name);
  assertEquals(listed, ["evaluate", "train", "predict", "export", "features"]);
});
