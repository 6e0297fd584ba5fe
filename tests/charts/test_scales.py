"""Round steps of an axis, where it may start, which periods may be left out and where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.charts.scales import Scale, axis, cut, is_sequence, shares


@pytest.mark.parametrize(
    ("low", "high", "power", "texts"),
    [
        (0, 48.9, 0, "0 10 20 30 40 50"),
        (0, 2.14, 0, "0.0 0.5 1.0 1.5 2.0 2.5"),
        (0, 21400, 4, "0.0 0.5 1.0 1.5 2.0 2.5"),
        (95.8, 98.2, 0, "95.5 96.0 96.5 97.0 97.5 98.0 98.5"),
        (-3, 5, 0, "−4 −2 0 2 4 6"),
        (0, 360000000, 8, "0 1 2 3 4"),
        (0, 0, 0, "0.0 0.2 0.4 0.6 0.8 1.0"),
        (0, 0.003, 0, "0.000 0.001 0.002 0.003"),
    ],
)
def test_an_axis_in_round_steps(low: float, high: float, power: int, texts: str) -> None:
    assert " ".join(axis(low, high, 5, power).texts) == texts


@given(st.floats(-1e9, 1e9), st.floats(-1e9, 1e9), st.integers(1, 9), st.sampled_from([0, 4, 8]))
def test_an_axis_holds_its_values_and_its_texts_are_its_ticks(a: float, b: float, steps: int, power: int) -> None:
    low, high = min(a, b), max(a, b)
    found = axis(low, high, steps, power)
    assert found.low <= low
    assert found.high >= high
    assert len(found.ticks) <= steps + 2
    said = [float(text.replace("−", "-")) * 10**power for text in found.texts]
    assert said == pytest.approx(list(found.ticks), rel=1e-9, abs=1e-9)


def test_a_scale_of_one_value_puts_it_at_its_start() -> None:
    assert Scale(0, 10, 100, 0).at(2.5) == 75
    assert Scale(3, 3, 100, 0).at(3) == 100


@pytest.mark.parametrize(
    ("low", "high", "may"), [(95.9, 98.2, True), (2.6, 4.7, False), (-1, 5, False), (0, 0, False), (5, 5, True)]
)
def test_an_axis_is_cut_where_all_values_stand_high(low: float, high: float, may: bool) -> None:
    assert cut(low, high, 0.8) is may
    assert not cut(low, high, 0.0)


@pytest.mark.parametrize(
    ("names", "may"),
    [
        (["2021年", "2022年"], True),
        (["第一期", "第二期"], True),
        (["1月", "12月"], True),
        (["甲区", "乙区"], False),
        (["2021年", "2021年上半年"], False),
        (["2021"], False),
    ],
)
def test_names_that_differ_in_their_numbers_only_are_a_sequence(names: list[str], may: bool) -> None:
    assert is_sequence(names) is may


def test_years_stand_by_their_distance_and_all_else_evenly() -> None:
    assert shares(["2010年", "2015年", "2020年", "2021年"]) == pytest.approx((0, 5 / 11, 10 / 11, 1))
    assert shares(["一月", "二月", "三月"]) == (0, 0.5, 1)
    assert shares(["2021", "2020", "2019"]) == (0, 0.5, 1)
    assert shares(["合计"]) == (0,)
