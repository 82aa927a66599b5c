/** Writing a file, and saying so. */
import { type Language, message } from "./message.ts";
import { writeWhole } from "./write_whole.ts";

const written = message({
  ja: "{path} を書き出しました（{size} kB）。",
  en: "{path} is written ({size} kB).",
});

/** Writes a file whole, and says on standard output how large it is. */
export async function writeAndTell(
  path: string,
  content: string,
  language: Language,
): Promise<void> {
  await writeWhole(path, content);
  const size = Math.ceil(new TextEncoder().encode(content).length / 1000);
  console.log(written({ path, size })[language]);
}
