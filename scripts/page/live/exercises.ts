/// <reference lib="dom" />
/** The exercises' program, which is unpacked when a reader opens them. */
import type { Language, Text } from "../../cli/message.ts";
import { fromBase85 } from "../exercises/base85.ts";
import { say } from "./elements.ts";

const tooOld: Text = {
  ja:
    "このブラウザは古いので、課題のプログラムを展開できません（DecompressionStream がありません）。",
  en:
    "This browser is too old to unpack the program of the exercises: it has no DecompressionStream.",
};

/**
 * Starts the exercises once they are opened.
 *
 * @param place The fold in which they stand.
 * @param language The page's language.
 */
export function startWhenOpened(
  place: HTMLDetailsElement,
  language: Language,
): void {
  place.addEventListener("toggle", async () => {
    const packed = document.getElementById("exercises-program");
    if (packed === null) return; // it is started
    if (typeof DecompressionStream === "undefined") {
      say(document.getElementById("said")!, tooOld[language]);
      return;
    }
    packed.remove();
    const script = document.createElement("script");
    script.textContent = await unpacked(packed.textContent!);
    document.body.append(script);
  });
}

function unpacked(text: string): Promise<string> {
  const stream = new Blob([fromBase85(text)]).stream()
    .pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}
