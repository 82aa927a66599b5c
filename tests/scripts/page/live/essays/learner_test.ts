/** The network that learns from essays on the page, against NumPy. */
import { assert, assertEquals } from "@std/assert";
import { matrix } from "kobai";
import { essays } from "../../../../../scripts/cells/_essays.ts";
import { shippedEssays } from "../../../../../scripts/page/live/essays/essays.ts";
import { Learner } from "../../../../../scripts/page/live/essays/learner.ts";
import { assertClose } from "../../../../_support/close.ts";

const exact = { rtol: 1e-12, atol: 0 };

const few = {
  x: matrix([
    ...[[50, 20], [60, 25], [120, 30], [110, 15], [200, 30], [220, 10]],
    ...[[100, 40], [180, 20], [55, 10]],
  ]),
  labels: [2, 2, 1, 1, 0, 0, 1, 0, 2],
  bands: ["good", "ordinary", "bad"],
  train: [0, 1, 2, 3, 4, 5],
  test: [6, 7, 8],
};

function after(
  steps: number,
  rate: number,
  hidden: number,
  usesErrors: boolean,
): Learner {
  const learner = new Learner(few, hidden, usesErrors);
  while (learner.steps < steps) learner.step(rate);
  return learner;
}

Deno.test("Learner goes down the loss of all essays as NumPy does", () => {
  // NumPy 1.24.2: batch gradient descent, its weights drawn after seed 0
  const NUMPY = [
    [0, 1, 0, true, 1.74797860980649, 0.597663119680778, [
      0.586880716391059,
      0.412822472907962,
      0.00029681070097902,
    ], [0, 2, 2]],
    [3, 0.5, 0, true, 0.943471292466643, 0.306999644882983, [
      0.35762990278273,
      0.639046373233157,
      0.00332372398411249,
    ], [1, 0, 2]],
    [20, 2, 0, false, 0.180073351967919, 0.303787293459395, [
      0.0293989904886149,
      0.625135282380162,
      0.345465727131223,
    ], [1, 0, 2]],
    [5, 0.5, 4, true, 0.599248859356772, 0.674841070213081, [
      0.190404423705408,
      0.328283365875099,
      0.481312210419493,
    ], [2, 0, 2]],
  ] as const;
  for (
    const [steps, rate, hidden, usesErrors, loss, held, first, said] of NUMPY
  ) {
    const learner = after(steps, rate, hidden, usesErrors);
    const judged = learner.judge();
    assertClose(learner.loss, loss, exact);
    assertClose(judged.loss, held, exact);
    const [row] = learner.probabilities(matrix([100, 40])).toArray();
    assertClose(row!, [...first], exact);
    // people said ordinary, good, bad
    const counts = [[0, 0, 0], [0, 0, 0], [0, 0, 0]];
    said.forEach((band, i) => counts[[1, 0, 2][i]!]![band]!++);
    assertEquals(judged.counts, counts);
    const agreed = said.filter((band, i) => band === [1, 0, 2][i]).length;
    assertEquals([judged.agreed, judged.total], [agreed, 3]);
  }
});

Deno.test("Learner learns from 1,010 essays, better with the errors than without", () => {
  const all = shippedEssays(
    essays.table,
    essays.bands.map(({ name, scores }) => ({ name: name.en, scores })),
  );
  assertEquals([all.train.length, all.test.length], [808, 202]);
  assertEquals(
    all.bands.map((_, band) =>
      all.labels.filter((label) => label === band).length
    ),
    [329, 325, 356], // B2 and C1, B1, A1 and A2: the table's README
  );
  const agreed = (hidden: number, usesErrors: boolean): number => {
    const learner = new Learner(all, hidden, usesErrors);
    for (let i = 0; i < 60; i++) learner.step(1);
    return learner.judge().agreed / 202;
  };
  const both = agreed(0, true),
    words = agreed(0, false),
    deep = agreed(4, true);
  assert(
    words > 0.66 && both > words && deep > words,
    `${words} ${both} ${deep}`,
  );
});
