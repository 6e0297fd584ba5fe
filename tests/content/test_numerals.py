"""Written numbers into values, printed forms against values, and figures into parts."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.content import numerals
from report.content.model import Approx, Figure


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1,280", "1280"),
        ("97.6", "97.6"),
        ("6.2万", "62000"),
        ("3.6亿", "360000000"),
        ("２８０００", "28000"),
        ("１，２８０", "1280"),
        ("百万", "1000000"),
        ("二十七", "27"),
        ("一千三百九十一", "1391"),
        ("三亿六千万", "360000000"),
        ("十", "10"),
        ("二〇二", None),
        ("-3.5", "-3.5"),
        ("2万亿", "2000000000000"),
        ("20,0000", None),
        ("两千多", None),
        ("12:30", None),
        ("", None),
        ("万", "10000"),
    ],
)
def test_a_written_number_has_an_exact_value(written: str, value: str | None) -> None:
    assert numerals.parse(written) == (None if value is None else Decimal(value))


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_plain_figures_are_read_back(value: Decimal) -> None:
    assert numerals.parse(f"{value:f}") == value


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("10万余", "100000"),
        ("20余万", "200000"),
        ("近百万", "1000000"),
        ("近千", "1000"),
        ("70%以上", "70"),
        ("265.8万", "2658000"),
        ("全覆盖", None),
    ],
)
def test_a_printed_form_names_a_number(printed: str, value: str | None) -> None:
    assert numerals.printed_value(printed) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("printed", "value", "approx", "good"),
    [
        ("10万余", "104000", "over", True),
        ("10万余", "99999", "over", False),
        ("近5万", "49000", "near", True),
        ("近5万", "50001", "near", False),
        ("25亿", "2503000000", "rounded", True),
        ("25亿", "2600000000", "rounded", False),
        ("21.1万", "211499", "rounded", True),
        ("21.1万", "211600", "rounded", False),
        ("943", "943", "exact", True),
        ("943", "944", "exact", False),
        ("全省第一", "1", "claim", True),
        ("许多", "8000", "over", False),
    ],
)
def test_a_printed_form_agrees_with_its_value_or_not(printed: str, value: str, approx: Approx, good: bool) -> None:
    assert numerals.agrees(printed, Decimal(value), approx) is good


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("943个", ("", "943", "个")),
        ("近2000人", ("近", "2000", "人")),
        ("20余万人次", ("", "20", "余万人次")),
        ("近百万人", ("近", "百万", "人")),
        ("近千场", ("近", "千", "场")),
        ("100%", ("", "100", "%")),
        ("1.5万名", ("", "1.5", "万名")),
        ("全覆盖", ("", "全覆盖", "")),
        ("全省第一", ("", "全省第一", "")),
        ("第一个", ("", "第一个", "")),
    ],
)
def test_a_figure_has_prefix_number_and_suffix(text: str, parts: tuple[str, str, str]) -> None:
    assert numerals.figure(text) == Figure(*parts)
    assert numerals.figure(text).text == text


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("10000", "1万"),
        ("28000", "2.8万"),
        ("2500000000", "25亿"),
        ("943", "943"),
        ("12345", "12345"),
        ("97.60", "97.6"),
    ],
)
def test_a_value_is_worded(value: str, words: str) -> None:
    assert numerals.wording(Decimal(value)) == words
