"""Each check of a theme, shown by a theme that has the fault and nothing else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from report.colour import Cmyk, contrast, on_screen
from report.content.source import load, plain
from report.content.theme import read_theme
from report.content.themecheck.checking import check_theme
from report.content.themecheck.uses import PICTURE, uses
from tests.themes.making import BROCHURE, FOGRA39, PRESS, found, theme, told, value


def test_the_built_in_theme_has_nothing_but_what_it_accepts() -> None:
    _, problems = check_theme(BROCHURE, PRESS)
    assert [(p.severity, p.code, dict(p.values)["where"]) for p in problems] == [
        ("notice", "low-contrast", "tiles.泥金.note"),
        ("notice", "low-contrast", "tiles.宣.note"),
        ("notice", "low-contrast", "小城.folio"),
    ]


@pytest.mark.parametrize("name", ["attachment", "bulletin"])
def test_the_other_built_in_themes_have_nothing(name: str) -> None:
    assert check_theme(BROCHURE.parent / name, PRESS)[1] == ()


def test_a_theme_that_changes_nothing_has_nothing_to_tell(tmp_path: Path) -> None:
    assert told(theme(tmp_path)) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("styles: {body: {face: 宋体}}", ["error unknown-family theme.yaml:3:16 宋体"]),
        ("styles: {body: {face: kai, weight: 700}}", ["error unknown-weight theme.yaml:3:16 kai"]),
        ("inline: {strong: {face: 黑体}}", ["error unknown-family theme.yaml:3:18 黑体"]),
        ("numeral: {weight: 300}", ["error unknown-weight theme.yaml:3:10 song"]),
        ("numeral: {unit: {face: 黑体}}", ["error unknown-family theme.yaml:3:17 黑体"]),
    ],
)
def test_faces_that_are_not_to_be_had(tmp_path: Path, text: str, said: list[str]) -> None:
    assert told(theme(tmp_path, text)) == said


def test_a_colour_with_too_much_ink(tmp_path: Path) -> None:
    folder = theme(tmp_path, "colours: {thread: [90, 80, 70, 90]}")
    assert told(folder) == ["error ink-limit theme.yaml:3:19 thread"]
    assert (value(folder, "total"), value(folder, "limit")) == ("330", "300")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("blocks: {callout: {style: list-bodi}}", "error unknown-style theme.yaml:3:27 list-bodi"),
        ("blocks: {table: {caption: {style: kaption}}}", "error unknown-style theme.yaml:3:35 kaption"),
        ("variants: {text: {大: {style: big}}}", "error unknown-style theme.yaml:3:30 big"),
        ("furniture: {head: {style: hed}}", "error unknown-style theme.yaml:3:27 hed"),
        ("blocks: {line: {end: ends}}", "error unknown-style theme.yaml:3:22 ends"),
        ("blocks: {callout: {fill: papr}}", "error unknown-colour theme.yaml:3:26 papr"),
        ("blocks: {bar: {pales: [crimson-40, golt, celadon]}}", "error unknown-colour theme.yaml:3:36 golt"),
        ("tiles: {墨: {number: wite}}", "error unknown-colour theme.yaml:3:21 wite"),
        ("openers: {墨: {flower: 金}}", "error unknown-colour theme.yaml:3:23 金"),
        ("words: {朱: cinnabar}", "error unknown-colour theme.yaml:3:12 cinnabar"),
        ("flow: {template: 流}", "error unknown-template theme.yaml:3:18 流"),
        ("flow: {pages: {cover: 封}}", "error unknown-template theme.yaml:3:23 封"),
        ("flow: {pages: {chapter: {grounds: [绛, 蓝]}}}", "error unknown-ground theme.yaml:3:39 蓝"),
        ("page: {safe: 五}", "error theme-value theme.yaml:3:14 safe"),
        ("blocks: {cards: {rule: 1}}", "error theme-value theme.yaml:3:24 rule"),
        ("blocks: {cards: {columns: 两}}", "error theme-value theme.yaml:3:27 columns"),
    ],
)
def test_names_and_values_that_nothing_stands_behind(tmp_path: Path, text: str, said: str) -> None:
    assert said in told(theme(tmp_path, text))


def test_everything_is_told_at_once_with_its_file(tmp_path: Path) -> None:
    pages = "单页:\n  elements:\n    - text: {slot: 题, at: [20, 40], width: 100, style: boddy}\n    - tekst: {}\n"
    text = "colours: {红: [1, 2]}\nstyles: {body: {colour: 朱}}\nblocks: {quote: {source: sorce}}\nname2: x\n"
    assert told(theme(tmp_path, text, pages)) == [
        "error theme-value theme.yaml:3:14 红",
        "error unknown-colour theme.yaml:4:25 朱",
        "error unknown-style theme.yaml:5:26 sorce",
        "warning theme-key theme.yaml:6:1 name2",
        "error unknown-style pages.yaml:3:56 boddy",
        "error unknown-element pages.yaml:4:7 tekst",
    ]


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("blocks: {callout: {fil: paper-2}}", "fill"),
        ("styles: {body: {sise: 9}}", "size"),
        ("flow: {blocks: {cards: {colums: 4}}}", "columns"),
        ("furniture: {tab: {pading: 2}}", "padding"),
        ("variants: {tabel: {窄: {reach: column}}}", "table"),
    ],
)
def test_a_misspelt_key_is_a_warning_with_the_nearest(tmp_path: Path, text: str, near: str) -> None:
    folder = theme(tmp_path, text)
    assert [line.split(" theme.yaml")[0] for line in told(folder)] == ["warning theme-key"]
    assert value(folder, "near") == near


def test_contrast_is_that_of_wcag() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21.0)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.005)


def test_inks_become_screen_colours_by_the_profile() -> None:
    crimson, paper, black = on_screen([Cmyk(0.22, 0.98, 0.85, 0.22), Cmyk(0, 0, 0, 0), Cmyk(0, 0, 0, 1)], FOGRA39.path)
    assert paper == (255, 255, 255)
    assert max(black) < 30
    assert crimson[0] > 150
    assert max(crimson[1:]) < 50


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("styles: {flow-body: {colour: gold}}", "warning low-contrast theme.yaml:3:30 flow.blocks.text.style"),
        ("styles: {flow-body: {colour: gold-light}}", "error low-contrast theme.yaml:3:30 flow.blocks.text.style"),
        ("tiles: {泥金: {fill: gold, label: white}}", "warning low-contrast theme.yaml:3:33 tiles.泥金.label"),
        ("openers: {绛: {soft: crimson-60}}", "error low-contrast theme.yaml:3:21 章首.主数/绛.label"),
        ("variants: {callout: {深: {fill: ink}}}", "error low-contrast theme.yaml:1:1 variants.callout.深.style"),
        ("furniture: {tab: {fill: gold-30}}", "error low-contrast theme.yaml:1:1 furniture.tab.style"),
        (
            "blocks: {proportion: {text-colours: [ink, white]}}",
            "warning low-contrast theme.yaml:3:43 blocks.proportion",
        ),
    ],
)
def test_type_that_cannot_be_read_on_its_ground(tmp_path: Path, text: str, said: str) -> None:
    lines = [line for line in told(theme(tmp_path, text)) if "low-contrast" in line]
    assert any(without_line(said) in without_line(line) for line in lines), lines


def without_line(said: str) -> str:
    """A told problem without the lines of brochure, which may move."""
    return re.sub(r":(?!3:)\d+:\d+ ", " ", said)


@pytest.mark.parametrize(
    ("size", "weight", "faulty"), [(17.9, 400, True), (18, 400, False), (13.9, 700, True), (14, 700, False)]
)
def test_large_type_needs_less_contrast(tmp_path: Path, size: float, weight: int, faulty: bool) -> None:
    text = f"styles: {{own: {{face: song, weight: {weight}, size: {size}, colour: gold}}}}"
    assert bool(told(theme(tmp_path, text))) is faulty


def test_a_ground_of_a_template_is_the_field_below(tmp_path: Path) -> None:
    pages = """单页:
  elements:
    - field: {box: [0, 0, 100, 100], fill: ink}
    - text: {slot: 甲, at: [20, 40], width: 60, style: body}
    - text: {slot: 乙, at: [20, 140], width: 60, style: body}
    - field: {box: [0, 120, 100, 100], fill: ink}
