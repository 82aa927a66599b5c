/** `score export`: a model for other engines. */
import type { Model } from "kobai";
import config from "../../deno.json" with { type: "json" };
import { type Command, type Options, readLine } from "../cli/command.ts";
import { helpText } from "../cli/help_text.ts";
import { message, type Text } from "../cli/message.ts";
import { grouped, text } from "../cli/option.ts";
import { UsageError } from "../cli/usage_error.ts";
import { writeWhole } from "../cli/write_whole.ts";
import { theResult } from "./evaluate_command.ts";
import { countedColumns } from "./essays/predicted_texts.ts";
import { modelGraph } from "./export/model_graph.ts";
import { modelNpz } from "./export/model_npz.ts";
import { formatOnnx } from "./export/onnx.ts";
import { readModelFile } from "./model/model_file.ts";
import { requireOutputs, saved } from "./outputs.ts";

/** What `score export` does, in a line. */
export const exportAbout: Text = {
  ja: "モデルを ONNX や NumPy の形式で書き出す",
  en: "write a model for other engines: ONNX, NumPy",
};

export const exporting = {
  call: {
    ja: "deno task score export [オプション]",
    en: "deno task score export [options]",
  },
  about: [exportAbout],
  options: grouped(theResult, {
    model: text({
      takes: "FILE",
      help: {
        ja: "train で保存したモデル",
        en: "a model that train saved",
      },
      preset: "out/model.json",
    }),
    onnx: text({
      takes: "FILE",
      help: {
        ja: "ONNX ファイル（倍精度。特徴量を入れると、バンドと確率が出る）",
        en:
          "ONNX file, in double precision: features go in, bands and probabilities come out",
      },
    }),
    npz: text({
      takes: "FILE",
      help: {
        ja: "NumPy のファイル（.npz。重みなどの配列）",
        en: "NumPy file (.npz): weights and the like as arrays",
      },
    }),
  }),
  notes: [{
    ja:
      "例：deno task score export --model out/model.json --onnx out/model.onnx",
    en:
      "Example: deno task score export --model out/model.json --onnx out/model.onnx",
  }],
} satisfies Command<Options>;

const nothingAsked: Text = {
  ja: "--onnx FILE か --npz FILE を書いてください。",
  en: "--onnx FILE or --npz FILE is needed.",
};
const countedElsewhere = message({
  ja:
    "本文から数える特徴量は、書き出したモデルでは数えません（{list}）。score features で数えて入れてください。",
  en:
    "What is counted in texts has to be counted before it goes in, by score features: {list}.",
});

/** What has to be counted before it goes in; nothing without texts. */
export function countedText(
  { features, texts }: Pick<Model, "features" | "texts">,
): Text | undefined {
  if (texts === undefined) return undefined;
  const counted = countedColumns(texts);
  const own = features.filter((name) => counted.includes(name));
  return countedElsewhere({ list: own.join(", ") });
}

/** Writes a model as what was asked for. */
export async function exportCommand(args: readonly string[]): Promise<void> {
  const line = readLine(args, exporting), { language } = line;
  if (line.help) return console.log(helpText(exporting, language));
  const { model: file, onnx, npz } = line.values;
  if (onnx === undefined && npz === undefined) {
    throw new UsageError(nothingAsked);
  }
  requireOutputs([onnx, npz], [], [file]);
  const { model, notice } = await readModelFile(file);
  if (notice !== undefined) console.error(notice[language]);
  const counted = countedText(model);
  if (counted !== undefined) console.error(counted[language]);
  if (onnx !== undefined) {
    await writeWhole(onnx, formatOnnx(modelGraph(model), config.version));
    console.log(saved({ file: onnx })[language]);
  }
  if (npz !== undefined) {
    await writeWhole(npz, modelNpz(model));
    console.log(saved({ file: npz })[language]);
  }
}
