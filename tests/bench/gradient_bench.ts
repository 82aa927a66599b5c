/**
 * `deno bench`: the loss, and its gradient three ways, from 6 weights to
 * 39,760. `deno task bench` prints the same as a table with ratios.
 */
import { makeNets } from "../../scripts/bench/nets.ts";

for (const net of makeNets()) {
  const group = `${net.name}, ${net.weights} weights, ${net.samples} samples`;
  // All weights where that is quick, else ten of them, drawn with seed 0.
  const sample = net.weights < 1000 ? undefined : 10;
  const numerical = sample === undefined
    ? "numericalGradient"
    : `numericalGradient, ${sample} of the weights`;

  Deno.bench("loss by hand", { group }, () => {
    net.byHand();
  });
  Deno.bench("loss", { group, baseline: true }, () => {
    net.loss();
  });
  Deno.bench("gradient", { group }, () => {
    net.gradient();
  });
  if (net.formula !== undefined) {
    Deno.bench("formula", { group }, () => {
      net.formula?.();
    });
  }
  Deno.bench(numerical, { group }, () => {
    net.numerical(sample);
  });
}
