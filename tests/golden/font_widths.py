"""Writes scripts/figures/font_widths.ts: how wide letters are, at the widest.

python3 tests/golden/font_widths.py > scripts/figures/font_widths.ts

Made with Python 3.11.2, fonttools 4.38.0 (Debian's python3-fonttools) and the
fonts of Debian 12: fonts-dejavu-core 2.37-6, fonts-noto-core 20201225-1,
fonts-liberation 1:1.07.4-11, fonts-noto-cjk 1:20220127+repack1-1.
"""

import math
from fontTools.ttLib import TTCollection, TTFont

FONTS = "/usr/share/fonts/"
FILES = {
    "regular": [
        "truetype/dejavu/DejaVuSans.ttf",
        "truetype/noto/NotoSans-Regular.ttf",
        "truetype/liberation/LiberationSans-Regular.ttf",
        "opentype/noto/NotoSansCJK-Regular.ttc",
    ],
    "bold": [
        "truetype/dejavu/DejaVuSans-Bold.ttf",
        "truetype/noto/NotoSans-Bold.ttf",
        "truetype/liberation/LiberationSans-Bold.ttf",
        "opentype/noto/NotoSansCJK-Bold.ttc",
    ],
}
# What is measured letter by letter: ASCII, Latin 1, and what the pictures say.
SINGLE = [*range(0x20, 0x7F), *range(0xA0, 0xAD), *range(0xAE, 0x100),
          *map(ord, "–—‘’“”•…−→≤≥≠≈⋮")]
# What else is written from left to right: Latin Extended-A, Greek, Cyrillic.
OTHERS = [*range(0x100, 0x180), *range(0x370, 0x400), *range(0x400, 0x460)]


def opened(file):
    if not file.endswith(".ttc"):
        return TTFont(FONTS + file)
    return next(font for font in TTCollection(FONTS + file)
                if font["name"].getDebugName(1) == "Noto Sans CJK JP")


def hundredths(fonts, letter):
    """The letter's widest width, in hundredths of the size, rounded up."""
    widths = [
        font["hmtx"][font.getBestCmap()[letter]][0] / font["head"].unitsPerEm
        for font in fonts if letter in font.getBestCmap()
    ]
    return math.ceil(100 * max(widths, default=0) - 1e-9)


print("""/**
 * How wide letters are, in hundredths of the font's size: the widest that they
 * are in DejaVu Sans, Noto Sans, Liberation Sans and Noto Sans CJK JP.
 * Made by tests/golden/font_widths.py, which names the versions.
 */

/** The letters of each width; `other` is for those that are not listed. */
export interface FontWidths {
  readonly other: number;
  readonly letters: readonly (readonly [width: number, letters: string])[];
}
""")
for weight, files in FILES.items():
    fonts = [opened(file) for file in files]
    groups = {}
    for letter in SINGLE:
        groups.setdefault(hundredths(fonts, letter), []).append(chr(letter))
    other = max(hundredths(fonts, letter) for letter in OTHERS)
    print(f"/** Of {weight} letters. */")
    print(f"export const {weight}: FontWidths = {{")
    print(f"  other: {other},")
    print("  letters: [")
    for width in sorted(groups):
        letters = "".join(groups[width]).replace("\\", "\\\\")
        letters = letters.replace("\xa0", "\\u00a0")
        quote = "'" if '"' in letters else '"'
        letters = letters.replace("'", "\\'") if quote == "'" else letters
        print(f"    [{width}, {quote}{letters}{quote}],")
    print("  ],")
    print("};\n" if weight == "regular" else "};")
