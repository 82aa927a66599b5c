/**
 * What a real browser makes of the pictures and the report, in one font and
 * another.
 */
import { assert, assertEquals } from "@std/assert";
import { lecture } from "../../../scripts/cells/lesson.ts";
import type { Language } from "../../../scripts/cli/message.ts";
import { confusionMatrix } from "../../../scripts/figures/confusion.ts";
import { drawPicture } from "../../../scripts/figures/draw.ts";
import {
  type EssayMap,
  essayMap,
  gridFor,
} from "../../../scripts/figures/essay_map.ts";
import { bold, regular } from "../../../scripts/figures/font_widths.ts";
import { lossCurves } from "../../../scripts/figures/loss_curves.ts";
import { textWidth } from "../../../scripts/figures/text_width.ts";
import { trainedNetwork } from "../../../scripts/figures/trained_network.ts";
import { pictureOf } from "../../../scripts/lesson/picture.ts";
import { runCell } from "../../../scripts/lesson/run.ts";
import { reportHtml } from "../../../scripts/score/report/report.ts";
import { inBrowser } from "../../_support/browser.ts";
import { temporaryFolder } from "../../_support/files.ts";
import { isLong } from "../../_support/how_many.ts";
import { needs } from "../../_support/permission.ts";
import { bands, counts, losses, network, stripes, svgOf } from "./samples.ts";

const needed = needs("run", "read", "write", "chromium");
const LANGUAGES = ["ja", "en"] as const;

/**
 * Measures every text of a page: what leaves its picture, what is covered by
 * what.
 */
const MEASURE = `function measured() {
  const outside = [], covered = [];
  for (const svg of document.querySelectorAll("svg")) {
    const frame = svg.getBoundingClientRect();
    const scale = frame.width / svg.viewBox.baseVal.width;
    const parts = [...svg.querySelectorAll("text, rect, circle")].slice(1)
      .filter((part) => part.getAttribute("fill") !== "none")
      .map((part) => {
        const { left, right, top, bottom } = part.getBoundingClientRect();
        if (part.tagName !== "text") return { part, left, right, top, bottom };
        // From the top of a letter to the foot of a "g": fonts leave more room
        // than that.
        const size = scale * parseFloat(getComputedStyle(part).fontSize);
        const line = frame.top + scale *
          (part.getStartPositionOfChar(0).y - svg.viewBox.baseVal.y);
        return { part, left, right, top: line - 0.84 * size, bottom: line + 0.22 * size };
      });
    parts.forEach((a, i) => {
      if (a.part.tagName !== "text") return;
      const said = a.part.textContent;
      if (a.left < frame.left || a.right > frame.right ||
        a.top < frame.top || a.bottom > frame.bottom) outside.push(said);
      for (const b of parts.slice(i + 1)) {
        if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.2 &&
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.2) {
          covered.push(said + " / " + (b.part.textContent || b.part.tagName));
        }
      }
    });
  }
  return { outside, covered };
}`;

/** A page that measures itself, which a report never does. */
const MEASURED_REPORT = `<pre id="measured"></pre><script>
  ${MEASURE}
  document.getElementById("measured").textContent = JSON.stringify({
    ...measured(),
    pictures: [...document.querySelectorAll("svg")].map((svg) =>
      Math.round(svg.getBoundingClientRect().width) > 300),
    tooWide: document.documentElement.scrollWidth > innerWidth,
    loaded: performance.getEntriesByType("resource").length,
    scheme: getComputedStyle(document.documentElement).colorScheme,
    background: getComputedStyle(document.body).backgroundColor,
  });
</script></body>`;

/**
 * An essay whose number of words has too many digits, as a slip of the keyboard
 * makes it.
 */
function withOutlier(): EssayMap {
  const map = stripes();
  const essays = [...map.essays, { x: 1_000_000, y: 30, band: 2 }];
  const grid = gridFor(essays);
  const probabilities = grid.points.flatMap(([x]) =>
    x < 5e5 ? [0.6, 0.3, 0.1] : [0.1, 0.3, 0.6]
  );
  return { ...map, essays, grid, probabilities };
}

/** As many bands as there can be, with long names. */
function twelveBands(): EssayMap {
  const data = stripes();
  const bands = Array.from({ length: 12 }, (_, i) => `とても長い名前の ${i}`);
  const probabilities = data.grid.points.flatMap(([x]) =>
    bands.map((_, i) => Math.floor(x / 27) === i ? 1 : 0)
  );
  return { ...data, bands, probabilities };
}

