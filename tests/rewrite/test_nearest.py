"""Every key misspelt once finds its right name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from report.content.form import Log, find, open_form
from report.content.keys import BLOCKS, COMMON, OUTER, SHAPES, WORDS, Key
from report.content.nearest import alike, distance, nearest
from report.content.source import Fields, Scalar
from report.problem import Place

HERE = Place("f", 1, 1)
STRANGERS = {"zh": "囧某", "en": "q"}
"""Characters that no name has."""
ALONE = {"zh": 0.93, "en": 0.995}
"""The least share of slips for which one name alone is told."""
WITH_COMMON = {block.shape for block in BLOCKS if block.short not in ("list", "rows", "path")}


def shapes() -> Iterator[tuple[str, tuple[Key, ...]]]:
    """The keys of each kind of map, with those that all blocks share where it has them."""
    for shape, keys in SHAPES.items():
        yield shape, (*keys, *COMMON) if shape in WITH_COMMON else keys


def lists(language: str) -> dict[str, list[str]]:
    """All lists of names from which one may be meant."""

    def shown(rows: object) -> list[str]:
        return [row.zh if language == "zh" else row.name for row in rows]  # type: ignore[attr-defined]

    found = {shape: shown(keys) for shape, keys in shapes() if keys}
    found |= {"blocks": shown(BLOCKS), "inner": shown(row for row in BLOCKS if row.name not in OUTER)}
    words = {f"word:{t}": list(w) if language == "zh" else list(dict.fromkeys(w.values())) for t, w in WORDS.items()}
    return found | words


def slips(name: str, strangers: str) -> Iterator[str]:
    """A name with one character left out, put in, replaced or swapped with the next."""
    for i in range(len(name)):
        yield name[:i] + name[i + 1 :]
        yield name[:i] + name[i + 1 : i + 2] + name[i] + name[i + 2 :]
        for stranger in strangers:
            yield name[:i] + stranger + name[i + 1 :]
            yield name[:i] + stranger + name[i:]


def half_left(name: str, slip: str) -> bool:
    return bool(slip) and 2 * (Counter(name) & Counter(slip)).total() >= len(name)


def misspelt(language: str) -> Iterator[tuple[list[str], str, str]]:
    """All names of a list, one of them, and a slip of it that is no other name."""
    for names in lists(language).values():
        for name in names:
            for slip in dict.fromkeys(slips(name, STRANGERS[language])):
                if slip not in names and half_left(name, slip):
                    yield names, name, slip


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_right_name_is_told_for_every_slip(language: str) -> None:
    """Where several are as near, all are told (某题 may be 标题 or 副题): some Chinese names, hardly an English one."""
    told = [(name, slip, nearest(slip, names)) for names, name, slip in misspelt(language)]
    assert [one for one in told if one[0] not in one[2].split(" / ")] == []
    assert sum(name == near for name, _, near in told) >= ALONE[language] * len(told)
    assert len(told) > 4000


def test_a_slip_of_sound_or_look_has_one_answer() -> None:
    """Input methods give characters of the same sound: 付题 is 副题, though 标题 and 主题 are as near by letters."""
    for names in lists("zh").values():
        for name in names:
            for slip in [name[:i] + other + name[i + 1 :] for i, char in enumerate(name) for other in likes(char)]:
                if slip not in names and len(name) > 1:
                    assert nearest(slip, names) == name, slip


def likes(char: str) -> Iterator[str]:
    return (other for other in "表提付负板眉每涂工种班扁拦做象形原时地位约坐终" if other != char and alike(other, char))


@pytest.mark.parametrize(
    ("written", "names", "meant"),
    [
        ("付题", ["标题", "副题", "主题"], "副题"),
        ("标提", ["标题", "标语"], "标题"),
        ("某题", ["标题", "副题"], "标题 / 副题"),
        ("骑马丁", ["骑马订", "胶订"], "骑马订"),
        ("大度十六开", ["大度16开", "正度16开", "大度8开"], "大度16开"),
        ("年月曰", ["年月", "年月日"], "年月日"),
        ("件", ["表", "文件"], "文件"),
        ("叶", ["页", "章"], "页"),
        ("tilte", ["title", "file"], "title"),
        ("colour", ["title", "file"], ""),
        ("两委比列", ["两委比例", "代表比例"], "两委比例"),
        ("", ["题"], ""),
    ],
)
def test_nearest(written: str, names: list[str], meant: str) -> None:
    assert nearest(written, names) == meant


def test_the_nearest_of_thousands_is_found() -> None:
    names = [f"{group}{number}人次" for group in ("培训", "走访", "救助") for number in range(1000)]
    assert nearest("走坊77人次", names).split(" / ")[0] == "走访77人次"


def test_a_distance_is_nothing_between_equals_and_grows_with_slips() -> None:
    assert distance("标题", "标题") == 0
    assert distance("标", "标题") < distance("某题", "标题") < distance("某某", "标题")


@pytest.mark.parametrize(("shape", "keys"), list(shapes()))
def test_a_misspelt_key_is_told_with_its_name(shape: str, keys: tuple[Key, ...]) -> None:
    """The same through the reader: the problem of an unknown key names the key that was meant."""
    for key in keys:
        for language in ("zh", "en"):
            name = key.zh if language == "zh" else key.name
            slip = name + STRANGERS[language][0]
            log = Log(language=language)
            find(Scalar(slip, True, HERE), keys, log)
            (problem,) = log.problems
            assert name in dict(problem.values)["near"].split(" / ") or len(name) == 1
    assert open_form(Fields((), HERE), shape, Log()) is not None
