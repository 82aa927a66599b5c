/**
 * The page as text: what stands in it, that it is whole by itself, and that
 * nothing gets out of hand.
 */
import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { matrix } from "kobai";
import { lecture, lesson } from "../../scripts/cells/lesson.ts";
import { course } from "../../scripts/exercises/lecture.ts";
import type { Cell } from "../../scripts/lesson/cell.ts";
import { resultText } from "../../scripts/lesson/value_text.ts";
import { fromBase85 } from "../../scripts/page/exercises/base85.ts";
import type { Lesson } from "../../scripts/lesson/lesson.ts";
import { runCell } from "../../scripts/lesson/run.ts";
import { beyondLecture } from "../../scripts/lesson/words.ts";
import { plainMarkdown } from "../../scripts/terminal/plain_markdown.ts";
import { escapeMarkup } from "../../scripts/figures/markup.ts";
import { refused, run } from "../_support/lesson_process.ts";
import { make, pageOf, partOf } from "../_support/pages.ts";
import { needs } from "../_support/permission.ts";

const needed = needs("run", "read", "write");

/** Letters alone, of texts with marks, markup or small letters. */
const letters = (text: string): string =>
  text.replace(/<[^>]*>/g, "").replaceAll("&#39;", "'").replaceAll(
    "&quot;",
    '"',
  ).normalize("NFKC")
    .replace(/[\s*`$_{}\\]/g, "");

/** Texts without their markup. */
const words = (html: string): string => html.replace(/<[^>]*>/g, "");

for (const language of ["ja", "en"] as const) {
  Deno.test(`page in "${language}" shows everything that each cell has`, async () => {
    const html = await pageOf(lesson, language);
    assertStringIncludes(html, `<html lang="${language}">`);
    for (const cell of lecture) {
      const part = partOf(html, cell);
      const has = (text: string): void =>
        assertStringIncludes(part, escapeMarkup(text), cell.name);
      const { values, comparisons } = runCell(cell);
      has(cell.title[language]);
      has(cell.number[language]);
      // A formula inside a line has its own signs.
      const bare = cell.text[language].replace(/\$[^$]*\$/g, "\n\n");
      for (const words of plainMarkdown(bare)) {
        assertStringIncludes(letters(part), letters(words), cell.name);
      }
      if (cell.formula !== undefined) assertStringIncludes(part, "<math ");
      assertEquals(
        part.includes(beyondLecture[language]),
        cell.beyond ?? false,
      );
      if (cell.numpy !== undefined) assertStringIncludes(part, "numpy");
      assertEquals(
        part.includes("<svg "),
        cell.picture !== undefined,
        cell.name,
      );
      for (const name of Object.keys(cell.inputs)) has(`${name} = `);
      for (const [name, result] of Object.entries(cell.results)) {
        has(result.label[language]);
        has(resultText(values[name], result, language));
        if (result.printed !== undefined) has(result.printed);
      }
      const relations = [...part.matchAll(/class="comparison ([\w-]+)"/g)].map((
        [, kind],
      ) => kind);
      assertEquals(
        relations,
        Object.values(comparisons).map(({ relation }) =>
          relation.replace(" ", "-")
        ),
      );
      for (const { why } of cell.errata ?? []) has(why[language]);
      assertEquals(
        part.split('class="erratum"').length - 1,
        cell.errata?.length ?? 0,
        cell.name,
      );
      if (cell.exercise === undefined) {
        assert(!part.includes('<details class="answer"'), cell.name);
      } else {
        for (const words of plainMarkdown(cell.exercise[language])) {
          assertStringIncludes(letters(part), letters(words), cell.name);
        }
        const [open = "", folded = ""] = part.split('<details class="answer"');
        assert(!open.includes('class="result"'), cell.name);
        // What one computes with stands before the fold, and once.
        assertEquals(open.split("<pre").length, 2, cell.name);
        assert(!folded.includes('class="inputs"'), cell.name);
        assertStringIncludes(folded, 'class="result"');
        assertStringIncludes(folded, 'class="change"');
      }
    }
  });
}

Deno.test("page has each erratum once, folded", async () => {
  const html = await pageOf(lesson, "ja");
  const errata = lecture.flatMap(({ errata = [] }) => errata);
  assertEquals(errata.length, 16);
  for (const { id, why } of errata) {
    assertEquals(html.split(escapeMarkup(why.ja)).length, 2, id);
  }
  const folds = html.match(/<details class="erratum">/g);
  assertEquals(folds?.length, errata.length);
});

Deno.test("page shows both numbers of the erratum that divides by three", async () => {
  const cell = lecture.find(({ name }) => name === "4.2.4_08_loss")!;
  const part = partOf(await pageOf(lesson, "en"), cell);
  const note = part.slice(part.lastIndexOf('class="erratum"'));
  // golden: Out9-loss-seed and Out9-loss-right
  assertStringIncludes(note, "1.4113868234230627");
  assertStringIncludes(note, "4.234160470269188");
  assertMatch(words(note), /divides by/);
});

Deno.test("page's code is the cell's code, letter by letter", async () => {
  const html = await pageOf(lesson, "en");
  for (const cell of lecture.filter(({ code }) => code !== "")) {
    const [, code = ""] = partOf(html, cell)
      .match(/<pre class="code"[^>]*><code>([^]*?)<\/code><\/pre>/) ?? [];
    const plain = words(code).replace(
      /&(lt|gt|quot|#x27|amp);/g,
      (_, name) =>
        ({ lt: "<", gt: ">", quot: '"', "#x27": "'", amp: "&" })[
          name as string
        ]!,
    );
    for (const line of plain.split("\n")) {
      assertStringIncludes(cell.source, line.trim(), cell.name);
    }
    assert(plain.length > 20, cell.name);
  }
});

Deno.test("page's links lead to what is in it, and no name is there twice", async () => {
  const html = await pageOf(lesson, "ja", { course, script: "void 1;" });
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!);
  assertEquals(ids.length, new Set(ids).size);
  const links = [...html.matchAll(/ (?:href|for)="#?([^"]*)"/g)].map(([, id]) =>
    id!
  );
  const described = [...html.matchAll(/ aria-labelledby="([^"]*)"/g)]
    .flatMap(([, names]) => names!.split(" "));
  assert(links.length > lecture.length);
  for (const id of [...links, ...described]) {
    if (!/^(data|https):/.test(id)) assert(ids.includes(id), id);
  }
});

Deno.test("page lets nothing be loaded and no other script run", async () => {
  const html = await pageOf(lesson, "en");
  const digest = await crypto.subtle.digest(
    "SHA-256",
    new TextEncoder().encode("void 0;"),
  );
  const hash = new Uint8Array(digest).toBase64();
  assertStringIncludes(
    html,
    `content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; img-src data:; ` +
      `font-src data:; script-src &#39;sha256-${hash}&#39; &#39;wasm-unsafe-eval&#39;; worker-src blob:"`,
  );
  const outside = html.replaceAll("http://www.w3.org/2000/svg", "")
    // A link is followed by the reader alone.
    .replace(/ rel="license" href="[^"]*"/, "")
    .match(/https?:|\s(?:src|srcset|poster|action)="|url\(|@import/);
  assertEquals(outside?.[0], undefined);
});