"""
    assert told(theme(tmp_path, "", pages)) == ["error low-contrast pages.yaml:4:55 单页.甲"]


def test_type_on_a_picture_is_not_judged() -> None:
    grounds = {use.where: use.ground for use in uses(read_theme(BROCHURE))}
    assert grounds["图引.head"] == PICTURE
    assert grounds["展望.文"] == "crimson"
    assert grounds["章首.导语/墨"] == "ink-rich"
    assert grounds["flow.blocks.text.style"] == "white"


@pytest.mark.parametrize(
    ("style", "code"),
    [
        ("size: 8.9, colour: crimson", ["small-inks"]),
        ("size: 9, colour: crimson", []),
        ("size: 8, colour: k52", ["low-contrast", "faint-type"]),
        ("size: 8, colour: k70", []),
    ],
)
def test_small_type_keeps_to_two_inks_and_to_seventy_percent(tmp_path: Path, style: str, code: list[str]) -> None:
    folder = theme(tmp_path, f"styles: {{own: {{face: hei, weight: 400, {style}}}}}")
    assert [one.code for one in found(folder)] == code


def test_units_of_figures_are_judged_in_the_ink_that_the_theme_gives_them(tmp_path: Path) -> None:
    """Of a colour with four inks; its own stays that of the numeral, which is large."""
    colours = "colours: {four: [100, 76, 26, 22], also: [100, 76, 26, 22], two: [100, 0, 0, 62], pale: [0, 9, 9, 0]}"
    cards = "blocks: {cards: {size: 19, colour: also}}"
    unit = "numeral: {unit: {ratio: 0.34, least: 7.5, inks: {four: INK}}}"
    plain = theme(tmp_path, f"{colours}\n{cards}\nnumeral: {{unit: {{ratio: 0.34, least: 7.5}}}}", name="无")
    two = theme(tmp_path, f"{colours}\n{cards}\n{unit.replace('INK', 'two')}", name="两")
    pale = theme(tmp_path, f"{colours}\n{cards}\n{unit.replace('INK', 'pale')}", name="浅")
    own = [
        [one.code for one in found(f) if dict(one.values).get("where") == "blocks.cards.colour"]
        for f in (plain, two, pale)
    ]
    assert own == [["small-inks"], [], ["low-contrast"]]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("grid: {gutter: 5}", "error grid-sum theme.yaml:"),
        ("grid: {top: 30}", "error grid-sum theme.yaml:"),
        ("grid: {top: 27, bottom: 23}", "error grid-baseline theme.yaml:3:13 grid.top"),
        ("grid: {inner: 20, outer: 14}", "error grid-frame pages.yaml:"),
    ],
)
def test_a_grid_that_does_not_add_up(tmp_path: Path, text: str, said: str) -> None:
    assert any(line.startswith(said) for line in told(theme(tmp_path, text)))


@pytest.mark.parametrize(
    ("frames", "said"),
    [
        ("width: 130", ["error grid-frame pages.yaml:2:19 流页.frames.width"]),
        ("rows: [25, 258]", ["error grid-baseline pages.yaml:2:18 流页.frames.rows", "grid-frame"]),
        ("baseline: 4.7", ["grid-baseline", "grid-frame pages.yaml:2:22"]),
        ("verso: {columns: [62]}", ["grid-frame pages.yaml:2:29 流页.frames.verso.columns"]),
        ("recto: {wide: [20, 176]}", ["grid-frame", "error frames-not-mirrored pages.yaml:2:26 流页.frames"]),
    ],
)
def test_frames_that_do_not_stand_on_the_grid(tmp_path: Path, frames: str, said: list[str]) -> None:
    lines = told(theme(tmp_path, "", f"流页:\n  frames: {{{frames}}}\n"))
    assert len(lines) == len(said), lines
    for part in said:
        assert any(part in line for line in lines), lines


@pytest.mark.parametrize(
    ("text", "pages", "said"),
    [
        ("furniture: {folio: {verso: [2, 274.5]}}", "", ["error safe-zone theme.yaml:3:28 furniture.folio.verso"]),
        ("furniture: {folio: {recto: [206, 274.5]}}", "", ["warning safe-zone theme.yaml:3:28 furniture.folio.recto"]),
        ("furniture: {head: {verso: [16, 4]}}", "", ["error safe-zone theme.yaml:3:27 furniture.head.verso"]),
        ("furniture: {tab: {at: [206.5, 31.6]}}", "", ["error safe-zone theme.yaml:3:23 furniture.tab.at"]),
        ("", "甲:\n  elements: [{text: {slot: 一, at: [150, 40], width: 58, style: body}}]\n", ["甲.一"]),
    ],
)
def test_type_near_the_trim(tmp_path: Path, text: str, pages: str, said: list[str]) -> None:
    lines = told(theme(tmp_path, text, pages))
    assert len(lines) == 1
    assert said[0] in lines[0]


def test_a_warning_is_accepted_with_a_reason_an_error_never(tmp_path: Path) -> None:
    accepted = "accepted: {low-contrast: {styles.own: 试}, safe-zone: {没有: 试}}\n"
    style = "styles: {own: {face: song, weight: 400, size: 12, colour: COLOUR}}\n"
    soft = theme(tmp_path, accepted + style.replace("COLOUR", "gold"))
    assert told(soft) == ["warning accepted-nothing theme.yaml:3:55 没有"]
    assert "low-contrast" in {p.code for p in check_theme(soft, PRESS)[1] if p.severity == "notice"}
    hard = theme(tmp_path, accepted + style.replace("COLOUR", "gold-light"), name="浅")
    assert "error low-contrast theme.yaml:4:59 styles.own" in told(hard)


def paths(tree: Any, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every key of a map and of the maps in it."""
    for key, inner in tree.items() if isinstance(tree, dict) else ():
        yield (*above, key)
        yield from paths(inner, (*above, key))


