/** A formula in TeX, as a line of plain text for the terminal. */
const symbols: Record<string, string> = {
  "\\sum": "Σ",
  "\\eta": "η",
  "\\delta": "δ",
  "\\cdot": "·",
  "\\times": "×",
  "\\approx": "≈",
  "\\leftarrow": "←",
  "\\to": "→",
  "\\ln": "ln",
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

/**
 * Writes `\frac{a}{b}` as a / b, greek letters and sums as signs, and short indices and powers as
 * small letters where Unicode has them.
 */
export function plainFormula(tex: string): string {
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
  // Fractions last, because their parts are done by now.
  for (let before = ""; before !== text;) {
    before = text;
    text = text.replace(
      /\\t?frac\{([^{}]*)\}\{([^{}]*)\}/,
      (_, over, under) => {
        if (over === "1" && under === "2") return "½";
        const slash = /\s/.test(over + under) ? " / " : "/";
        return grouped(over) + slash + grouped(under);
      },
    );
  }
  return text.replace(/\\\{/g, "{").replace(/\\\}/g, "}").replace(/ +\n/g, "\n")
    .trim();
}

function small(
  text: string,
  letters: Record<string, string>,
  otherwise: string,
): string {
  const mapped = [...text].map((letter) => letters[letter]);
  return mapped.includes(undefined) ? otherwise : mapped.join("");
}

function grouped(part: string): string {
  const trimmed = part.trim();
  return /[ +\-=]/.test(trimmed) ? `(${trimmed})` : trimmed;
}
