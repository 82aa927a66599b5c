/** A model as arrays of NumPy. */
import { formatNpy, type Matrix, type Model } from "kobai";
import { formatTextNpy } from "../../numpy_files/text_npy.ts";
import { writeZip } from "../../zip/write_zip.ts";

/**
 * The bytes of a `.npz` file with all that a model computes with: `mean` and
 * `deviation` of the features, `W1`, `b1` and so on of the layers,
 * `activations` of the hidden ones, `thresholds` where there are some; and, as
 * texts, `features`, `label`, `bands` and `decision`.
 */
export function modelNpz(model: Model): Uint8Array {
  const { features, label, bands, scaler, network, thresholds } = model;
  const { decision = "mostProbable" } = model;
  const numbers: Record<string, Matrix> = {
    ...{ mean: scaler.mean, deviation: scaler.deviation },
    ...network.parameters,
    ...(thresholds === undefined ? {} : { thresholds }),
  };
  const texts = {
    features,
    label: [label],
    bands: bands.map(({ name }) => name),
    activations: network.activations,
    decision: [decision],
  };
  const files = (arrays: object, format: (array: never) => Uint8Array) =>
    Object.entries(arrays).map(([name, array]) => [
      `${name}.npy`,
      format(array as never),
    ]);
  return writeZip(
    Object.fromEntries([
      ...files(numbers, formatNpy),
      ...files(texts, formatTextNpy),
    ]),
    false,
  );
}
