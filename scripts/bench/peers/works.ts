/** What is timed, and what it is called. */
import type { Text } from "../../cli/message.ts";

/** A row of the table. */
export interface Row {
  readonly work: string;
  readonly label: Text;
}

const net = (name: string, ja: string, en: string): Text => ({
  ja: `${name}、100 件: ${ja}`,
  en: `${name}, 100 samples: ${en}`,
});
const steps = ["2-16-3", "784-50-10"];

/** The table's rows, from the lecture's gradient on. */
export const rows: readonly Row[] = [
  {
    work: "lecture",
    label: {
      ja: "講義の `numericalGradient`",
      en: "the lecture's `numericalGradient`",
    },
  },
  {
    work: "numerical 2-16-3",
    label: net("2-16-3", "`numericalGradient`", "`numericalGradient`"),
  },
  ...steps.flatMap((name): Row[] => [
    {
      work: `step ${name}`,
      label: net(name, "`gradient` と更新", "`gradient` and update"),
    },
    {
      work: `training ${name}`,
      label: net(name, "`train` の 1 ステップ", "a step of `train`"),
    },
  ]),
  ...[16, 64, 128, 512].map((n): Row => ({
    work: `matmul ${n}`,
    label: { ja: `${n}×${n} の \`matmul\``, en: `\`matmul\` of ${n}×${n}` },
  })),
  ...["exp", "softmax", "sum"].flatMap((f) =>
    [1e3, 1e6].map((n): Row => ({
      work: `${f} ${n}`,
      label: {
        ja: `${n.toLocaleString("en")} 個の \`${f}\``,
        en: `\`${f}\` of ${n.toLocaleString("en")} numbers`,
      },
    }))
  ),
];

/** How a work grows: its sizes, and what a size is. */
export interface Growth {
  readonly label: Text;
  readonly works: readonly { readonly work: string; readonly size: number }[];
}

/** What the picture shows. */
export const growths: readonly Growth[] = [
  {
    label: { ja: "行列の積 n×n", en: "matmul n×n" },
    works: [16, 32, 64, 128, 256, 512]
      .map((size) => ({ work: `matmul ${size}`, size })),
  },
  {
    label: { ja: "学習 1 ステップ n-n-10", en: "training step n-n-10" },
    works: [16, 32, 64, 128, 256]
      .map((size) => ({ work: `training ${size}-${size}-10`, size })),
  },
  {
    label: { ja: "数値微分、重み n 個", en: "numerical gradient, n weights" },
    works: [2, 4, 8, 16, 32].map((hidden) => ({
      work: `numerical 2-${hidden}-3`,
      size: 6 * hidden + 3,
    })),
  },
];
