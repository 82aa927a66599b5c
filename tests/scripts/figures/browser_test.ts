/** What a real browser makes of the pictures and the report. */
import { assert, assertEquals } from "@std/assert";
import type { Language } from "../../../scripts/cli/command_line.ts";
import type { EssayMap } from "../../../scripts/figures/data.ts";
import { confusionSvg } from "../../../scripts/figures/confusion.ts";
import { essayMapSvg, gridFor } from "../../../scripts/figures/essay_map.ts";
import { lossCurvesSvg } from "../../../scripts/figures/loss_curves.ts";
import { networkSvg } from "../../../scripts/figures/trained_network.ts";
import { reportHtml } from "../../../scripts/score/report.ts";
import { inBrowser } from "../../_support/browser.ts";
import { temporaryFolder } from "../../_support/files.ts";
import { needs } from "../../_support/permission.ts";
import { bands, confusion, losses, network, stripes } from "./samples.ts";

const needed = needs("run", "read", "write", "chromium");

/** A page that measures itself, which a report never does. */
const MEASURE = `<pre id="measured"></pre><script>
  const outside = [...document.querySelectorAll("svg text")].filter((text) => {
    const [a, b] = [text, text.closest("svg")].map((e) => e.getBoundingClientRect());
    return a.left < b.left - 1 || a.right > b.right + 1 ||
      a.top < b.top - 1 || a.bottom > b.bottom + 1;
  }).map((text) => text.textContent);
  const covered = [...document.querySelectorAll("svg")].flatMap((svg) => {
    const texts = [...svg.querySelectorAll("text")].filter((text) => text.textContent.trim())
      .map((text) => [text.textContent, text.getBoundingClientRect()]);
    return texts.flatMap(([one, a], i) => texts.slice(i + 1).filter(([, b]) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4
    ).map(([other]) => one + " / " + other));
  });
  document.getElementById("measured").textContent = JSON.stringify({
    outside,
    covered,
    pictures: [...document.querySelectorAll("svg")].map((svg) =>
      Math.round(svg.getBoundingClientRect().width) > 300),
    tooWide: document.documentElement.scrollWidth > innerWidth,
    loaded: performance.getEntriesByType("resource").length,
    scheme: getComputedStyle(document.documentElement).colorScheme,
    background: getComputedStyle(document.body).backgroundColor,
  });
</script></body>`;

/** An essay whose number of words has too many digits, as a slip of the keyboard makes it. */
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
const remark = "ほかの特徴量は平均に固定：" + "とても長い名前 10.2, ".repeat(9);

async function pictures(language: Language): Promise<string[]> {
  const names = language === "ja"
    ? bands
    : ["a rather long name of a band", "B1", "B2-C1"];
  return [
    await lossCurvesSvg(losses, language),
    await lossCurvesSvg(steepLosses, language),
    await essayMapSvg({ ...stripes(), bands: names }, language),
    await essayMapSvg({ ...stripes(), remark }, language),
    await essayMapSvg(twelveBands(), language),
    await essayMapSvg(withOutlier(), language),
    await confusionSvg({ ...confusion, bands: names }, language),
    await confusionSvg({ ...confusion, bands: ["1", "2", "3"] }, language),
    await networkSvg({ ...network(2, 16, 3), outputs: names }, language),
    await networkSvg({ ...network(4, 50, 3), outputs: names }, language),
  ];
}

for (const language of ["ja", "en"] as const) {
  for (const width of [1000, 500]) {
    Deno.test(
      `a report in ${language} opens in a browser ${width} pixels wide, every text in its place [chromium]`,
      needed,
      async () => {
        using folder = temporaryFolder();
        const title = language === "ja" ? "作文の採点" : "Scoring essays";
        const html = reportHtml({
          language,
          title,
          summary: ["<b>&amp;</b>"],
          sections: (await pictures(language)).map((figure) => ({ figure })),
        });
        const file = folder.file(
          "report.html",
          html.replace("</body>", MEASURE),
        );
        const page = await inBrowser(file, width);
        assert(page.includes(`<h1>${title}</h1>`));
        assert(page.includes("<p>&lt;b&gt;&amp;amp;&lt;/b&gt;</p>"));
        const measured = page.match(/<pre id="measured">(.*)<\/pre>/)![1]!;
        assertEquals(JSON.parse(measured), {
          outside: [],
          covered: [],
          pictures: Array(10).fill(true),
          tooWide: false,
          loaded: 0,
          scheme: "light",
          background: "rgb(255, 255, 255)",
        });
      },
    );
  }
}

Deno.test(
  "a picture opens by itself in a browser [chromium]",
  needed,
  async () => {
    using folder = temporaryFolder();
    const all = [...await pictures("ja"), "<svg><g></svg>"];
    const images = all.map((svg, i) => {
      folder.file(`${i}.svg`, svg);
      return `<img src="${i}.svg">`;
    });
    const page = await inBrowser(folder.file(
      "page.html",
      `${images.join("")}<p></p><script>
  onload = () => document.querySelector("p").textContent =
    [...document.images].map((image) => image.naturalWidth > 300).join();
</script>`,
    ));
    const opened = all.map((_, i) => i < all.length - 1); // the broken one is noticed
    assertEquals(page.match(/<p>(.*)<\/p>/)![1], opened.join());
  },
);
