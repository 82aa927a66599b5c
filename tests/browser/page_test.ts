/**
 * The page in real browsers: everything in it does what it says, and what the
 * library says.
 */
import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import {
  gradient,
  type Matrix,
  matrix,
  multiply,
  numericalGradient,
  SimpleNet,
  softmax,
  subtract,
} from "kobai";
import { plainText } from "../../scripts/cli/plain.ts";
import { essays } from "../../scripts/cells/_essays.ts";
import { lecture } from "../../scripts/cells/lesson.ts";
import { numberOf } from "../../scripts/lesson/heading.ts";
import { shippedEssays } from "../../scripts/page/live/essays/essays.ts";
import { Learner } from "../../scripts/page/live/essays/learner.ts";
import { type BrowserName, BROWSERS } from "../_support/browser.ts";
import { CHECKOUT } from "../_support/checkout.ts";
import { assertClose } from "../_support/close.ts";
import { runDeno } from "../_support/deno_process.ts";
import { howMany } from "../_support/how_many.ts";
import { make } from "../_support/pages.ts";
import { needs, programPath } from "../_support/permission.ts";
import type { CellNumbers } from "./_cells_session.ts";
import type { Session } from "./_page_session.ts";
import type { Reading } from "./_reading.ts";

const needed = needs("run", "read", "write", "chromium");

let folder: Promise<string> | undefined;

/** The number of the cell whose name ends so. */
function numbered(end: string): string {
  return numberOf(lecture.find(({ name }) => name.endsWith(end))!);
}

const CELLS: CellNumbers = {
  sum: numbered("_weighted_sum"),
  rates: numbered("_learning_rates"),
  exercise: numbered("_exercise_cross_entropy_y1"),
  seed: numbered("_forward_one_row"),
};

/** A reader's own table, in which the words alone tell the band. */
const GOOD = [
  "Errors;Words;Level",
  ...Array.from(
    { length: 40 },
    (_, i) => `${30 + i};${i};${i < 20 ? "A" : "B"}`,
  ),
].join("\n");

/** The page in both languages; it is made once. */
function pages(): Promise<string> {
  folder ??= (async () => {
    const made = await Deno.makeTempDir();
    for (const language of ["ja", "en"]) {
      const out = `${made}/lesson.${language}.html`;
      await make("page", "--lang", language, "--out", out);
      assert(Deno.statSync(out).size < 700_000, language);
    }
    for (
      const [name, text] of Object.entries({
        "cells.json": JSON.stringify(CELLS),
        "good.csv": GOOD,
        "bad.csv": GOOD.replace("\n33;", "\nthree;"),
      })
    ) await Deno.writeTextFile(`${made}/${name}`, text);
    return made;
  })();
  return folder;
}

const shipped = shippedEssays(
  essays.table,
  essays.bands.map(({ name, scores }) => ({ name: name.en, scores })),
);

const sessions = new Map<BrowserName, Promise<Session>>();

/** What a browser has seen of both pages; it is started once. */
function seen(browser: BrowserName = "chromium"): Promise<Session> {
  const known = sessions.get(browser);
  if (known !== undefined) return known;
  const session = (async () => {
    const program = programPath(browser);
    const { code, stdout, stderr } = await runDeno(
      ["run", "-A", "tests/browser/_page_session.ts", program, await pages()],
      { cwd: CHECKOUT },
    );
    assertEquals([code, stderr], [0, ""]);
    return JSON.parse(stdout);
  })();
  sessions.set(browser, session);
  return session;
}

/** What the figure should show. */
interface State {
  x: Matrix;
  t: Matrix;
  W: Matrix;
  rate: number;
  /** The losses since something was last moved. */
  path: number[];
}

function start(): State {
  return {
    x: matrix([2, 3]),
    t: matrix([0, 0, 1]),
    W: matrix([[1.72265811, 0.68672941, 1.10772301], [
      0.60344169,
      0.60322389,
      -0.3536039,
    ]]),
    rate: 0.1,
    path: [],
  };
}

const lossOf = ({ x, t }: State) => (W: Matrix): Matrix =>
  new SimpleNet(W).loss(x, t);

