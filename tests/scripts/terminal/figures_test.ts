/** `lesson.ts --figures DIR` writes the pictures that the page has. */
import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import {
  lecture,
  lesson as theLecture,
} from "../../../scripts/cells/lesson.ts";
import { pageHtml } from "../../../scripts/page/page.ts";
import { good, lesson, refused, run } from "../../_support/lesson_process.ts";
import { elementsOf } from "../../_support/markup.ts";
import { needs } from "../../_support/permission.ts";

/** The pictures of a page. */
function pictures(html: string): string[] {
  return [...html.matchAll(/<svg [^>]*class="kobai-figure".*?<\/svg>/gs)]
    .map(([svg]) => svg);
}

Deno.test(
  "lesson.ts --figures writes the page's pictures into a folder",
  needs("run", "read", "write"),
  async () => {
    const folder = await Deno.makeTempDir();
    const flags = [`--allow-read=${folder}`, `--allow-write=${folder}`];
    const args = ["--figures", `${folder}/new`, "--lang", "en"];
    const stdout = await good(run([...flags, "scripts/lesson.ts", ...args]));
    const files = [...Deno.readDirSync(`${folder}/new`)].map(({ name }) => name)
      .sort();
    const cells = lecture.filter(({ picture }) => picture !== undefined);
    assertEquals(files, cells.map(({ name }) => `${name}.svg`));
    assertEquals(
      stdout,
      files.map((name) => `${folder}/new/${name}\n`).join(""),
    );
    const html = await pageHtml(theLecture, {
      language: "en",
      style: "",
      script: "",
    });
    // The same words and shapes; colours that depend on no page.
    const page = pictures(html);
    assertEquals(page.length, files.length);
    files.forEach((name, i) => {
      const file = Deno.readTextFileSync(`${folder}/new/${name}`);
      const drawn = (svg: string) =>
        elementsOf(svg).filter(({ tag }) => tag !== "style")
          .map(({ tag, text, attributes: { d = "", x = "", y = "" } }) =>
            [tag, text.trim(), d, x, y].join(" ")
          );
      assertEquals(drawn(file), drawn(page[i]!));
      assertEquals(file.match(/var\(|<style|system-ui/), null);
      assertStringIncludes(page[i]!, "var(--figure-ink)");
    });
    await Deno.remove(folder, { recursive: true });
  },
);

Deno.test(
  "lesson.ts --figures says what is missing",
  needs("run", "read"),
  async () => {
    assertMatch(
      await refused(lesson("--figures", "pictures", "4.2.1")),
      /--allow-read=pictures\/ --allow-write=pictures\//,
    );
    assertMatch(await refused(lesson("--figures=")), /--figures/);
    assertEquals(
      await good(lesson("--figures", "x", "4.2.3-13", "--lang=en")),
      "No cell has a picture.\n",
    );
  },
);
