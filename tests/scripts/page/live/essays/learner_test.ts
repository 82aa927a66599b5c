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

function after(steps: number, rate: number, usesErrors = true): Learner {
  const learner = new Learner(few, 0, usesErrors);
  while (learner.steps < steps) learner.step(rate);
  return learner;
}

Deno.test("Learner takes every band for equally likely before it learns", () => {
  for (const hidden of [0, 5]) {
    const learner = new Learner(few, hidden, true);
    assertClose(learner.loss, Math.log(3), exact);
    assertClose(learner.judge().loss, Math.log(3), exact);
  }
});

Deno.test("Learner goes down the loss of all essays as NumPy does", () => {
  // NumPy 1.24.2: batch gradient descent of a softmax regression
  const NUMPY = [
    [3, 0.5, true, 0.764727545114899, 0.801013218996727, [
      0.210488743140258,
      0.367929128885212,
      0.421582127974529,
    ]],
    [3, 0.5, false, 0.766877228537637, 0.820375161140867, [
      0.259952927897304,
      0.341599914017709,
      0.398447158084986,
    ]],
    [20, 2, true, 0.177768707392079, 0.413808955760959, [
      0.0240183137260451,
      0.481806754902682,
      0.494174931371273,
    ]],
  ] as const;
  for (const [steps, rate, usesErrors, loss, held, first] of NUMPY) {
    const learner = after(steps, rate, usesErrors);
    const judged = learner.judge();
    assertClose(learner.loss, loss, exact);
    assertClose(judged.loss, held, exact);
    const [row] = learner.probabilities(matrix([100, 40])).toArray();
    assertClose(row!, [...first], exact);
    assertEquals(judged.counts, [[1, 0, 0], [0, 0, 1], [0, 0, 1]]);
    assertEquals([judged.agreed, judged.total], [2, 3]);
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
