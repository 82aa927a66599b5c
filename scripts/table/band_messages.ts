/** What is said about bands, in both languages. */
import type { Text } from "../cli/command_line.ts";

export const bandMessages = {
  form: {
    ja:
      "--bands を読めません：{part} は「名前=ラベル,ラベル」の形ではありません。例：" +
      '"A1-A2=1,2;B1=3;B2-C1=4,5"',
    en: "Cannot read the bands: found {part}, name=label,label is needed, " +
      'such as "A1-A2=1,2;B1=3;B2-C1=4,5"',
  },
  noLabel: {
    ja: "--bands を読めません：{name} に空のラベルがあります。",
    en:
      "Cannot read the bands: {name} has an empty label, each label needs a letter or digit",
  },
  twice: {
    ja: "--bands を読めません：{name} という名前が 2 回あります。",
    en:
      "Cannot read the bands: the name {name} comes twice, each band needs its own",
  },
  inTwo: {
    ja:
      "--bands を読めません：ラベル {label} が {first} と {second} の両方にあります。",
    en:
      "Cannot read the bands: the label {label} is in {first} and in {second}, " +
      "each label needs one place",
  },
  order: {
    ja:
      "--bands を読めません：{label} は逆向きです。小さいほうを先に書いてください。",
    en:
      "Cannot read the bands: found {label}, the smaller number must come first",
  },
  fewBands: {
    ja:
      "--bands を読めません：見つかったのは {list} です。バンドは 2 つ以上必要です。",
    en: "Cannot read the bands: found {list}, two bands or more are needed",
  },
  fewLabels: {
    ja: "分類できません：ラベルの種類は {list} だけです。2 種類以上必要です。",
    en:
      "Cannot make bands of the labels: found {list}, two different labels or more are needed",
  },
  many: {
    ja:
      "バンドが多すぎます：{count} 種類あります（{list}, …）。{most} 種類までです。" +
      'ラベルの列を確かめるか、--bands "不可=0..59;可=60..79;良=80..100" のようにまとめてください。',
    en:
      "Cannot make bands: found {count} different ones ({list}, ...), at most {most} are possible; " +
      'choose the label column again, or group them as in --bands "fail=0..59;fair=60..79;good=80..100"',
  },
} as const satisfies Record<string, Text>;
