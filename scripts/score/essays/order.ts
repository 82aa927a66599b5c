/** The order of labels, where it is known. */
import { foldLabel } from "../../table/label_cell.ts";

/**
 * Scales that need no explanation, from the lowest rank to the highest. Words
 * for one rank stand beside each other.
 */
const SCALES: readonly (readonly string[])[] = [
  ["不可|不合格", "可", "良", "優", "秀"],
  [
    "とても悪い|大変悪い",
    "悪い",
    "やや悪い",
    "普通|ふつう|どちらでもない",
    "やや良い",
    "良い|よい",
    "とても良い|とてもよい|大変良い|大変よい",
  ],
  [
    "不十分",
    "やや不十分",
    "普通|ふつう",
    "おおむね十分|おおむね満足",
    "十分|十分満足",
  ],
  ["不合格", "合格"],
  [
    "入門|入門級",
    "初級|初級者",
    "初中級",
    "中級|中級者",
    "中上級",
    "上級|上級者",
    "超級|最上級",
  ],
  ["最低", "低|低い", "中低", "中|中程度|中位", "中高", "高|高い", "最高"],
  ["下の下", "下", "中の下", "中", "中の上", "上", "上の上|特上"],
  ["下位", "中位", "上位"],
  ["弱|弱い", "中|普通", "強|強い"],
  ["小", "中", "大"],
  ["×", "△", "○|〇", "◎"],
  [
    "verylow",
    "low",
    "medium-low|low-medium",
    "medium|mid|middle|moderate|average|intermediate",
    "medium-high|high-medium",
    "high",
    "veryhigh",
  ],
  [
    "novice|beginner|beginning",
    "elementary|basic",
    "pre-intermediate|lower-intermediate|lowerintermediate",
    "intermediate",
    "upper-intermediate|upperintermediate",
    "advanced",
    "proficient|expert|superior|distinguished",
  ],
  [
    "verybad|verypoor|terrible",
    "bad|poor",
    "ordinary|fair|average|ok|okay|medium|satisfactory",
    "good",
    "verygood",
    "excellent|outstanding",
  ],
  ["unsatisfactory|inadequate", "satisfactory|adequate", "good", "excellent"],
  [
    "belowexpectations|below",
    "meetsexpectations|meets",
    "exceedsexpectations|exceeds",
  ],
  [
    "fail|failed",
    "pass|passed",
    "merit|credit",
    "distinction",
    "highdistinction",
  ],
  ["weak", "average|medium|moderate", "strong"],
  ["small", "medium", "large"],
  ["never", "rarely|seldom", "sometimes", "often", "always"],
  [
    "stronglydisagree",
    "disagree",
    "neutral|neitheragreenordisagree",
    "agree",
    "stronglyagree",
  ],
  [
    "ungenügend",
    "mangelhaft",
    "ausreichend|genügend",
    "befriedigend",
    "gut",
    "sehrgut",
  ],
  ["schlecht", "mittel|mittelmäßig", "gut", "sehrgut"],
  ["niedrig", "mittel", "hoch"],
];

const KANJI = "〇一二三四五六七八九";

/**
 * `10級` as what stands before its number, the number, and what stands behind.
 */
function parts(label: string): readonly [string, number, string] | undefined {
  const digits = label.replace(
    /([一二三四五六七八九])?十([一二三四五六七八九])?(?=[級段年])/g,
    (_, tens = "一", ones = "〇") =>
      `${KANJI.indexOf(tens)}${KANJI.indexOf(ones)}`,
  ).replace(
    /^(準?)([一二三四五六七八九])(?=[級段年])/,
    (_, half, digit) => half + KANJI.indexOf(digit),
  ).replace(/^初(?=段)/, "1");
  const [, before, number, behind] =
    /^(\D*?)([+-]?\d+(?:\.\d+)?)(\D*)$/.exec(digits) ?? [];
  return number === undefined ? undefined : [before!, Number(number), behind!];
}

