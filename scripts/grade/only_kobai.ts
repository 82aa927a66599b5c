/**
 * Keeps a submission from importing anything but "kobai".
 *
 * No permission keeps it from Node's modules, and no import map from all of
 * them: `import "node:zlib"` gets past it in Deno 2.9. With zlib memory can be
 * used that was freed, and whoever reads memory knows the keys of the harness.
 * So the words that import are taken out before a submission is run. That looks
 * at single words and what follows them, and does not need to know what is a
 * comment or a text: where the word counts, what follows is read here as the
 * language reads it.
 */

/**
 * To its very end; one that ends with another character than a line feed is not
 * read here.
 */
const comment = String
  .raw`\/\/[^\n\r\u2028\u2029]*\r?\n|\/\*(?:(?!\*\/)[^])*\*\/`;
const gap = String.raw`(?:\s|${comment})*`;
const names = String.raw`(?:[\p{L}\p{N}_$,*\s]|${comment})*?`;
/**
 * What may be imported; a file is a mistake of which Deno speaks more plainly
 * than we would.
 */
const module = String.raw`["'](?:kobai|\.{0,2}\/[\w.\/\-]*)["']`;
const declared = "function|async|class|abstract|const|let|var|enum|default|" +
  "type|interface|namespace|declare";
/** The beginning of another statement, which is not `from`. */
const next = String.raw`(?!f[\\r])[;@(\[!+"'\p{L}_$]`;

/** What may follow a word that imports; `export ... from` is one too. */
const harmless = {
  import: new RegExp(
    [
      String.raw`^import\.meta\b`,
      String.raw`^import${gap}\(${gap}${module}${gap}\)`,
      String.raw`^import${gap}${module}`,
      String
        .raw`^import\b${names}(?:\{${names}\}${gap})?\bfrom${gap}${module}`,
    ].join("|"),
    "u",
  ),
  export: new RegExp(
    String.raw`^export${gap}(?:(?:${declared})\b|\{${names}\}${gap}${next})`,
    "u",
  ),
};

/** A declaration longer than this is no list of the kit's functions. */
const longest = 2000;

/** Deno takes escapes of letters in some of these words too. */
const escapedLetter = /\\u(?:00|\{0*)(?:6[569df]|7[0248])\}?/gi;

/**
 * A submission in which no word imports anything else: another word stands
 * there, which means nothing. Lines stay where they are. (`sandboxCommand`
 * forbids to run texts, so that no word is put together later.)
 *
 * @param source The submission.
 * @returns What is to be run.
 */
export function onlyKobai(source: string): string {
  const text = source.replace(escapedLetter, "_");
  const ended = `${text}\n;`;
  return text.replace(/import|export/g, (word, at) => {
    const pattern = harmless[word as keyof typeof harmless];
    return pattern.test(ended.slice(at, at + longest)) ? word : `${word}_`;
  });
}