/** Puts a number where a field of this name says. */
function put(state: State, name: string, value: number): void {
  if (name === "rate") {
    state.rate = value;
    return;
  }
  const [, letter, digits] = name.match(/^([wx])(\d+)$/)!;
  const rows = letter === "x" ? state.x.toArray() : state.W.toArray();
  const [row, column] = letter === "x"
    ? [0, Number(digits) - 1]
    : [Number(digits![0]) - 1, Number(digits![1]) - 1];
  rows[row]![column] = value;
  if (letter === "x") state.x = matrix(rows);
  else state.W = matrix(rows);
  state.path = [];
}

function step(state: State): void {
  const loss = lossOf(state);
  if (state.path.length === 0) state.path.push(loss(state.W).item());
  state.W = subtract(state.W, multiply(state.rate, gradient(loss, state.W)));
  state.path.push(loss(state.W).item());
}

/** A number as it is written on the page. */
const read = (text: string): number => Number(text.replace("−", "-"));

/** Holds everything that is to be seen against the library. */
function assertShows(reading: Reading, state: State, action: string): void {
  const { x, t, W } = state;
  const loss = lossOf(state);
  const half = (digits: number) => ({ rtol: 0, atol: 0.51 * 10 ** -digits });
  const flat = (m: Matrix): number[] => m.toArray().flat();
  const names = ["w11", "w12", "w13", "w21", "w22", "w23"];
  const values: Record<string, number> = {
    ...Object.fromEntries(names.map((name, i) => [name, flat(W)[i]!])),
    x1: x.at(0, 0),
    x2: x.at(0, 1),
    rate: state.rate,
  };
  for (const [name, value] of Object.entries(values)) {
    assertClose(
      Number(plainText(reading.fields[name]!)),
      value,
      half(8),
      `${action}, ${name}`,
    );
    const most = name === "rate" ? 2 : name.startsWith("x") ? 5 : 4;
    const least = name === "rate" ? 0 : -most;
    const inside = Math.min(Math.max(value, least), most);
    const unit = name.startsWith("x") ? 0.1 : 0.01;
    const limit = { rtol: 0, atol: 0.51 * unit };
    assertClose(
      Number(reading.sliders[name]),
      inside,
      limit,
      `${action}, slider of ${name}`,
    );
  }
  assertEquals(reading.target, flat(t).indexOf(1), action);
  assertClose(read(reading.loss), loss(W).item(), half(8), action);
  assertClose(read(reading.divided), loss(W).item() / 3, half(8), action);
  const scores = new SimpleNet(W).predict(x);
  assertClose(reading.scores.map(read), flat(scores), half(4), action);
  const probabilities = flat(softmax(scores));
  assertClose(reading.probabilities.map(read), probabilities, half(4), action);
  const heights = probabilities.map((p) => p * reading.barHeight);
  assertClose(reading.bars, heights, { rtol: 0, atol: 1 }, `${action}, bars`);
  const definition = flat(numericalGradient(loss, W));
  const slopes = flat(gradient(loss, W));
  assertClose(reading.definition.map(read), definition, half(8), action);
  assertClose(reading.backpropagation.map(read), slopes, half(8), action);
  const apart = Math.max(
    ...slopes.map((slope, i) => Math.abs(slope - definition[i]!)),
  );
  assertClose(read(reading.difference), apart, { rtol: 0.06, atol: 0 }, action);
  reading.arrows.forEach((ends, i) => {
    const share = (w: number): number => Math.min(Math.max((w + 4) / 8, 0), 1);
    const from = share(flat(W)[i]!), to = share(flat(W)[i]! - slopes[i]!);
    if (ends === null) {
      return assert(Math.abs(to - from) < 0.006, `${action}, ${names[i]}`);
    }
    assertClose(
      [...ends],
      [from, to],
      { rtol: 0, atol: 0.01 },
      `${action}, ${names[i]}`,
    );
  });
  const path = state.path.length === 0 ? [loss(W).item()] : state.path;
  assertEquals(reading.path.length, path.length, action);
  // Higher losses stand higher; the axis begins at 0.
  const [bottom, scale] = axisOf(reading, path);
  const high = path.map((loss) => bottom - scale * loss);
  assertClose(
    reading.path.map(([, y]) => y),
    high,
    { rtol: 0, atol: 0.2 },
    `${action}, path`,
  );
  const numbers = (reading.pathText.match(/\d+(\.\d+)?/g) ?? []).map(Number);
  // Before the first step only the loss is said.
  const said = path.length === 1
    ? [path[0]!]
    : [path.length - 1, path[0]!, path.at(-1)!];
  assertClose(
    numbers.slice(-said.length),
    said,
    half(4),
    `${action}, text of the path`,
  );
}

