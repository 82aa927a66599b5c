/** Full stops that end no sentence, though a capital letter follows. */

/** What is shortened inside sentences. (`usw.` may end one.) */
const SHORT: Readonly<Record<string, readonly string[]>> = {
  de: [
    ..."Dr Prof Dipl Ing Hr Hrn Fr Frl Nr St Str Tel Abb Bd Kap".split(" "),
    ..."bzw ca vgl evtl ggf inkl exkl zzgl sog geb gest max min".split(" "),
    ..."z.B d.h u.a v.a o.ä o.Ä u.U z.T m.E i.d.R s.o s.u u.ä".split(" "),
  ],
  en: [
    ..."Mr Mrs Ms Dr Prof St Mt Gen Col Capt Sgt Rev Hon".split(" "),
    ..."vs cf approx Fig e.g i.e".split(" "),
  ],
};

const MONTH =
  /^(Jan|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)\p{L}*(?!\p{L})/u;
/** Behind these a number with a full stop is an ordinal: `am 3. Montag`. */
const BEFORE_ORDINAL =
  /(^|[^\p{L}])(der|die|das|den|dem|des|am|im|vom|zum|zur|beim|bis|jede[mnrs]?|(m|d|s)?eine?[mnrs]?|ihre?[mnrs]?|unsere?[mnrs]?)\s+\d{1,3}\.$/iu;

/**
 * Whether a sentence goes on behind the full stop at which it was cut.
 *
 * @param before What stands before, with its full stop.
 * @param after What stands behind.
 * @param language The language, such as `de`.
 */
export function goesOn(
  before: string,
  after: string,
  language: string,
): boolean {
  const cut = before.trimEnd();
  // The number of a list: `1. Ich mag Tiere.`
  if (/^\(?\d{1,3}\.$/.test(cut)) return true;
  if (isInitial(cut, language)) return true;
  if (isShort(cut, language)) return true;
  if (language !== "de") return false;
  return /(^|\s)\d{1,2}\.$/.test(cut) &&
    (MONTH.test(after) || BEFORE_ORDINAL.test(cut));
}

function isShort(cut: string, language: string): boolean {
  // `z. B.` is `z.B.`.
  const close = cut.replace(/(?<=(^|[^\p{L}])\p{L}\.)\s+(?=\p{L}\.)/gu, "");
  const last = /(?:^|[^\p{L}.])((?:\p{L}+\.)+)$/u.exec(close)?.[1];
  if (last === undefined) return false;
  const name = last.slice(0, -1);
  return SHORT[language]?.includes(name) ||
    // `z.` of `z. B.`: a small letter by itself is no sentence's end.
    (language === "de" && /^\p{Ll}$/u.test(name));
}

/** `J. Smith`; but `So did I.` */
function isInitial(cut: string, language: string): boolean {
  const initial = /(?:^|\s)(\p{Lu})\.$/u.exec(cut)?.[1];
  return initial !== undefined && !(language === "en" && initial === "I");
}
