"""Text as four extractors read it: equal to the source once white space is dropped."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.drawing import Item
from tests.pdf import tiny

LATIN = "含Latin字母、2024年与5.5％，“引号”和（括号）；破折号——一个字形，省略号……两个。"
COLUMNS = "开封，古称汴京（东京），八朝古都。“车水马龙”之景……画中人物八百余——各具神态。"
SAMPLES: dict[str, tuple[str, tuple[Item, ...]]] = {
    "one line": ("妇女儿童是最美的花", tiny.line("妇女儿童是最美的花", 20, 20)),
    "a justified paragraph with Latin": (LATIN, tiny.paragraph(LATIN, 20, 20, 132)),
    "vertical columns": (COLUMNS, tiny.columns(COLUMNS, 210, 20, 120)),
    "beyond the basic plane": ("上𠮷下𠀋", tiny.line("上𠮷下𠀋", 20, 20)),
    "with a variation selector": ("葛\U000e0100城", tiny.line("葛\U000e0100城", 20, 20)),
    "one glyph for two characters": ("甲——乙", tiny.line("甲——乙", 20, 20)),
    "two glyphs for two characters": ("ax\u0301b", tiny.line("ax\u0301b", 20, 20, tiny.style(family="latin-sans"))),
    "one glyph with two texts": ("µ与μ", tiny.line("µ与μ", 20, 20, tiny.style(family="latin-sans"))),
    "white space of two kinds": ("10\u00a0km 20", tiny.line("10\u00a0km 20", 20, 20, tiny.style(family="latin-sans"))),
}


def surplus() -> tuple[Item, ...]:
    """ǹ drawn as n and a grave accent, which stands for no text of its own."""
    open_face = tiny.faces().open("song", 400)
    n, grave = (open_face.glyph(char) for char in "n\u0300")
    return (
        tiny.run(
            ("a", "ǹ", "", "b"), (open_face.glyph("a"), n, grave, open_face.glyph("b")), (500.0, 600.0, 0.0, 600.0)
        ),
    )


SAMPLES["two glyphs for one character"] = ("aǹb", surplus())


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("text")
    made = {}
    for i, (name, (_, items)) in enumerate(SAMPLES.items()):
        made[name] = folder / f"{i}.pdf"
        made[name].write_bytes(tiny.pdf((tiny.p(*items),)))
    return made


@pytest.mark.parametrize("extractor", tiny.EXTRACTORS)
@pytest.mark.parametrize("sample", SAMPLES)
def test_text_is_the_source(files: dict[str, Path], sample: str, extractor: str) -> None:
    said = tiny.EXTRACTORS[extractor](files[sample])
    assert tiny.squashed(said) == tiny.squashed(SAMPLES[sample][0])


def test_all_of_them_conform(files: dict[str, Path]) -> None:
    from tests.verapdf import assert_conforms

    assert_conforms(*files.values())