Deno.test("page has the exercises at its end, their program packed", async () => {
  const script = `say("</script>", "課題");`;
  const html = await pageOf(lesson, "en", { course, script });
  const end = html.slice(html.indexOf('<section class="section exercises"'));
  assertStringIncludes(html, '<li><a href="#exercises">Exercises</a></li>');
  assertEquals(end.match(/<textarea /g)?.length, 10);
  assertEquals(end.match(/<h3 id="task-\d">/g)?.length, 9);
  const [, packed = ""] =
    end.match(/<script type="application\/gzip"[^>]*>([^<]+)<\/script>/) ??
      [];
  const stream = new Blob([fromBase85(packed)]).stream()
    .pipeThrough(new DecompressionStream("gzip"));
  assertEquals(await new Response(stream).text(), script);
  const digest = await crypto.subtle.digest(
    "SHA-256",
    new TextEncoder().encode(script),
  );
  const hash = new Uint8Array(digest).toBase64();
  assertStringIncludes(html, `&#39;wasm-unsafe-eval&#39; blob:; worker-src`);
  assertStringIncludes(html, `&#39;sha256-${hash}&#39; `);
  assert(!(await pageOf(lesson, "en")).includes("exercises"));
});

/** What an author might write, wanting to or not. */
const EVIL = `</script><script>alert(1)</script><img src=x onerror="a">'&`;
const evil = { ja: EVIL, en: EVIL };