/** On a logarithmic scale, with ends that are near each other. */
const steepLosses = {
  training: [1, 0.1, 0.008],
  validation: [0.6, 0.05, 0.014],
  kept: 2,
};

/** Longer than there is room for. */
const remark = {
  ja: "ほかの特徴量は平均に固定：" + "とても長い名前 10.2, ".repeat(9),
  en: "held at their means: " + "a very long name 10.2, ".repeat(9),
};

const drawn = new Map<Language, string[]>();

/** What a report can show; maps take their time, and are drawn once. */
function reportPictures(language: Language): string[] {
  const known = drawn.get(language) ?? drawReportPictures(language);
  drawn.set(language, known);
  return known;
}

/** With names of every length. */
function drawReportPictures(language: Language): string[] {
  const names = language === "ja"
    ? bands
    : ["a rather long name of a band", "B1", "B2-C1"];
  return [
    lossCurves(losses),
    lossCurves(steepLosses),
    lossCurves({ ...losses, kept: 1 }),
    essayMap({ ...stripes(), bands: names }),
    essayMap({ ...stripes(), remark }),
    essayMap(twelveBands()),
    essayMap(withOutlier()),
    confusionMatrix(names, counts),
    confusionMatrix(["1", "2", "3"], counts),
    trainedNetwork({ ...network(2, 3), outputs: names }),
    trainedNetwork({ ...network(2, 16, 3), outputs: names }),
    trainedNetwork({ ...network(4, 50, 3), outputs: names }),
  ].map((picture, i) => svgOf(picture, language, `report-${i}`));
}

/** What the lecture shows. */
function lecturePictures(language: Language): string[] {
  return lecture.flatMap((cell, i) => {
    const picture = pictureOf(runCell(cell));
    return picture === undefined
      ? []
      : [`${drawPicture(picture, `lecture-${i}`, language)}`];
  });
}

/**
 * The fonts whose widths are known; Japanese letters come from the last one.
 */
const FONTS = [
  "DejaVu Sans",
  "Noto Sans",
  "Liberation Sans",
  "Noto Sans CJK JP",
];

/** What was measured of all pictures in one font. */
interface InFont {
  readonly font: string;
  readonly width: number;
  readonly outside: string[];
  readonly covered: string[];
}

/** A page that measures a language's pictures in each font. */
function inFonts(language: Language): string {
  const svgs = [...lecturePictures(language), ...reportPictures(language)];
  assertEquals(svgs.length, 21);
  return `<!doctype html><meta charset="utf-8"><style></style>
<p style="display: inline-block">Measuring 0123456789 W</p>${
    svgs.join("")
  }<pre></pre><script>
  ${MEASURE}
  const fonts = ${JSON.stringify(FONTS)};
  document.querySelector("pre").textContent = JSON.stringify(fonts.map((font) => {
    document.querySelector("style").textContent =
      "p, svg, svg * { font-family: '" + font + "', 'Noto Sans CJK JP' !important }";
    const { width } = document.querySelector("p").getBoundingClientRect();
    return { font, width, ...measured() };
  }));
</script>`;
}

const WEIGHTS = Object.entries({ regular, bold });

function lettersOf({ letters }: typeof regular): string[] {
  return letters.flatMap(([, letters]) => [...letters]);
}

/** A page that measures letters in each font. */
function letterWidths([weight, font]: typeof WEIGHTS[0]): string {
  return `<!doctype html><meta charset="utf-8"><pre></pre><script>
  const context = document.createElement("canvas").getContext("2d");
  const letters = ${JSON.stringify(lettersOf(font))};
  document.querySelector("pre").textContent = JSON.stringify(
    ${JSON.stringify(FONTS)}.map((font) => {
      context.font = "${
    weight === "bold" ? "bold " : ""
  }100px '" + font + "', 'Noto Sans CJK JP'";
      return letters.map((letter) => context.measureText(letter).width);
    }));
</script>`;
}

/** The second language is the long run's. */
const SEEN = isLong ? LANGUAGES : [LANGUAGES[0]!];
const REPORTS = SEEN.flatMap((language) =>
  [1000, 500].map((width) => ({ language, width }))
);
const TITLES = { ja: "作文の採点", en: "Scoring essays" };

/** A report that measures itself. */
function measuredReport(language: Language): string {
  return reportHtml({
    language,
    title: TITLES[language],
    summary: ["<b>&amp;</b>"],
    sections: reportPictures(language).map((figure) => ({ figure })),
  }).replace("</body>", MEASURED_REPORT);
}

