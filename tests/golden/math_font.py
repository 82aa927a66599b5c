"""The letters of formulas, as scripts/page/math_font.css has them.

A page's formulas need a font with a MATH table, or their sums are tiny; not
every machine has one. This takes what formulas use out of STIX Two Math
(SIL Open Font License 1.1), npm @fontsource/stix-two-math 5.3.0, with
fonttools 4.38.0:

/usr/bin/python3 tests/golden/math_font.py stix-two-math-latin-400-normal.woff2
"""
import base64
import io
import sys

from fontTools import subset

LETTERS = [
    (0x20, 0x7E),  # ASCII
    (0xAC, 0xAC), (0xB0, 0xB1), (0xB7, 0xB7), (0xD7, 0xD7), (0xF7, 0xF7),
    (0x302, 0x304),  # accents
    (0x393, 0x3A9), (0x3B1, 0x3C9), (0x3D5, 0x3D5), (0x3F5, 0x3F5),  # Greek
    (0x2026, 0x2026), (0x2032, 0x2033), (0x2061, 0x2064), (0x20D7, 0x20D7),
    (0x210E, 0x210E), (0x2113, 0x2113), (0x211D, 0x211D),
    (0x2190, 0x2194), (0x21A6, 0x21A6), (0x21D2, 0x21D2), (0x21D4, 0x21D4),
    (0x2200, 0x2203), (0x2205, 0x2209), (0x220F, 0x220F), (0x2211, 0x2213),
    (0x2218, 0x2218), (0x221A, 0x221A), (0x221D, 0x221E), (0x2223, 0x2225),
    (0x2229, 0x222B), (0x223C, 0x223C), (0x2245, 0x2248), (0x2260, 0x2261),
    (0x2264, 0x2265), (0x226A, 0x226B), (0x2282, 0x2287), (0x2299, 0x2299),
    (0x22A4, 0x22A5), (0x22C5, 0x22C5), (0x22EE, 0x22F1), (0x27E8, 0x27E9),
    (0x1D434, 0x1D467),  # italics
    (0x1D6E4, 0x1D71B),  # Greek italics
]

source = sys.argv[1]
options = subset.Options(flavor="woff2", layout_features=["*"], hinting=False)


def part_with(glyphs):
    """The font with these glyphs besides the letters, and those it lacks."""
    # A table that is read after the glyphs have new numbers has wrong ones.
    font = subset.load_font(source, options, lazy=False)
    font.ensureDecompiled()
    subsetter = subset.Subsetter(options)
    subsetter.populate(
        unicodes=[c for first, last in LETTERS for c in range(first, last + 1)],
        glyphs=glyphs,
    )
    subsetter.subset(font)
    variants = font["MATH"].table.MathVariants
    parts = set()
    for kind in ("VertGlyphConstruction", "HorizGlyphConstruction"):
        for made in getattr(variants, kind):
            parts |= {
                record.VariantGlyph
                for record in made.MathGlyphVariantRecord or []
            }
            if made.GlyphAssembly:
                parts |= {
                    record.glyph for record in made.GlyphAssembly.PartRecords
                }
    return font, parts - set(font.getGlyphOrder())


# What a part of a stretched sign is made of in turn is not found by itself.
wanted = set()
font, missing = part_with(wanted)
while missing:
    wanted |= missing
    font, missing = part_with(wanted)
out = io.BytesIO()
subset.save_font(font, out, options)
data = base64.b64encode(out.getvalue()).decode()
with open("scripts/page/math_font.css", "w") as file:
    file.write(
        "/* A part of STIX Two Math. Copyright 2001-2021 The STIX Fonts "
        "Project Authors (https://github.com/stipub/stixfonts); SIL Open Font "
        "License 1.1 (https://scripts.sil.org/OFL). "
        "Made by tests/golden/math_font.py. */\n"
        '@font-face {\n  font-family: "STIX Two Math";\n'
        '  src: local("STIX Two Math"), '
        f'url("data:font/woff2;base64,{data}") format("woff2");\n'
        "}\n"
    )