function evilLesson(): Lesson {
  const cell: Cell = {
    name: "1_01_evil",
    section: "1",
    url: "file:///evil.ts",
    file: "evil.ts",
    source: "",
    code: `const a = "${EVIL}";`,
    helpers: [],
    number: evil,
    title: evil,
    text: evil,
    exercise: evil,
    formula: "a < b \\quad \\text{<script>alert(1)</script>}",
    inputs: { text: EVIL, x: matrix([1]) },
    run: () => ({ a: EVIL, b: matrix([2]) }),
    results: {
      a: { label: evil },
      b: { label: evil, printed: EVIL, expected: "differs" },
    },
    errata: [{ id: "evil", why: evil }],
    bothNumbers: { evil: [["b"], ["a", "b"]] },
    picture: () => ({
      kind: "network",
      title: evil,
      description: evil,
      layers: [{ label: evil, units: [{ name: EVIL, note: evil }] }, {
        label: evil,
        units: [{ name: "y" }],
      }],
      weights: [matrix([1])],
    }),
  };
  return { title: evil, lead: evil, sections: { "1": evil }, cells: [cell] };
}

Deno.test("page escapes whatever a lesson's author writes", async () => {
  const html = await pageOf(evilLesson(), "en");
  assertEquals(html.match(/<script>(?!void 0;)/)?.[0], undefined);
  assertEquals(html.match(/<img\b/)?.[0], undefined);
  // No attribute but those of this project; what stands in their quotes is
  // text.
  assertEquals(
    html.replace(/"[^"]*"/g, '""').match(/<[^>]*\sonerror=/)?.[0],
    undefined,
  );
  assert(html.split("alert(1)").length > 15, "it is all there");
});

Deno.test("page.ts writes the same small file every time", needed, async () => {
  const folder = await Deno.makeTempDir();
  const made = ["a", "new/b"].map(async (name) => {
    const out = `${folder}/${name}.html`;
    const stdout = await make("page", "--out", out, "--lang", "en");
    assertMatch(
      stdout,
      /^.*\/(a|b)\.html is written \(\d+ kB\)\.\nThe exercises are for practice: .*\n$/,
    );
    return await Deno.readTextFile(out);
  });
  const [one, two] = await Promise.all(made);
  assertEquals(one, two);
  const size = new TextEncoder().encode(one).length;
  assert(size < 700_000, `${size} bytes`);
  // The library is inside.
  assertStringIncludes(one!, "Cannot multiply matrices");
  // What runs a cell in a terminal is not, and nobody is sent there.
  for (const word of ["--answers", "Deno.args", "deno run", "--lang"]) {
    assert(!one!.includes(word), word);
  }
  assertStringIncludes(one!, "(prefers-color-scheme: dark)");
  await Deno.remove(folder, { recursive: true });
});

Deno.test(
  "page.ts says in one line what it cannot follow",
  needed,
  async () => {
    const page = (...args: string[]) =>
      run([
        "--unstable-bundle",
        "--allow-read",
        "--allow-write",
        "scripts/page.ts",
        ...args,
      ]);
    assertMatch(
      await refused(page("--lang", "en", "--nix")),
      /^There is no option --nix\. Near it: /,
    );
    assertMatch(
      await refused(page("--lang", "en", "--", "--out", "x")),
      /^There is no use for "--out"/,
    );
    assertMatch(
      await refused(page("--lang", "fr")),
      /^--lang には、ja, en のどれか/,
    );
    assertMatch(
      await refused(page("--out=")),
      /^--out に値（FILE）がありません/,
    );
    assertMatch(
      await refused(page("--lang=en", "--lesson", "nix.ts")),
      /nix\.ts cannot be loaded/,
    );
  },
);