/** Pictures, and one that is broken. */
const imageFiles = (): string[] => [...reportPictures("ja"), "<svg><g></svg>"];

/** A page that tells of each picture's file whether it opened. */
function images(count: number): string {
  const all = Array.from({ length: count }, (_, i) => `<img src="${i}.svg">`);
  return `${all.join("")}<p></p><script>
  onload = () => document.querySelector("p").textContent =
    [...document.images].map((image) => image.naturalWidth > 300).join();
</script>`;
}

/** All pages after loading, in one browser: starting it takes longest. */
const pages = once(async () => {
  using folder = temporaryFolder();
  const files = imageFiles();
  files.forEach((svg, i) => folder.file(`${i}.svg`, svg));
  const view = (name: string, html: string, width = 1000) => ({
    path: folder.file(`${name}.html`, html),
    width,
  });
  const views = [
    ...SEEN.map((language) => view(`fonts.${language}`, inFonts(language))),
    ...WEIGHTS.map((weight) => view(weight[0], letterWidths(weight))),
    ...REPORTS.map(({ language, width }) =>
      view(`report.${language}.${width}`, measuredReport(language), width)
    ),
    view("images", images(files.length)),
  ];
  const shown = (await inBrowser(views)).values();
  const take = (count: number) => Array.from(shown.take(count));
  return {
    fonts: take(SEEN.length).map(found<InFont[]>),
    widths: take(WEIGHTS.length).map(found<number[][]>),
    reports: take(REPORTS.length),
    images: take(1)[0]!,
  };
});

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => made ??= make();
}

/** What the script of a page found, which writes JSON into its `<pre>`. */
function found<T>(page: string): T {
  return JSON.parse(
    page.match(/<pre>(.*)<\/pre>/s)![1]!.replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">").replaceAll("&amp;", "&"),
  );
}

for (const [i, language] of SEEN.entries()) {
  Deno.test(
    `no label of a picture in ${language} covers another in any of four fonts [chromium] [fonts]`,
    needs("run", "read", "write", "chromium", "fonts"),
    async () => {
      const results = (await pages()).fonts[i]!;
      assertEquals(
        results.map(({ font, outside, covered }) => ({
          font,
          outside,
          covered,
        })),
        FONTS.map((font) => ({ font, outside: [], covered: [] })),
      );
      // They were four different fonts.
      assertEquals(new Set(results.map(({ width }) => width)).size, 4);
    },
  );
}

Deno.test(
  "textWidth() is the width in the widest of four fonts, thin and bold [chromium] [fonts]",
  needs("run", "read", "write", "chromium", "fonts"),
  async () => {
    const { widths } = await pages();
    WEIGHTS.forEach(([weight, font], k) => {
      const all = lettersOf(font), bold = weight === "bold";
      all.forEach((letter, i) => {
        const widest = Math.max(...widths[k]!.map((inFont) => inFont[i]!));
        const claimed = textWidth(letter, { size: 100, bold });
        assert(
          claimed >= widest - 0.01 && claimed < widest + 1,
          `${weight} ${letter}: ${claimed}, measured ${widest}`,
        );
      });
      assert(all.length > 190, `${all.length} letters`);
    });
  },
);

for (const [i, { language, width }] of REPORTS.entries()) {
  Deno.test(
    `a report in ${language} opens in a browser ${width} pixels wide, every text in its place [chromium]`,
    needed,
    async () => {
      const page = (await pages()).reports[i]!;
      assert(page.includes(`<h1>${TITLES[language]}</h1>`));
      assert(page.includes("<p>&lt;b&gt;&amp;amp;&lt;/b&gt;</p>"));
      const measured = page.match(/<pre id="measured">(.*)<\/pre>/)![1]!;
      assertEquals(JSON.parse(measured), {
        outside: [],
        covered: [],
        pictures: Array(12).fill(true),
        tooWide: false,
        loaded: 0,
        scheme: "light",
        background: "rgb(255, 255, 255)",
      });
    },
  );
}

Deno.test(
  "a picture opens by itself in a browser [chromium]",
  needed,
  async () => {
    const page = (await pages()).images, all = imageFiles();
    // The broken one is noticed.
    const opened = all.map((_, i) => i < all.length - 1);
    assertEquals(page.match(/<p>(.*)<\/p>/)![1], opened.join());
  },
);
