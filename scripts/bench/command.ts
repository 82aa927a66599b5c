/** What can be written behind `deno task bench`. */
import type { Command } from "../cli/command.ts";
import { choice, flag, number } from "../cli/option.ts";
import { netNames } from "./nets.ts";

const options = {
  json: flag({ ja: "JSON で出力する", en: "print JSON" }),
  rounds: number({
    takes: "N",
    help: {
      ja: "計る回数。中央値をとる",
      en: "how often to time, of which the median is taken",
    },
    integer: true,
    from: 1,
    preset: 11,
  }),
  net: choice(netNames, {
    takes: "NAME",
    help: {
      ja: `このネットワークだけを計る（${netNames.join("、")}）`,
      en: `time this net only: ${netNames.join(", ")}`,
    },
  }),
};

/** What can be written behind `deno task bench`. */
export const benchCommand: Command<typeof options> = {
  call: {
    ja: "deno task bench [オプション]",
    en: "deno task bench [options]",
  },
  about: [{
    ja:
      "勾配 1 回にかかる時間を、損失の計算 1 回と比べます。講義のネットワーク（重み 6 個）から、重み 39,760 個のネットワークまでを計ります。",
    en:
      "Times a gradient beside one evaluation of the loss, from the lecture's net with its 6 weights to one with 39,760.",
  }],
  options,
};
