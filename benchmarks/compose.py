"""How fast the composer is: characters a second, one core, warm, without painting: `compose.py [TEXT]`."""

from __future__ import annotations

import gc
import random
import sys
from collections.abc import Sequence
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from report.colour import BLACK
from report.content.catalogue import read_catalogue
from report.resources import fonts
from report.typeset import Span, TextStyle, set_paragraph
from report.typeset.faces import Faces

STYLE = TextStyle("song", 400, 10.5, 18.375, BLACK, indent=2.0)
FLOORS = {40: 600_000, 22: 400_000}
"""Characters a second that each measure (in em) is to reach."""
ROUNDS = 5
PARAGRAPHS, SENTENCES = 1100, 8
MIXED = (
    "项目于2019年启动，",
    "覆盖12个村，",
    "“慢慢来”，她说，",
    "（见第3页）",
    "面积368.5亩，",
    "比上年提高4.2%，",
    "《村志》里写道：",
)


def plain_text(seed: int) -> list[str]:
    """Paragraphs of common characters in sentences, a seventh of them with figures, quotes and brackets."""
    chance = random.Random(seed)
    common = [bytes((high, low)).decode("gb2312") for high in range(0xB0, 0xD7) for low in range(0xA1, 0xFA)]
    return ["".join(_sentence(chance, common) for _ in range(SENTENCES)) for _ in range(PARAGRAPHS)]


def _sentence(chance: random.Random, common: Sequence[str]) -> str:
    first = "".join(chance.choices(common, k=chance.randint(6, 12)))
    second = "".join(chance.choices(common, k=chance.randint(5, 14)))
    mixed = chance.choice(MIXED) if chance.random() < 1 / 7 else ""
    return f"{mixed}{first}，{second}。"


def speed(texts: Sequence[str], measure: int, faces: Faces) -> float:
    """Characters a second, the best of some rounds; nothing that was set before is found again."""
    best = float("inf")
    for _ in range(ROUNDS):
        faces.paragraphs.clear()
        gc.collect()
        start = process_time()
        for text in texts:
            set_paragraph([Span(text)], measure * STYLE.size, STYLE, faces)
        best = min(best, process_time() - start)
    return sum(map(len, texts)) / best


def main(arguments: Sequence[str]) -> int:
    texts = Path(arguments[0]).read_text(encoding="utf-8").split("\n") if arguments else plain_text(1)
    faces = Faces(read_catalogue(fonts() / "fonts.yaml"))
    for text in plain_text(2)[:200]:
        set_paragraph([Span(text)], 30 * STYLE.size, STYLE, faces)
    slow = 0
    for measure, floor in FLOORS.items():
        found = speed(texts, measure, faces)
        slow += found < floor and not arguments
        print(f"{measure} em: {found:,.0f} characters a second (floor {floor:,})")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
