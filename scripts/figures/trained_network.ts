/** A trained network as the lecture draws it. */
import type { Matrix } from "kobai";
import { message, type Text } from "../cli/message.ts";
import type { Layer, NetworkPicture } from "./picture.ts";
import { shortened } from "./text_width.ts";

/** What a network was made of. */
export interface TrainedNetwork {
  /** What the inputs and the outputs are called. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** The weights that lead into each layer: rows are where from. */
  readonly weights: readonly Matrix[];
  /** One row for each of the weights. */
  readonly biases?: readonly Matrix[];
  /** What each layer but the input ends with, such as `sigmoid`. */
  readonly activations?: readonly string[];
}

const TITLE: Text = { ja: "ネットワーク", en: "The network" };
const DESCRIPTION = message({
  ja:
    "{sizes} のネットワーク。線は重み：太いほど絶対値が大きく、実線は正、破線は負。",
  en:
    "A {sizes} network. Lines are weights: the thicker the larger, solid if positive, dashed if negative.",
});
const INPUT: Text = { ja: "入力層", en: "input" };
const HIDDEN: Text = { ja: "隠れ層", en: "hidden layer" };
const HIDDEN_OF = message({
  ja: "隠れ層 {layer}",
  en: "hidden layer {layer}",
});
const OUTPUT: Text = { ja: "出力層", en: "output" };

/** The longest name beside a circle, in pixels. */
const LONGEST_NAME = 160;

/** A network's picture, from its weights. */
export function trainedNetwork(data: TrainedNetwork): NetworkPicture {
  const { inputs, outputs, weights, biases, activations } = data;
  const sizes = [inputs.length, ...weights.map(({ columns }) => columns)];
  const last = sizes.length - 1;
  return {
    kind: "network",
    title: TITLE,
    description: DESCRIPTION({ sizes: sizes.join("-") }),
    layers: sizes.map((size, layer): Layer => {
      const names = layer === 0 ? inputs : layer === last ? outputs : [];
      const activation = activations?.[layer - 1];
      const ending = activation === undefined ? "" : ` (${activation})`;
      const name = nameOf(layer, last);
      return {
        label: {
          ja: `${name.ja}${ending}\n${size}`,
          en: `${name.en}${ending}\n${size}`,
        },
        units: Array.from({ length: size }, (_, i) => {
          const note = shortened(names[i] ?? "", LONGEST_NAME);
          return note === ""
            ? { name: "" }
            : { name: "", note: { ja: note, en: note } };
        }),
      };
    }),
    weights,
    ...biases === undefined ? {} : { biases },
    legend: true,
  };
}

function nameOf(layer: number, last: number): Text {
  if (layer === 0) return INPUT;
  if (layer === last) return OUTPUT;
  return last === 2 ? HIDDEN : HIDDEN_OF({ layer });
}
