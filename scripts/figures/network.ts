/** A network: circles in layers, a line for each weight, as thick as the weight is large. */
import { unicodeWidth } from "@std/cli";
import type { Language } from "../cli/command_line.ts";
import { joined, type Markup, markup } from "./markup.ts";
import { type Drawing, fontSize } from "./frame.ts";
import type { Layer, NetworkPicture, Unit } from "./picture.ts";

const radius = 21;
const gapAcross = 184;
const headHeight = 30;
const lineHeight = 1.35 * fontSize;
const barWidth = 64;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Draws a network. */
export function drawNetwork(
  picture: NetworkPicture,
  language: Language,
): Drawing {
  const { layers, weights } = picture;
  const left = marginOf(layers[0]!, language);
  const right = marginOf(layers.at(-1)!, language);
  const width = Math.ceil(left + (layers.length - 1) * gapAcross + right);
  const most = Math.max(...layers.map(({ units }) => units.length));
  const gapDown = most > 3 ? 66 : 74;
  const middle = headHeight + radius + 6 + (most - 1) * gapDown / 2;
  const height = Math.ceil(middle + (most - 1) * gapDown / 2 + radius + 12);
  const places = layers.map(({ units }, i) =>
    units.map((_, k): Place => ({
      x: left + i * gapAcross,
      // A layer of few units stands wider apart, so that the numbers on its lines do too.
      y: middle + (k - (units.length - 1) / 2) * gapDown *
          (units.length === 2 && most > 2 ? 1.35 : 1),
    }))
  );
  const largest = Math.max(
    ...weights.flatMap((W) => [...W.toFloat64Array()].map(Math.abs)),
  );
  const lines = weights.flatMap((W, i) =>
    W.toArray().flatMap((row, from) =>
      row.map((weight, to) => ({
        weight,
        start: places[i]![from]!,
        end: places[i + 1]![to]!,
      }))
    )
  );
  const last = layers.length - 1;
  const content = joined([
    markup`<g stroke="currentColor" stroke-linecap="round">`,
    ...lines.map(({ weight, start, end }) => {
      const thick = 0.7 + 2.8 * Math.abs(weight) / largest;
      const dash = weight < 0
        ? markup` stroke-dasharray="${fixed(2 + thick)} ${fixed(3 + thick)}"`
        : "";
      return markup`<line x1="${start.x}" y1="${
        fixed(start.y)
      }" x2="${end.x}" y2="${fixed(end.y)}" stroke-width="${
        fixed(thick)
      }" stroke-opacity="0.55"${dash}/>`;
    }),
    markup`</g><g text-anchor="middle" font-size="${fontSize - 1}">`,
    ...lines.map(({ weight, start, end }) => {
      // Nearer to where it starts: there the lines of one unit are apart from those of another.
      const part = 0.25;
      const x = start.x + part * (end.x - start.x);
      const y = start.y + part * (end.y - start.y);
      return markup`<text class="halo" x="${fixed(x)}" y="${
        fixed(y)
      }" dy="0.35em">${shortNumber(weight)}</text>`;
    }),
    markup`</g>`,
    ...layers.flatMap(({ units, label }, i) => [
      markup`<text class="soft" text-anchor="middle" x="${
        left + i * gapAcross
      }" y="${fontSize + 2}">${label[language]}</text>`,
      ...units.map((unit, k) =>
        drawUnit(
          unit,
          places[i]![k]!,
          i === 0 ? -1 : i === last ? 1 : 0,
          language,
        )
      ),
    ]),
  ]);
  return { width, height, content };
}

/** A circle with its name, and beside it its note: on the left (-1) or the right (1) of it. */
function drawUnit(
  unit: Unit,
  { x, y }: Place,
  side: -1 | 0 | 1,
  language: Language,
): Markup {
  const lines = linesOf(unit, language);
  const beside = x + (side || 1) * (radius + 8);
  const below = unit.share === undefined ? 0 : 11;
  const top = y - (lines.length - 1) * lineHeight / 2 - below / 2;
  const note = lines.map((line, i) =>
    markup`<text class="halo" text-anchor="${
      side < 0 ? "end" : "start"
    }" x="${beside}" y="${
      fixed(top + i * lineHeight)
    }" dy="0.35em">${line}</text>`
  );
  const barTop = fixed(top + (lines.length - 1) * lineHeight + 11);
  const bar = unit.share === undefined
    ? ""
    : markup`<rect x="${beside}" y="${barTop}" width="${barWidth}" height="7" fill="none" stroke="currentColor" stroke-opacity="0.5"/>
<rect x="${beside}" y="${barTop}" width="${
      fixed(barWidth * unit.share)
    }" height="7" fill="var(--figure-a)"/>`;
  return markup`<circle cx="${x}" cy="${
    fixed(y)
  }" r="${radius}" fill="var(--figure-paper)" stroke="currentColor" stroke-width="1.6"/>
<text class="math" text-anchor="middle" font-size="17" x="${x}" y="${
    fixed(y)
  }" dy="0.3em">${nameOf(unit.name)}</text>
${note}${bar}`;
}

/** `x_1` with its index set lower. */
function nameOf(name: string): Markup {
  const [letter, index] = name.split("_");
  return index === undefined
    ? markup`${letter}`
    : markup`${letter}<tspan dy="0.25em" font-size="12" font-style="normal">${index}</tspan>`;
}

function linesOf(unit: Unit, language: Language): string[] {
  return unit.note === undefined ? [] : unit.note[language].split("\n");
}

/** The room that a layer's notes need beside its circles; at least half of its heading. */
function marginOf({ units, label }: Layer, language: Language): number {
  const widths = units.map((unit) => {
    const texts = linesOf(unit, language).map(textWidth);
    return Math.max(0, ...texts, unit.share === undefined ? 0 : barWidth);
  });
  const beside = Math.max(...widths);
  return Math.ceil(Math.max(
    radius + (beside === 0 ? 4 : 12 + beside),
    textWidth(label[language]) / 2 + 2,
  ));
}

/** About how wide a text is: a Japanese letter takes as much room as two others. */
function textWidth(text: string): number {
  return 0.56 * fontSize * unicodeWidth(text);
}

/** A number of at most three digits, as 0.5 or -1.97. */
function shortNumber(value: number): string {
  return String(Number(value.toFixed(2))).replace("-", "−");
}

function fixed(value: number): string {
  return String(Number(value.toFixed(2)));
}
