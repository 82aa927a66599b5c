/** `score predict`, as a teacher runs it. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { needs } from "../../_support/permission.ts";
import { openDesk } from "../../_support/score_process.ts";

const needed = needs("run", "read", "write");

Deno.test(
  "score predict counts the words of a text itself",
  needed,
  async () => {
    using desk = openDesk();
    desk.file(
      "essay.txt",
      "\ufeffLiebe Julia,\n\nwie geht's dir? Mir geht es gut!\n",
    );
    const { code, stdout, stderr } = await desk.score(
      ...["predict", "--text", "essay.txt", "--errors", "0"],
      ...["--text-language", "de", "--lang", "en"],
    );
    assertEquals(code, 0);
    assertStringIncludes(
      stderr,
      "essay.txt has 9 words (counted as German).\n",
    );
    assertStringIncludes(
      stdout,
      "An essay with words 9, errors 0 is predicted",
    );
  },
);

Deno.test(
  "score predict without a model says whose model it uses",
  needed,
  async () => {
    using desk = openDesk();
    const ended = await desk.score("predict", "merlin_de.csv", "--lang", "en");
    assertEquals(ended.code, 0, ended.stderr);
    assertEquals(
      ended.stderr,
      "No --model was given: a model of the MERLIN essays that come with the " +
        "kit is used. It need not fit your essays.\n",
    );
    assertEquals(ended.stdout.split("\r\n").length, 1012);
  },
);

Deno.test(
  "score predict warns of an essay unlike all others",
  needed,
  async () => {
    using desk = openDesk();
    const { stdout } = await desk.score(
      ...["predict", "--words", "5000", "--errors", "-3", "--lang", "en"],
    );
    assertStringIncludes(
      stdout,
      "Beware: words: far from the essays that the model learned from.\n",
    );
  },
);
