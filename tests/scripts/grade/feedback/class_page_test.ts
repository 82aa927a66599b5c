import { assert, assertEquals, assertMatch } from "@std/assert";
import { tasksOf } from "../../../../scripts/exercise/exercise.ts";
import { course } from "../../../../scripts/exercises/lecture.ts";
import type { Member } from "../../../../scripts/grade/class_list.ts";
import { classPage } from "../../../../scripts/grade/feedback/class_page.ts";
import type { GradedCase } from "../../../../scripts/grade/record.ts";
import type { ResultRecord } from "../../../../scripts/grade/results.ts";
import { Summary } from "../../../../scripts/grade/summary.ts";
import { elementsOf } from "../../../_support/markup.ts";

function member(student: string, name = ""): Member {
  return { student, name, submission: { student, file: { path: "" } } };
}

function record(points: number, more: Partial<ResultRecord>): ResultRecord {
  return {
    student: "",
    digest: "",
    kit: "k",
    seed: "",
    status: "graded",
    points,
    seconds: 0,
    tasks: [],
    ...more,
  };
}

const cases: GradedCase[] = [
  { number: 1, origin: "public", passed: true },
  { number: 2, origin: "public", passed: false },
  { number: 1, origin: "hidden", passed: false },
];
const noHalf = [{ task: 3, points: 3, mistake: "noHalf", cases }];
const notLoaded = [{ task: 3, points: 0, mistake: "notLoaded", cases }];
const problem = { ja: "2 行目が変です", en: "Line 2 is <odd>" };

const members = [
  member("s1", "<b>山田"),
  member("s2"),
  member("s3"),
  { student: "s4", name: "" },
];
const [first, second, third, absent] = members as [
  Member,
  Member,
  Member,
  Member,
];

function page(language: "ja" | "en", order = members): string {
  const summary = new Summary({ course, tasks: tasksOf(course), cases: [] });
  const records = new Map([
    [first, record(93, { tasks: noHalf })],
    [second, record(100, {})],
    [third, record(0, { status: "load error", problem, tasks: notLoaded })],
    [absent, undefined],
  ]);
  for (const one of order) summary.add(one, records.get(one));
  return classPage(
    {
      members,
      summary,
      alike: [[first, second]],
      passedOver: [{ place: "notes.txt", why: { ja: "謎", en: "unknown" } }],
    },
    "",
    language,
  );
}

/** The cells of the rows that a page has, without markup. */
function rows(html: string): string[][] {
  return [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row]) =>
    [...row!.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell]) =>
      cell!.replace(/<[^>]*>/g, "")
    )
  );
}

Deno.test("classPage() counts points, tasks, cases, kinds, and names trouble", () => {
  const html = page("en");
  elementsOf(html.replace("doctype html", "DOCTYPE html"));
  assertMatch(html, /Students: 4 \(graded 2, load error 1, not handed in 1\)/);
  assertMatch(html, /Mean 64\.3 of 100 points/);
  const found = rows(html);
  const has = (...row: string[]) =>
    assert(
      found.some((cells) => JSON.stringify(cells) === JSON.stringify(row)),
      `${row} is not in ${JSON.stringify(found)}`,
    );
  has("100", "1", "");
  has("90–99.9", "1", "");
  has("0–9.9", "1", "");
  has("3. Sum of squared errors", "1.0", "10", "0", "3", "");
  // who was not loaded failed in no case
  has("3. Sum of squared errors", "Public case 2", "1", "");
  has("3. Sum of squared errors", "Hidden case 1", "1", "");
  has("3. Sum of squared errors", "the ½ is missing", "1", "");
  has("s3", "load error: Line 2 is &lt;odd&gt;");
  has("notes.txt", "unknown");
  assertMatch(html, /no verdict\.<\/p>\n<ul>\n<li>s1 &lt;b&gt;山田 · s2<\/li>/);
});

Deno.test("classPage() is the same in whichever order the class was graded", () => {
  const html = page("ja");
  assertMatch(html, /<html lang="ja">/);
  assertMatch(html, /<td>s3<\/td><td>読み込みエラー：2 行目が変です<\/td>/);
  assertEquals(page("ja", [third, absent, second, first]), html);
});

Deno.test("classPage() says of how many cases it lists the first", () => {
  const many = Array.from({ length: 25 }, (_, i): GradedCase => ({
    number: i + 1,
    origin: "drawn",
    passed: false,
  }));
  const summary = new Summary({ course, tasks: tasksOf(course), cases: [] });
  const tasks = [{ task: 3, points: 0, mistake: "noHalf", cases: many }];
  summary.add(first, record(0, { tasks }));
  const known = { members, summary, alike: [], passedOver: [] };
  const html = classPage(known, "", "en");
  assertMatch(html, /The first 20 of 25 in which somebody failed\./);
  assertEquals(html.match(/Drawn case/g)!.length, 20);
  assertEquals(html.includes("Hand-ins that are alike"), false);
});