/**
 * Where loss 0 is, and how high a loss of 1: found from the two points farthest
 * apart.
 */
function axisOf(reading: Reading, path: readonly number[]): [number, number] {
  const bottom = 142; // of the picture, where its axis is
  const most = path.indexOf(Math.max(...path));
  return [bottom, (bottom - reading.path[most]![1]) / path[most]!];
}

Deno.test(
  "page has nothing that axe objects to [chromium]",
  needed,
  async () => {
    const { violations } = await seen();
    assertEquals(Object.keys(violations!).length, howMany(1, 16));
    for (const [look, found] of Object.entries(violations!)) {
      assertEquals(found, [], look);
    }
  },
);

Deno.test("page is as wide as its window [chromium]", needed, async () => {
  for (const [look, width] of Object.entries((await seen()).widths!)) {
    assertEquals(width, Number(look.match(/\d+/)![0]), look);
  }
});

async function assertAnswers(browser: BrowserName): Promise<void> {
  const { used } = await seen(browser);
  const counts: Record<string, number> = {};
  let state = start(), before = used[0]!.reading;
  for (const { action, reading } of used.slice(1)) {
    const [verb = "", name = "", how = ""] = action.split(" ");
    counts[verb] = (counts[verb] ?? 0) + 1;
    switch (verb) {
      case "type":
        put(state, name, Number(how));
        break;
      case "slide": {
        // A slider's keys move it by one of its steps, or to its end.
        const value = Number(reading.sliders[name]);
        const moved = value - Number(before.sliders[name]);
        const unit = name.startsWith("x") ? 0.1 : 0.01;
        if (how === "Home") assertEquals(value, -4);
        else {
          const wanted = how === "ArrowRight" ? unit : -unit;
          assertClose(moved, wanted, { rtol: 0, atol: unit / 2 }, action);
        }
        put(state, name, value);
        break;
      }
      case "drag":
        // To the pixel that was aimed at, within the width of two.
        assertClose(Number(reading.sliders[name]), Number(how), {
          rtol: 0,
          atol: 0.1,
        }, action);
        put(state, name, Number(reading.sliders[name]));
        break;
      case "target":
        state.t = matrix([0, 1, 2].map((k) => k === Number(name) ? 1 : 0));
        state.path = [];
        break;
      case "step":
        step(state);
        break;
      case "play":
        // As many steps as it took until it was stopped.
        assert(reading.path.length >= 7 && reading.path.length < 60);
        while (state.path.length < reading.path.length) step(state);
        assertEquals(reading.play, before.play);
        break;
      case "reset":
        state = start();
        break;
      // what is no number waits to be mended, and changes nothing else
      case "unread":
        assertEquals([reading.invalid, reading.loss], [[name], before.loss]);
        continue;
      case "leave":
        assertEquals(reading.invalid, []);
        break;
    }
    assertShows(reading, state, action);
    before = reading;
  }
  assertEquals(counts, {
    type: 11,
    slide: 10,
    target: 3,
    step: 3,
    unread: 2,
    leave: 1,
    play: 1,
    reset: 2,
    drag: 1,
  });
}

