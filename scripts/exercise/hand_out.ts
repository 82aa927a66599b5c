/** The files that students are handed out. */
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Course } from "./exercise.ts";
import { casesText, sheetText, templateText } from "./sheet.ts";

/** Where the kit is. */
const KIT = new URL("../../", import.meta.url);

/**
 * The files for a folder of students, by name.
 *
 * @param course The exercises.
 * @param file Where they are written.
 * @param folder Where the files will be.
 */
export function handOut(
  course: Course,
  file: string,
  folder: string,
): Record<string, string> {
  const way = (path: string) => {
    const found = relative(folder, path).replaceAll("\\", "/");
    return found.startsWith(".") ? found : `./${found}`;
  };
  const kit = way(fileURLToPath(KIT));
  return {
    "sheet.ja.md": sheetText(course, "ja"),
    "sheet.md": sheetText(course, "en"),
    "exercises.ts": templateText(course),
    "public_cases.json": casesText(course),
    "exercises_test.ts": testText(kit, way(file)),
    "deno.json": configText(kit),
  };
}

function testText(kit: string, file: string): string {
  return `/**
 * 自分の答えを確かめる / checks your answers:
 *
 * deno test
 * deno test -- --lang en
 */
import { requestedLanguage } from "${kit}/scripts/cli/language.ts";
import { examOf, practiceSeed } from "${kit}/scripts/exercise/exam.ts";
import { checksOfFile } from "${kit}/scripts/exercise/self_check.ts";
import { course } from "${file}";
import source from "./exercises.ts" with { type: "text" };

const checks = await checksOfFile(
  source,
  examOf(course, practiceSeed),
  requestedLanguage(Deno.args),
);
for (const check of checks) {
  // 終わらないループは 5 秒で失敗になる。
  // A loop without end fails after 5 seconds.
  Deno.test({ ...check, timeout: 5000 });
}
`;
}

function configText(kit: string): string {
  const config = {
    imports: {
      kobai: `${kit}/examples/exercises/kobai.ts`,
      "@sveltejs/acorn-typescript": "npm:@sveltejs/acorn-typescript@1.0.13",
      acorn: "npm:acorn@8.19.0",
      seedrandom: "npm:seedrandom@3.0.5",
    },
    lock: false,
    tasks: {
      check: {
        description: "自分の答えを確かめる / check your answers",
        command: "deno test --",
      },
    },
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}
