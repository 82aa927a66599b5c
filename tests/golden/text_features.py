"""Writes text_features.json: what is counted in made-up essays, without any of
the kit's code and without ICU. German and English words are found by a pattern;
the Japanese pieces and all sentences are cut by hand.

Run with `python3 tests/golden/text_features.py`.
"""

import json
import math
import pathlib
import platform
import re
from fractions import Fraction

WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:['’][^\W_]+)*")

GERMAN = [
    "Liebe Julia,\n\n",
    "wie geht's dir?",
    "Mir geht es gut!",
    "Am 3. Oktober fahre ich mit Dr. Müller nach Hamburg, weil dort der "
    "Hafengeburtstag gefeiert wird.",
    "Die Fahrkarte kostet 49,90 Euro, d.h. wir müssen sparen.",
    "Wir nehmen z. B. Brote mit.",
    "Meine Schwester bleibt zu Hause, denn sie muss für die "
    "Abschlussprüfung lernen, und meine Mutter hilft ihr dabei.",
    "Schreib mir bald!",
]
ENGLISH = [
    "Mr. Smith isn't at home today.",
    "So did I.",
    "It's a well-known idea, isn't it?",
    "We don’t know when he'll come back, and the neighbours don't know either.",
    "He left 1,234 letters in the hall, e.g. Christmas cards.",
]
JAPANESE = [
    (["私", "は", "昨日", "東京", "へ", "行き", "ま", "した"],
     "私は昨日、東京へ\n行きました。"),
    (["データ", "を", "3", "つ", "12.5", "増", "や", "した"],
     "ﾃﾞｰﾀを３つ、12.5%増やした。"),
    (["コンピューター", "と", "スマート", "フォン", "を", "使う"],
     "コンピューターとスマートフォンを使う。"),
]


def words(sentence):
    return [w.lower().replace("’", "'") for w in WORD.findall(sentence)]


def counted(tokens, sentences, long):
    windows = (
        [tokens[i : i + 50] for i in range(len(tokens) - 49)]
        if len(tokens) > 50
        else [tokens]
    )
    lengths = [sum(c.isalnum() for c in t) for t in tokens]
    n = len(tokens)
    return {
        "words": n,
        "sentences": sentences,
        "types": len(set(tokens)),
        "guiraud": len(set(tokens)) / math.sqrt(n),
        "mattr": float(
            sum(Fraction(len(set(w)), len(w)) for w in windows) / len(windows)
        ),
        "sentenceLength": n / sentences,
        "wordLength": sum(lengths) / n,
        "longWords": sum(x >= long for x in lengths) / n,
    }


cases = []
for language, text in (("de", GERMAN), ("en", ENGLISH)):
    for repeat in (1, 3):
        sentences = text * repeat
        tokens = [w for s in sentences for w in words(s)]
        cases.append({
            "language": language,
            "text": " ".join(sentences),
            "features": counted(tokens, len(sentences), 7),
        })
for repeat in (1, 4):
    sentences = JAPANESE * repeat
    tokens = [p for pieces, _ in sentences for p in pieces]
    cases.append({
        "language": "ja",
        "text": "".join(text for _, text in sentences),
        "features": counted(tokens, len(sentences), 4),
    })
table = {"python": platform.python_version(), "cases": cases}
pathlib.Path(__file__).with_suffix(".json").write_text(
    json.dumps(table, ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
)
