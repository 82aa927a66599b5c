import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { UsageError } from "../../../scripts/cli/usage_error.ts";
import { loadCourse } from "../../../scripts/exercise/load_course.ts";
import { CHECKOUT } from "../../_support/checkout.ts";
import { needs } from "../../_support/permission.ts";
import { temporaryFolder } from "../../_support/files.ts";

const withFiles = needs("read", "write");

Deno.test(
  "loadCourse() says why a file cannot be used",
  withFiles,
  async () => {
    using folder = temporaryFolder();
    const refused = async (text: string): Promise<string> => {
      const file = folder.file(`${crypto.randomUUID()}.ts`, text);
      const error = await assertRejects(() => loadCourse(file), UsageError);
      return (error as UsageError).message;
    };
    assertStringIncludes(await refused("throw 5;"), "cannot be loaded: 5");
    assertStringIncludes(
      await refused("export const lesson = {};"),
      "exports no course with exercises under the name course.",
    );
    assertStringIncludes(
      await refused("export const course = { exercises: [] };"),
      "there is none",
    );
    await assertRejects(() => loadCourse(`${folder.path}none.ts`), UsageError);
  },
);

Deno.test(
  "loadCourse() loads exercises of somebody's own",
  withFiles,
  async () => {
    const file = new URL("examples/own_exercises/course.ts", CHECKOUT).pathname;
    assertEquals((await loadCourse(file)).exercises.length, 3);
  },
);
