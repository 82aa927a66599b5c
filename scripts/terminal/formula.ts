/** A formula in TeX, as plain text for the terminal. */
import { unicodeWidth } from "@std/cli/unicode-width";

const symbols: Record<string, string> = {
  "\\sum": "Σ",
  "\\alpha": "α",
  "\\beta": "β",
  "\\lambda": "λ",
  "\\mu": "μ",
  "\\pi": "π",
  "\\sigma": "σ",
  "\\theta": "θ",
  "\\eta": "η",
  "\\delta": "δ",
  "\\cdot": "·",
  "\\times": "×",
  "\\ldots": "…",
  "\\cdots": "⋯",
  "\\approx": "≈",
  "\\leftarrow": "←",
  "\\to": "→",
  "\\ln": "ln",
  "\\log": "log",
  "\\cos": "cos",
  "\\exp": "exp",
  "\\max": "max",
  "\\quad": "   ",
  "\\,": " ",
  "\\top": "ᵀ",
  "\\left": "",
  "\\right": "",
};

const below: Record<string, string> = {
  ...Object.fromEntries(
    [..."0123456789"].map((digit, i) => [digit, "₀₁₂₃₄₅₆₇₈₉"[i]!]),
  ),
  i: "ᵢ",
  j: "ⱼ",
  k: "ₖ",
  n: "ₙ",
};

const above: Record<string, string> = {
  ...Object.fromEntries(
    [..."0123456789"].map((digit, i) => [digit, "⁰¹²³⁴⁵⁶⁷⁸⁹"[i]!]),
  ),
  T: "ᵀ",
  "ᵀ": "ᵀ",
};

const matrices = /\\begin\{pmatrix\}(.*?)\\end\{pmatrix\}/gs;
/** The first of the letters that stand for matrices while lines are made. */
const HELD = 0xe000;

/**
 * Writes `\frac{a}{b}` as a / b, greek letters and sums as signs, and short
 * indices and powers as small letters where Unicode has them. A `pmatrix` takes
 * a line for each of its rows.
 */
export function plainFormula(tex: string): string {
  const held: string[][] = [];
  const line = tex.replace(
    matrices,
    (_, inside) => String.fromCharCode(HELD + held.push(rowsOf(inside)) - 1),
  );
  return withMatrices(plainLine(line), held);
}

/** The rows of a matrix between brackets, their columns below each other. */
function rowsOf(inside: string): string[] {
  const rows = inside.split("\\\\")
    .map((row) => row.split("&").map((entry) => plainLine(entry)));
  const width = Math.max(...rows.flat().map((entry) => unicodeWidth(entry)));
  return rows.map((row, i) => {
    const entries = row.map((entry) =>
      entry + " ".repeat(width - unicodeWidth(entry))
    ).join(" ");
    const [open, close] = rows.length === 1
      ? "()"
      : i === 0
      ? "⎛⎞"
      : i === rows.length - 1
      ? "⎝⎠"
      : "⎜⎟";
    return open! + entries + close!;
  });
}

/** A line with its matrices, whose further rows stand below it. */
function withMatrices(line: string, held: readonly string[][]): string {
  const parts = line.split(/([\ue000-\uf8ff])/).map((part) =>
    held[part.charCodeAt(0) - HELD] ?? [part]
  );
  const height = Math.max(...parts.map(({ length }) => length));
  return Array.from(
    { length: height },
    (_, row) =>
      parts.map((part) => part[row] ?? " ".repeat(unicodeWidth(part[0]!))).join(
        "",
      ).trimEnd(),
  ).join("\n");
}

function plainLine(tex: string): string {
  let text = tex.replace(/\\text\{([^{}]*)\}|\\mathrm\{([^{}]*)\}/g, "$1$2");
  // This sign is no word: it joins what follows.
  text = text.replace(/\\partial\s+/g, "∂");
  text = text.replace(
    /\\[a-zA-Z]+|\\,/g,
    (command) => symbols[command] ?? command,
  );
  text = text.replace(
    /_\{([^{}]+)\}|_(.)/g,
    (whole, group, one) => small(group ?? one, below, whole),
  );
  text = text.replace(/\^\{([^{}]+)\}|\^(.)/g, (whole, group, one) => {
    const found = small(group ?? one, above, whole);
    return found === whole
      ? `^(${group ?? one})`.replace(/^\^\((.)\)$/, "^$1")
      : found;
  });
  text = text.replace(
    /\\sqrt\{([^{}]*)\}/g,
    (_, under) => /^.$/u.test(under) ? `√${under}` : `√(${under})`,
  );
  // Fractions last, because their parts are done by now.
  for (let before = ""; before !== text;) {
    before = text;
    text = text.replace(
      /\\t?frac\{([^{}]*)\}\{([^{}]*)\}/,
      (_, over, under) => {
        if (over === "1" && under === "2") return "½";
        const slash = /\s/.test(over + under) ? " / " : "/";
        return grouped(over) + slash + grouped(under, true);
      },
    );
  }
  return text.replace(/\\([{}])/g, "$1").trim();
}

function small(
  text: string,
  letters: Record<string, string>,
  otherwise: string,
): string {
  const mapped = [...text].map((letter) => letters[letter]);
  return mapped.includes(undefined) ? otherwise : mapped.join("");
}

/** A fraction's part, in brackets where a slash could be read in two ways. */
function grouped(part: string, below = false): string {
  const trimmed = part.trim();
  let outside = trimmed; // of brackets
  for (let before = ""; before !== outside;) {
    before = outside;
    outside = outside.replace(/\([^()]*\)/, "");
  }
  const sum = /[+\-=]/.test(outside);
  const product = below && outside.includes(" ") && !outside.startsWith("Σ");
  return sum || product ? `(${trimmed})` : trimmed;
}