/**
 * Numbers, with the same unit: `3点`, `Level 2`; 級 and JLPT's N count down.
 */
function byNumber(labels: readonly string[]): Ranks {
  const found = labels.map(parts);
  if (found.includes(undefined)) return undefined;
  const all = found as (readonly [string, number, string])[];
  const [[, , unit]] = all as [readonly [string, number, string]];
  const isHalf = (before: string): boolean => before === "準" && unit === "級";
  const starts = new Set(all.map(([before]) => isHalf(before) ? "" : before));
  if (starts.size > 1 || all.some(([, , behind]) => behind !== unit)) {
    return undefined;
  }
  const [start] = [...starts];
  const isJlpt = start === "n" && unit === "" &&
    all.every(([, number]) => number >= 1 && number <= 5);
  const sign = unit === "級" || unit === "位" || isJlpt ? -1 : 1;
  // 準2級 is half a rank below 2級.
  return all.map(([before, number]) =>
    sign * number - (isHalf(before) ? 0.5 : 0)
  );
}

/** School grades S, A, B, ... F, with + and -. */
function byLetter(labels: readonly string[]): Ranks {
  const letters = "fedcbas";
  const ranks = labels.map((label) => {
    const [, letter, sign = ""] = /^(ss|aa|[sa-f])([+-]?)$/.exec(label) ?? [];
    if (letter === undefined) return NaN;
    const rank = letters.indexOf(letter[0]!) + (letter.length - 1) / 2;
    return rank + (sign === "+" ? 0.25 : sign === "-" ? -0.25 : 0);
  });
  return ranks.some(Number.isNaN) ? undefined : ranks;
}

/** The Common European Framework: `A1`, `A2+`, `B1.2`, `A1-A2`, `pre-A1`. */
function byFramework(labels: readonly string[]): Ranks {
  const one = /^(pre-)?([abc])([012])(?:\.(\d)|(\+))?$/;
  const rank = (level: string): number => {
    const [, pre, letter, number, part, plus] = one.exec(level) ?? [];
    if (letter === undefined) return NaN;
    return 10 * "abc".indexOf(letter) + 3 * Number(number) +
      (part === undefined ? 0 : Number(part) / 4) + (plus ? 1 : 0) -
      (pre ? 2 : 0);
  };
  const ranks = labels.map((label) => {
    const [, from, to] =
      /^((?:pre-)?[abc]\d[.+\d]*)(?:[-\/~〜]([abc]\d[.+\d]*))?$/.exec(label) ??
        [];
    if (from === undefined) return NaN;
    return to === undefined ? rank(from) : (rank(from) + rank(to)) / 2;
  });
  return ranks.some(Number.isNaN) ? undefined : ranks;
}

/** One of the scales that are words. */
function byWord(labels: readonly string[]): Ranks {
  for (const scale of SCALES) {
    const ranks = labels.map((label) =>
      scale.findIndex((words) => words.split("|").includes(label))
    );
    if (!ranks.includes(-1)) return ranks;
  }
  return undefined;
}

type Ranks = readonly number[] | undefined;

/**
 * Labels from the lowest to the highest, if they all belong to one scale that
 * is known: numbers, also with a unit (`3点`, `10級`), CEFR, school grades from
 * S to F, 秀優良可不可, and words such as low, medium, high.
 *
 * @param labels Different labels.
 * @returns The labels in their order; `undefined` if no scale has them all, or
 * two of them stand for one rank.
 */
export function knownOrder(
  labels: readonly string[],
): readonly string[] | undefined {
  const folded = labels.map(foldLabel);
  for (const ranksOf of [byNumber, byFramework, byLetter, byWord]) {
    const ranks = ranksOf(folded);
    if (ranks === undefined || new Set(ranks).size < ranks.length) continue;
    return labels.map((label, i) => ({ label, rank: ranks[i]! }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ label }) => label);
  }
  return undefined;
}