PLACES = [
    (file, path)
    for file in ("theme", "pages")
    for path in paths(plain(load(BROCHURE / f"{file}.yaml")))
    if path[0] not in ("name", "inherits")
]
WRONG = [3, "x", [], {}, None, True, [1, 2], {"a": 1}, ["x", {"y": []}], "none", -1]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(PLACES), st.sampled_from(WRONG))
def test_a_wrong_value_anywhere_stops_no_check(tmp_path: Path, place: tuple[str, tuple[str, ...]], wrong: Any) -> None:
    file, path = place
    for key in reversed(path):
        wrong = {key: wrong}
    said = json.dumps(wrong, ensure_ascii=False)[1:-1]
    folder = theme(tmp_path)
    main = {"name": "朱砂", "inherits": "brochure"}
    whole = json.dumps(main, ensure_ascii=False)[:-1] + (f", {said}}}" if file == "theme" else "}")
    (folder / "theme.yaml").write_text(whole, encoding="utf-8")
    (folder / "pages.yaml").write_text(f"{{{said}}}" if file == "pages" else "{}", encoding="utf-8")
    for one in found(folder):
        assert one.place is not None


def test_what_no_report_can_do_without(tmp_path: Path) -> None:
    (tmp_path / "theme.yaml").write_text("name: 空\npage: {width: 148, height: 210}\nstyles: {}\n", encoding="utf-8")
    assert told(tmp_path) == [
        "error theme-missing theme.yaml:1:1 inline",
        "error theme-missing theme.yaml:1:1 colours",
        "error theme-missing theme.yaml:2:7 page.bleed",
    ]