for (const browser of BROWSERS) {
  const here = needs("run", "read", "write", browser);

  Deno.test(
    `page opens from a file without network, message or request [${browser}]`,
    here,
    async () => {
      assertEquals((await seen(browser)).problems, []);
    },
  );

  Deno.test(
    `live figure answers every field, slider and button as the library does [${browser}]`,
    here,
    () => assertAnswers(browser),
  );

  Deno.test(
    `a cell's value, picture and inputs follow what a reader types [${browser}]`,
    here,
    async () => {
      const { cells } = await seen(browser);
      const sum = cells["−3.5"]!;
      assertEquals(sum.values, ["-3.5"]);
      assertStringIncludes(sum.inputs, "x = array([[ 5., -3.]])");
      assertStringIncludes(sum.picture, "-3.5");
      assertEquals(sum.isChanged, true);
      assertEquals(sum.comparisons, ["– not compared: an input was changed"]);
      assertMatch(sum.note, /nothing is compared with the lecture/);
      // 2 × 1e-4 + 3 × 3 and 2 × 2 + 3 × 4
      assertEquals(cells["from a sheet"]!.values, [
        "array([[ 9.0002, 16.    ]])",
      ]);
      // −ln(0.7 + 1)
      assertEquals(cells.exercise!.values[0], "-0.5306282510621704");
      assertEquals(cells.exercise!.isChanged, true);
      assertMatch(cells.seed!.inputs, /seed = "another"/);
      assertEquals(cells.seed!.isAsAtFirst, false);
    },
  );

  Deno.test(
    `what cannot be read or computed is said, and replaces nothing [${browser}]`,
    here,
    async () => {
      const { cells } = await seen(browser);
      assertEquals(cells["no number"]!.values, ["-3.5"]);
      assertMatch(
        cells["no number"]!.faults.join("|"),
        /^“abc” is no number\.$/,
      );
      assertEquals(cells["sum back"]!.faults, []);
      assertEquals(cells["sum back"]!.isAsAtFirst, true);
      assertEquals(cells["too many steps"]!.isAsAtFirst, true);
      assertMatch(cells["too many steps"]!.faults.join(), /from 0 to 1000/);
      assertEquals(cells["three for two"]!.isAsAtFirst, true);
      assertMatch(cells["three for two"]!.note, /left is 1x3 and right is 2x1/);
    },
  );

  Deno.test(
    `the essays' figure learns as the library does [${browser}]`,
    here,
    async () => {
      const { essays: used } = await seen(browser);
      const learner = (hidden = 0, usesErrors = true) =>
        new Learner(shipped, hidden, usesErrors);
      const assertLearned = (name: string, wanted: Learner) => {
        const { loss, agreed, total, counts } = wanted.judge();
        const shown = used[name]!;
        assertEquals(shown.loss, loss.toFixed(4), name);
        assertEquals(shown.agreed, `${agreed} / ${total}`, name);
        assertEquals(shown.counts, counts.flat(), name);
        assertMatch(
          shown.summary,
          new RegExp(`^Steps taken: ${wanted.steps}\\.`),
        );
      };
      assertLearned("start", learner());
      assertLearned("reset during a run", learner());
      const two = learner();
      for (let i = 0; i < 2; i++) two.step(1);
      assertLearned("two steps", two);
      // Each band has a place of its own on the map, deeper where it is surer.
      assertEquals(used["two steps"]!.areas, 3);
      assert(used["two steps"]!.colors > 100);
      const fast = learner();
      fast.step(2);
      assertLearned("a step at rate 2", fast);
      const deep = learner(3);
      deep.step(2);
      assertLearned("three hidden units", deep);
      const blind = learner(3, false);
      blind.step(2);
      assertLearned("without errors", blind);
    },
  );

  Deno.test(
    `the essays' figure shows any essay, and a reader's own [${browser}]`,
    here,
    async () => {
      const { essays: used } = await seen(browser);
      assertMatch(
        used["longest essay"]!.one,
        /^366 words, 24 errors; people: good \((held out|learned from)\)\. The network says good \(good 0\.\d\d, /,
      );
      assertMatch(used["one shorter"]!.one, /^350 words, /);
      assertMatch(
        used["own essay"]!.one,
        /^An essay of 120 words with 15 errors\. /,
      );
      assertEquals(used["no number"]!.one, used["own essay"]!.one);
      assertMatch(used["no number"]!.faults.join(), /Needed: a number from 0/);
      // In the middle of the map.
      assertMatch(
        used.click!.one,
        /^(1[5-9]|2[0-3])\d words, [5-8]\d errors; people/,
      );
      assertEquals(used.click!.faults, []);
      const bad = used["bad.csv"]!;
      assertEquals(
        bad.own,
        "Cannot use bad.csv: Line 5: “three” is no number of 0 or more.",
      );
      assertEquals(bad.agreed.split(" / ")[1], "202");
      const good = used["good.csv"]!;
      assertMatch(good.own, /^40 essays of good\.csv are in use\. /);
      assertEquals(good.agreed.split(" / ")[1], "8");
      assertEquals(good.counts.length, 4);
      assertEquals(used.back!.counts.length, 9);
    },
  );

  Deno.test(
    `the exercises are unpacked when they are opened, and judge [${browser}]`,
    here,
    async () => {
      const { programs, verdicts, said, tooOld } = (await seen(browser)).nine;
      assertEquals(programs, [1, 1, 2]);
      assertEquals(verdicts, { wrong: "noBias", right: "right" });
      assertMatch(said, /^✗ \d+ of \d+ cases are wrong\.\s+the bias is not /);
      assertMatch(tooOld, /^This browser is too old to unpack/);
    },
  );

  Deno.test(
    `live regions are silent during a run [${browser}]`,
    here,
    async () => {
      const { during, after } = (await seen(browser)).spoken;
      assertEquals(during, 0);
      assertMatch(
        after,
        /^Steps taken: \d+\. The loss went from 4\.2342 to 0\.\d+\.$/,
      );
    },
  );

  Deno.test(
    `boxes that scroll are tab stops, nothing hides the focus, and the contents follow [${browser}]`,
    here,
    async () => {
      const { wrongStops, hidden, marked } = await seen(browser);
      assertEquals([wrongStops, hidden], [[], []]);
      assertEquals(marked[0], marked[1]);
    },
  );
}

Deno.test(
  "live figure starts with the lecture's weights and numbers [chromium]",
  needed,
  async () => {
    const [first] = (await seen()).used;
    assertEquals(first!.reading.loss, "4.23416047"); // golden: Out9-loss-right
    assertEquals(first!.reading.divided, "1.41138682");
    assertEquals(first!.reading.fields.w11, "1.72265811"); // Out [7]
    // three times Out [12]
    assertEquals(first!.reading.definition[5], "−2.95652408");
    assertShows(first!.reading, start(), "start");
  },
);

Deno.test("live figure's steps lower the loss [chromium]", needed, async () => {
  const { used } = await seen();
  const played = used.find(({ action }) => action === "play")!.reading.path;
  for (const [i, [, y]] of played.entries()) {
    // downwards in the picture
    if (i > 0) assert(y > played[i - 1]![1], `step ${i}`);
  }
});

Deno.test(
  "live figure is whole without scripts, and says what is missing [chromium]",
  needed,
  async () => {
    const { notice, reading, enabled } = (await seen()).withoutScript!;
    assertMatch(notice, /^Without JavaScript/);
    assertEquals(enabled, 0);
    assertShows(reading, start(), "without scripts");
  },
);

Deno.test(
  "live figure's controls are all reached by the tab key, in order [chromium]",
  needed,
  async () => {
    const { tabs } = await seen();
    const both = (name: string, place: string): string[] =>
      ["text", "range"].map((type) => `{"${name}":"${place}"}${type}`);
    assertEquals(tabs.filter((tab) => !tab.startsWith("{}")), [
      ...both("input", "0"),
      ...["0,0", "0,1", "0,2"].flatMap((place) => both("weight", place)),
      ...both("input", "1"),
      ...["1,0", "1,1", "1,2"].flatMap((place) => both("weight", place)),
      '{"target":"2"}radio', // the arrow keys reach the others
      ...["step", "play", "reset"].map((action) =>
        `{"action":"${action}"}button`
      ),
      ...both("rate", ""),
    ]);
  },
);

Deno.test(
  "live figure answers a finger, with the loss in sight [chromium]",
  needed,
  async () => {
    const { reading, lossInSight, swiped, scrolledBy } = (await seen())
      .touched!;
    const state = start();
    const value = Number(reading.sliders.w11);
    assertClose(value, -2, { rtol: 0, atol: 0.15 });
    put(state, "w11", value);
    assertShows(reading, state, "tap");
    assert(lossInSight);
    // A finger that scrolls sets nothing, wherever it begins.
    assert(scrolledBy > 50, `${scrolledBy}`);
    assertEquals(swiped.sliders, reading.sliders);
  },
);

Deno.test(
  "page is printed without buttons, and its bars are seen where colours are forced [chromium]",
  needed,
  async () => {
    const { printed, barIsSeen } = await seen();
    assertEquals(printed, { buttons: 0, loss: true });
    assert(barIsSeen, "a bar has the colour of what is behind it");
  },
);
