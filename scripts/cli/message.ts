/**
 * Texts for the reader, in both languages, with blanks that the compiler knows.
 */

/** A text for the reader. */
export interface Text {
  readonly ja: string;
  readonly en: string;
}

/** The languages that the kit speaks on screen. */
export type Language = keyof Text;

/** The names of the blanks in a text: `"file"` in `"{file} is empty"`. */
export type BlanksOf<Written extends string> = Written extends
  `${string}{${infer Blank}}${infer Rest}` ? Blank | BlanksOf<Rest> : never;

/** What goes into the blanks: a text goes in in its own language. */
export type Filling<Blank extends string> = [Blank] extends [never]
  ? Readonly<Record<string, never>>
  : { readonly [Name in Blank]: string | number | Text };

/**
 * The other language has blanks that this one lacks; or the text is no literal.
 */
type Complete<Written extends string, Other extends string> = string extends
  Written ? never
  : [Exclude<BlanksOf<Other>, BlanksOf<Written>>] extends [never] ? unknown
  : { readonly "lacks the blank": Exclude<BlanksOf<Other>, BlanksOf<Written>> };

/**
 * A message with `{blanks}`, the same in both languages. Whoever misspells a
 * blank, leaves one out or gives one too many is told by `deno check`.
 *
 * @param written The message in both languages, each as one literal.
 * @returns What fills the blanks, in both languages: `message({ file }).ja`.
 *
 * @example
 * ```ts ignore
 * const empty = message({ ja: "{file} は空です。", en: "{file} is empty." });
 * throw new UsageError(empty({ file: "essays.csv" }));
 * ```
 */
export function message<const Ja extends string, const En extends string>(
  written: {
    readonly ja: Ja & Complete<Ja, En>;
    readonly en: En & Complete<En, Ja>;
  },
): (blanks: Filling<BlanksOf<Ja>>) => Text {
  return (blanks) => ({
    ja: filled(written.ja, "ja", blanks),
    en: filled(written.en, "en", blanks),
  });
}

function filled(
  written: string,
  language: Language,
  blanks: Readonly<Record<string, string | number | Text>>,
): string {
  return written.replace(/\{([^}]*)\}/g, (_, name: string) => {
    const value = blanks[name]!;
    return typeof value === "object" ? value[language] : String(value);
  });
}

/** A number with what it counts: `1 cell`, `2 cells`; in Japanese alone. */
export function counted(count: number, one: string, many: string): Text {
  return { ja: `${count}`, en: `${count} ${count === 1 ? one : many}` };
}

/** Texts one after the other, with something between them. */
export function joinTexts(texts: readonly Text[], between: Text): Text {
  const join = (language: Language) =>
    texts.map((text) => text[language]).join(between[language]);
  return { ja: join("ja"), en: join("en") };
}
