/// <reference lib="dom" />
/** The essays' figure: what its buttons and fields do. */
import { matrix } from "kobai";
import { type Language, message, type Text } from "../../../cli/message.ts";
import { make, say } from "../elements.ts";
import { faultOf, readNumber } from "../number_field.ts";
import { field, four } from "../number_texts.ts";
import { drawPath } from "../path.ts";
import { Speaker } from "../speaker.ts";
import { undoSwipes } from "../swipes.ts";
import { type BandOfScores, type Essays, shippedEssays } from "./essays.ts";
import { type Judged, Learner } from "./learner.ts";
import { EssayMap, signMarkup } from "./map.ts";
import { MOST_BYTES, ownTable } from "./own_table.ts";

const MOST_STEPS = 1000;
const numberLimit = { least: 0, most: 1e5 };
const rateLimit = { least: 0, most: 100 };

const words: Text = { ja: "語数", en: "words" };
const errors: Text = { ja: "誤りの数", en: "errors" };
const play: Text = { ja: "連続で進む", en: "Play" };
const pause: Text = { ja: "止める", en: "Pause" };
const summary = message({
  ja:
    "{steps} 歩。損失は、学習用 {train} 件で {loss}、評価用で {held}。評価用の {total} 件のうち {agreed} 件（{percent} %）で、予測が人の評価と同じです。",
  en:
    "Steps taken: {steps}. Loss: {loss} on the {train} essays to learn from, {held} on those held out. Of these {total}, {agreed} ({percent} %) get the band that people gave.",
});
const essayText = message({
  ja: "{words} 語、誤り {errors}。人の評価は「{band}」（{kind}）。{network}",
  en: "{words} words, {errors} errors; people: {band} ({kind}). {network}",
});
const ownText = message({
  ja: "{words} 語、誤り {errors} の作文。{network}",
  en: "An essay of {words} words with {errors} errors. {network}",
});
const networkText = message({
  ja: "ネットワークの予測は「{band}」（{list}）。",
  en: "The network says {band} ({list}).",
});
const toLearn: Text = { ja: "学習用", en: "learned from" };
const heldOut: Text = { ja: "評価用", en: "held out" };
const ownRead = message({
  ja: "{file} の {rows} 件を使っています。{columns}",
  en: "{rows} essays of {file} are in use. {columns}",
});
const ownUnread = message({
  ja: "{file} は読めません。{fault}",
  en: "Cannot use {file}: {fault}",
});
const actualCorner: Text = {
  ja: "人の評価 ＼ 予測",
  en: "people ＼ network",
};

