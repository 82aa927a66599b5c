/** A program without what its page says already. */
import { assertEquals, assertThrows } from "@std/assert";
import { withoutTexts } from "../../../scripts/page/without_texts.ts";

const texts = [
  { ja: "一\n二", en: 'a "b"' },
  { ja: "なぜ", en: "why?" },
  "a \\times b",
  undefined,
];

Deno.test("withoutTexts() leaves out what is only read, however it is quoted", () => {
  const script = 'f({text:{ja:`一\n二`,en:\'a "b"\'},exercise:{en:"why?"},' +
    'formula:"a \\\\times b",errata:[{why:{en:"why?"}}],code:"why?"})';
  assertEquals(
    withoutTexts(script, texts),
    'f({text:{ja:"",en:""},exercise:{en:""},' +
      'formula:"",errata:[{why:{en:""}}],code:""})',
  );
});

Deno.test("withoutTexts() leaves everything else, and reads programs alone", () => {
  const script = 'f({title:{en:"why?"},text:"another",code:`${a}`,text:1,' +
    '[text]:b,run(){return"why?"}})';
  assertEquals(withoutTexts(script, texts), script);
  assertThrows(() => withoutTexts("f({", texts), SyntaxError, "Cannot read");
});
