/** What is wrong with a program, and where. */
import { message, type Text } from "../../cli/message.ts";

/** Something that a program must not have. */
export interface Problem {
  readonly text: Text;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
}

/** A place in a text, given by how many letters stand before it. */
export function problemAt(source: string, place: number, text: Text): Problem {
  const before = source.slice(0, place).split(/\r\n|[\n\r\u2028\u2029]/);
  return { text, line: before.length, column: before.at(-1)!.length + 1 };
}

const atPlace = message({
  ja: "exercises.ts の {line} 行目 {column} 文字目：{text}",
  en: "exercises.ts, line {line}, column {column}: {text}",
});

/** A problem with its place. */
export function problemText(problem: Problem): Text {
  return atPlace({ ...problem });
}

const wideLetter = message({
  ja: "全角の「{wide}」があります。半角の {plain} に直してください。",
  en: 'There is a full-width "{wide}"; write {plain} in its place.',
});
const wideMark = message({
  ja: "「{wide}」はプログラムの記号ではありません。",
  en: '"{wide}" is no sign of a program.',
});
const unseen = message({
  ja: "見えない文字（{code}）があります。消してください。",
  en: "There is a letter that cannot be seen ({code}); remove it.",
});
const unexpected = message({
  ja:
    "ここに「{word}」があるのは文法に合いません。その前のカッコ、コンマ、演算子を確かめてください。",
  en:
    '"{word}" does not fit here. Look at the brackets, commas and operators before it.',
});
/** What is said of a program that is not closed. */
export const endOfFile: Text = {
  ja:
    "プログラムが途中で終わっています。閉じていないカッコがないか、確かめてください。",
  en: "The program ends too early. Is there a bracket that is not closed?",
};
const openText: Text = {
  ja: "文字列が閉じていません。引用符を確かめてください。",
  en: "A text is not closed; look at its quotation marks.",
};
/** What is said of a comment that is not closed. */
export const openComment: Text = {
  ja: "コメント /* が閉じていません。",
  en: "A comment that begins with /* is not closed.",
};
/** What is said of a long text that is not closed. */
export const openTemplate: Text = {
  ja: "「`」で始まる文字列が閉じていません。",
  en: "A text that begins with ` is not closed.",
};
/** A text with a word of the program in it. */
type OfWord = (filling: { readonly word: string }) => Text;

/** What is said of a name that has two meanings. */
export const declaredTwice: OfWord = message({
  ja: "{word} が二度宣言されています。",
  en: "{word} is declared twice.",
});
/** What is said of a name in two exports. */
export const exportedTwice: OfWord = message({
  ja: "{word} が二度 export されています。",
  en: "{word} is exported twice.",
});
/** What is said of an export without a declaration. */
export const notDeclared: OfWord = message({
  ja: "{word} を export していますが、{word} がありません。",
  en: "{word} is exported, but there is no {word}.",
});
const reserved = message({
  ja: "{word} は名前として使えません。",
  en: "{word} cannot be a name.",
});
const other: Text = {
  ja: "ここは文法に合いません。",
  en: "The syntax is wrong here.",
};
/** What is too deep for every reader of programs. */
export const tooDeep: Text = {
  ja: "カッコや式の入れ子が深すぎます。",
  en: "Brackets or expressions are nested too deeply.",
};

/** Marks of a Japanese keyboard that are not just wide letters. */
const marks: Readonly<Record<string, string>> = {
  "「": '"',
  "」": '"',
  "“": '"',
  "”": '"',
  "‘": "'",
  "’": "'",
  "、": ",",
  "。": ".",
  "×": "*",
  "÷": "/",
  "−": "-",
  "ー": "-",
  "–": "-",
  "—": "-",
  "―": "-",
  "‐": "-",
  "≤": "<=",
  "≦": "<=",
  "≥": ">=",
  "≧": ">=",
  "≠": "!==",
  "→": "=>",
  "⇒": "=>",
  "￥": "\\",
};

/** The letter of a program that a wide one stands for. */
function plainOf(letter: string): string | undefined {
  const code = letter.charCodeAt(0);
  const isWide = code >= 0xff01 && code <= 0xff5e;
  return marks[letter] ??
    (isWide ? String.fromCharCode(code - 0xfee0) : undefined);
}

/** The words that the parser has for what we say ourselves. */
const known: readonly (readonly [RegExp, Text])[] = [
  [/Unterminated string/, openText],
  [/Unterminated comment/, openComment],
  [/Unterminated template/, openTemplate],
  [/stack space/, tooDeep],
  [/'await' outside/, {
    ja: "await はここでは使えません。待つものはないので、消してください。",
    en: "await cannot be used here. There is nothing to wait for: remove it.",
  }],
  [/^Assigning to|left-hand side/, {
    ja: "= の左にあるものには、値を入れられません。",
    en: "No value can be put into what stands left of the =.",
  }],
  [/Unterminated regular expression/, {
    ja:
      "「/」の使い方が違います。割り算なら左に値が要ります。コメントは // で始めます。",
    en:
      "This / does not fit here. A division has a value on its left; a comment begins with //.",
  }],
  [/'return' outside/, {
    ja:
      "関数の外に return があります。その前の } が多くないか、確かめてください。",
    en:
      "There is a return outside of a function. Is there a } too many before it?",
  }],
  [/^Unsyntactic/, {
    ja: "ループの外に break か continue があります。",
    en: "There is a break or continue outside of a loop.",
  }],
  [/after number|^Invalid number/, {
    ja: "数の書き方が違います。名前を数字で始めることもできません。",
    en: "A number is not written so, and no name begins with a digit.",
  }],
  [/^Argument name clash/, {
    ja: "同じ名前の引数が二つあります。",
    en: "Two parameters have the same name.",
  }],
  [/^Missing catch/, {
    ja: "try の後に catch か finally が要ります。",
    en: "A try needs a catch or finally behind it.",
  }],
];

/**
 * What a parser complains of, in words for a beginner.
 *
 * @param source The program.
 * @param place Where the parser stopped.
 * @param said What it said.
 */
export function syntaxProblem(
  source: string,
  place: number,
  said: string,
): Problem {
  return problemAt(source, place, syntaxText(source.slice(place), said));
}

function syntaxText(rest: string, said: string): Text {
  const found = known.find(([pattern]) => pattern.test(said));
  if (found !== undefined) return found[1];
  const [, twice] = /Identifier '(.+)' has already been declared/.exec(said) ??
    [];
  if (twice !== undefined) return declaredTwice({ word: twice });
  const [, missing] = /Export '(.+)' is not defined/.exec(said) ?? [];
  if (missing !== undefined) return notDeclared({ word: missing });
  const [, word] = /(?:keyword|reserved word) '(.+)'/.exec(said) ?? [];
  if (word !== undefined) return reserved({ word });
  const [letter = ""] = rest.trimStart();
  if (letter === "") return endOfFile;
  const plain = plainOf(letter);
  if (plain !== undefined) return wideLetter({ wide: letter, plain });
  if (/\p{Cf}/u.test(letter)) {
    const code = letter.charCodeAt(0).toString(16).toUpperCase();
    return unseen({ code: `U+${code.padStart(4, "0")}` });
  }
  if (/[^ -~]/.test(letter) && !/\p{ID_Start}/u.test(letter)) {
    return wideMark({ wide: letter });
  }
  if (!/Unexpected token|Unexpected character/.test(said)) return other;
  return unexpected({ word: firstWord(rest.trimStart()) });
}

function firstWord(text: string): string {
  return /^(?:[\p{ID_Continue}$]+|[^\p{ID_Continue}\s]{1,2})/u.exec(text)![0];
}