/** Starts the figure. */
export function startEssays(figure: HTMLElement, language: Language): void {
  const one = <E extends Element = HTMLElement>(selector: string): E =>
    figure.querySelector<E>(selector)!;
  const shipped = shippedEssays(
    document.getElementById("essays-data")!.textContent!,
    JSON.parse(figure.dataset.bands!) as BandOfScores[],
  );
  const speaker = new Speaker(one("[data-said]"));
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const slider = one<HTMLInputElement>("[data-essay]");
  const point = [
    one<HTMLInputElement>("[data-words]"),
    one<HTMLInputElement>("[data-errors]"),
  ] as const;
  const rateField = one<HTMLInputElement>("[data-rate]");
  const hiddenField = one<HTMLInputElement>("[data-hidden]");
  const withoutErrors = one<HTMLInputElement>("[data-without-errors]");
  const playButton = one<HTMLButtonElement>("[data-action=play]");

  let essays: Essays;
  let learner: Learner;
  let map: EssayMap;
  /** The loss on the essays that were held out, from the first step on. */
  let path: number[];
  let order: number[];
  let rate = Number(rateField.value);
  /** The essay that is shown; none if its numbers were typed. */
  let chosen: number | undefined;
  let numbers: [number, number];
  let timer: ReturnType<typeof setInterval> | undefined;
  let judged: Judged;

  function take(others: Essays): void {
    essays = others;
    const { x, labels, bands } = essays;
    order = labels.map((_, i) => i).sort((a, b) =>
      x.at(a, 0) - x.at(b, 0) || x.at(a, 1) - x.at(b, 1)
    );
    map = new EssayMap(
      one<HTMLCanvasElement>("canvas"),
      one<SVGSVGElement>("[data-map] svg"),
      essays,
      { words: words[language], errors: errors[language] },
    );
    one("[data-legend]").innerHTML = "";
    one("[data-legend]").append(...bands.map((band, i) => {
      const item = make("li", { innerHTML: signMarkup(i, bands.length) });
      item.append(band);
      return item;
    }));
    tableOf(one("[data-table]"), bands, actualCorner[language]);
    slider.max = String(labels.length - 1);
    choose(order[Math.floor(labels.length / 2)]!);
    reset();
  }

  function reset(): void {
    stop();
    learner = new Learner(
      essays,
      Number(hiddenField.value),
      !withoutErrors.checked,
    );
    judged = learner.judge();
    path = [judged.loss];
    show();
  }

  function step(): void {
    learner.step(rate);
    judged = learner.judge();
    path.push(judged.loss);
  }

  function show(): void {
    map.color(learner.probabilities(map.points));
    map.choose(...numbers);
    one("[data-loss]").textContent = four(judged.loss);
    one("[data-agreed]").textContent = `${judged.agreed} / ${judged.total}`;
    one("[data-path]").innerHTML = drawPath(path);
    const text = summaryOf();
    one("[data-path-text]").textContent = text;
    one("[data-one]").textContent = pointText();
    const cells = figure.querySelectorAll("[data-table] td");
    judged.counts.flat().forEach((count, i) => {
      cells[i]!.textContent = String(count);
    });
    if (timer === undefined) speaker.say(text);
  }

  function summaryOf(): string {
    const { loss, agreed, total } = judged;
    return summary({
      steps: learner.steps,
      train: essays.train.length,
      loss: four(learner.loss),
      held: four(loss),
      total,
      agreed,
      percent: (100 * agreed / total).toFixed(1),
    })[language];
  }

  function pointText(): string {
    const [words, errors] = numbers;
    const { bands, labels, test } = essays;
    const probabilities = learner.probabilities(matrix([words, errors]))
      .toFloat64Array();
    const best = probabilities.indexOf(Math.max(...probabilities));
    const list = bands.map((band, i) =>
      `${band} ${probabilities[i]!.toFixed(2)}`
    ).join(language === "ja" ? "、" : ", ");
    const network = networkText({ band: bands[best] ?? "?", list });
    const there = { words, errors, network };
    if (chosen === undefined) return ownText(there)[language];
    const kind = test.includes(chosen) ? heldOut : toLearn;
    const band = bands[labels[chosen]!]!;
    return essayText({ ...there, band, kind })[language];
  }

  function choose(essay: number): void {
    chosen = essay;
    const { x } = essays;
    numbers = [x.at(essay, 0), x.at(essay, 1)];
    point.forEach((input, i) => {
      input.value = field(numbers[i]!);
      fault(input, "");
    });
    slider.value = String(order.indexOf(essay));
  }

  function showPoint(): void {
    map.choose(...numbers);
    const text = pointText();
    one("[data-one]").textContent = text;
    slider.setAttribute("aria-valuetext", text);
    speaker.say(text);
  }

  function start(): void {
    playButton.textContent = pause[language];
    const pace = isCalm ? 800 : 33;
    timer = setInterval(() => {
      // Whoever wants less movement sees every tenth step.
      for (let i = 0; i < (isCalm ? 10 : 1); i++) step();
      if (learner.steps >= MOST_STEPS) stop();
      show();
    }, pace);
  }

  function stop(): void {
    clearInterval(timer);
    timer = undefined;
    playButton.textContent = play[language];
  }

  function fault(input: HTMLInputElement, text: string): void {
    say(
      document.getElementById(input.getAttribute("aria-describedby")!)!,
      text,
    );
    if (text === "") input.removeAttribute("aria-invalid");
    else input.setAttribute("aria-invalid", "true");
  }

  async function read(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    const said = one("[data-own-text]");
    // What is too large is not even read.
    const bytes = file.size > MOST_BYTES
      ? new Uint8Array(MOST_BYTES + 1)
      : new Uint8Array(await file.arrayBuffer());
    const table = ownTable(bytes);
    if ("fault" in table) {
      return say(
        said,
        ownUnread({ file: file.name, fault: table.fault })[language],
      );
    }
    take(table.essays);
    const rows = table.essays.labels.length;
    say(
      said,
      ownRead({ file: file.name, rows, columns: table.columns })[language],
    );
    one<HTMLButtonElement>("[data-action=shipped]").hidden = false;
  }

  const actions: Record<string, () => void> = {
    step: () => {
      stop();
      step();
      show();
    },
    play: () => {
      if (timer === undefined) return start();
      stop();
      show();
    },
    reset,
    shipped: () => {
      take(shipped);
      say(one("[data-own-text]"), "");
      one<HTMLButtonElement>("[data-action=shipped]").hidden = true;
      one("[data-file]").focus();
    },
  };
  for (
    const button of figure.querySelectorAll<HTMLButtonElement>("[data-action]")
  ) {
    button.addEventListener("click", actions[button.dataset.action!]!);
  }
  hiddenField.addEventListener("input", () => {
    one("[data-hidden-text]").textContent = hiddenField.value;
    reset();
  });
  withoutErrors.addEventListener("change", reset);
  rateField.addEventListener("input", () => {
    fault(rateField, faultOf(rateField.value, rateLimit, language));
    rate = readNumber(rateField.value, rateLimit) ?? rate;
  });
  slider.addEventListener("input", () => {
    choose(order[Number(slider.value)]!);
    showPoint();
  });
  for (const [i, input] of point.entries()) {
    input.addEventListener("input", () => {
      const value = readNumber(input.value, numberLimit);
      fault(input, faultOf(input.value, numberLimit, language));
      if (value === undefined) return;
      chosen = undefined;
      numbers = i === 0 ? [value, numbers[1]] : [numbers[0], value];
      showPoint();
    });
  }
  const surface = one<SVGSVGElement>("[data-map] svg");
  surface.addEventListener("click", (event) => {
    choose(map.nearest(event));
    showPoint();
  });
  undoSwipes(slider, () => {
    const kept = { chosen, numbers };
    return () => {
      ({ chosen, numbers } = kept);
      if (chosen !== undefined) choose(chosen);
      showPoint();
    };
  });
  undoSwipes(hiddenField, () => {
    const kept = { learner, judged, path, hidden: hiddenField.value };
    return () => {
      ({ learner, judged, path } = kept);
      hiddenField.value = kept.hidden;
      one("[data-hidden-text]").textContent = kept.hidden;
      show();
    };
  });
  const file = one<HTMLInputElement>("[data-file]");
  file.addEventListener("change", () => {
    read(file.files?.[0]);
    file.value = "";
  });
  figure.addEventListener("dragover", (event) => event.preventDefault());
  figure.addEventListener("drop", (event) => {
    event.preventDefault();
    read(event.dataTransfer?.files[0]);
  });
  for (
    const control of figure.querySelectorAll<HTMLInputElement>("input, button")
  ) {
    control.disabled = false;
  }
  take(shipped);
  speaker.begin();
}

/** A table with a row and a column for each band. */
function tableOf(
  table: HTMLElement,
  bands: readonly string[],
  corner: string,
): void {
  const caption = table.querySelector("caption")!;
  const head = (text: string, scope: string) =>
    make("th", { textContent: text, scope });
  const top = make("tr", {});
  top.append(head(corner, "col"), ...bands.map((band) => head(band, "col")));
  const rows = bands.map((band) => {
    const row = make("tr", {});
    row.append(head(band, "row"), ...bands.map(() => make("td", {})));
    return row;
  });
  table.replaceChildren(caption, top, ...rows);
}
