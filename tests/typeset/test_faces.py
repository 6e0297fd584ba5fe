"""Faces of any kind: which characters they have, what stands in for them, what is refused and in which words."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path

import pytest

from report.content.catalogue import read_catalogue
from report.deliver.cache import RunCache
from report.problem import ContentError
from report.program import SETTLED
from report.typeset import Span, set_paragraph
from report.typeset.faces import Faces
from tests.typeset.fonts import built, collection, saved, variable
from tests.typeset.text import body, set_text

CATALOGUE = """
families:
  first:
    em_box: [880, -120]
    cap_height: 700
    faces:
      - {{weight: 400, file: {first}, index: {index}, postscript_name: First, variations: {variations}}}
  second:
    em_box: [880, -120]
    cap_height: 700
    faces:
      - {{weight: 400, file: second.ttf, postscript_name: Second}}
fallback:
  first: [first, second]
"""


def faces_of(folder: Path, first: str, index: int = 0, variations: str = "{}") -> Faces:
    saved(built("二三", "Second", width=1000), folder / "second.ttf")
    (folder / "fonts.yaml").write_text(
        CATALOGUE.format(first=first, index=index, variations=variations), encoding="utf-8"
    )
    return Faces(read_catalogue(folder / "fonts.yaml"))


def runs(text: str, faces: Faces) -> list[tuple[str, str, float]]:
    found = set_paragraph([Span(text)], 200.0, body(family="first"), faces)
    return [(run.face.key, run.text, run.width) for line in found.lines for run in line.runs]


def test_a_stand_in_is_used_for_what_the_first_lacks(tmp_path: Path) -> None:
    saved(built("一 a", "First"), tmp_path / "first.ttf")
    assert runs("一二一", faces_of(tmp_path, "first.ttf")) == [
        ("first-400", "一", 10.0),
        ("second-400", "二", 10.0),
        ("first-400", "一", 10.0),
    ]


def test_compact_outlines_are_taken_as_they_are(tmp_path: Path) -> None:
    saved(built("一二", "First", compact=True), tmp_path / "first.otf")
    assert runs("一二", faces_of(tmp_path, "first.otf")) == [("first-400", "一二", 20.0)]


def test_a_collection_is_opened_by_index(tmp_path: Path) -> None:
    collection([built("一", "Other"), built("一二", "First", width=800)], tmp_path / "both.ttc")
    assert runs("一二", faces_of(tmp_path, "both.ttc", index=1)) == [("first-400", "一二", 16.0)]


def test_a_variable_face_that_is_not_pinned_is_refused(tmp_path: Path) -> None:
    saved(variable("一", "First"), tmp_path / "first.ttf")
    with pytest.raises(ContentError) as caught:
        runs("一", faces_of(tmp_path, "first.ttf"))
    assert [p.code for p in caught.value.problems] == ["font-variable"]


def test_a_pinned_variable_face_has_the_widths_of_its_pin(tmp_path: Path) -> None:
    saved(variable("一", "First"), tmp_path / "first.ttf")
    faces = faces_of(tmp_path, "first.ttf", variations="{wght: 650}")
    assert runs("一", faces) == [("first-400", "一", 11.0)]
    assert faces.opened()[0].face.variations == (("wght", 650.0),)


def test_a_face_that_may_not_be_embedded_is_refused(tmp_path: Path) -> None:
    saved(built("一", "First", fs_type=2), tmp_path / "first.ttf")
    with pytest.raises(ContentError) as caught:
        runs("一", faces_of(tmp_path, "first.ttf"))
    assert [p.code for p in caught.value.problems] == ["font-licence"]


def hashed(folder: Path, digest: str, memory: RunCache | None = None) -> Faces:
    """Faces whose catalogue says what the first file must be."""
    faces_of(folder, "first.ttf")
    catalogue = folder / "fonts.yaml"
    given, name = catalogue.read_text(encoding="utf-8"), "postscript_name: First"
    catalogue.write_text(given.replace(name, f"sha256: '{digest}', {name}"), encoding="utf-8")
    return Faces(read_catalogue(catalogue), memory)


def test_a_font_that_is_not_the_one_of_the_catalogue_is_refused(tmp_path: Path) -> None:
    font = tmp_path / "first.ttf"
    saved(built("一", "First"), font)
    whole = hashlib.sha256(font.read_bytes()).hexdigest()
    assert runs("一", hashed(tmp_path, whole))
    with pytest.raises(ContentError) as caught:
        runs("一", hashed(tmp_path, "0" * 64))
    assert [p.code for p in caught.value.problems] == ["font-hash"]


@pytest.mark.parametrize("line", ["一", "三"])
def test_a_font_that_is_digested_beside_the_work_is_refused_at_its_end(tmp_path: Path, line: str) -> None:
    """Also where the work ended with another fault; nothing that was made with it is put by, and it is not taken for
    checked by the next work."""
    saved(built("一", "First"), tmp_path / "first.ttf")
    whole = hashlib.sha256((tmp_path / "first.ttf").read_bytes()).hexdigest()
    done: list[str] = []

    def worked(faces: Faces, digest: str) -> None:
        with faces.sound_at_end():
            faces.open("first", 400)
            faces.once_sound(lambda: done.append(digest))
            assert digest not in done
            faces.open("first" if line == "一" else "none", 400)

    codes = [] if line == "一" else ["unknown-family"]
    for digest, wanted in ((whole, codes), ("0" * 64, ["font-hash"])):
        faces = hashed(tmp_path, digest)
        try:
            worked(faces, digest)
            found = []
        except ContentError as error:
            found = [p.code for p in error.problems]
        assert found == wanted
        assert len(faces._opened) == len(faces._open) == (digest == whole)
    assert done == [whole]


def test_a_font_that_is_neither_sound_nor_of_a_kind_is_told_as_the_wrong_one(tmp_path: Path) -> None:
    (tmp_path / "first.ttf").write_bytes(b"wOF2" + bytes(60))
    faces = hashed(tmp_path, "0" * 64)
    with pytest.raises(ContentError) as caught, faces.sound_at_end():
        faces.open("first", 400)
    assert [p.code for p in caught.value.problems] == ["font-hash"]


def test_a_remembered_font_that_is_changed_is_looked_at_again(tmp_path: Path) -> None:
    """Also where the size and the time of change are set back to what they were."""
    font, memory = tmp_path / "first.ttf", RunCache()
    saved(built("一", "First"), font)
    old = time.time_ns() - 3 * SETTLED
    os.utime(font, ns=(old, old))
    data = font.read_bytes()
    whole = hashlib.sha256(data).hexdigest()
    time.sleep(SETTLED / 1e9 + 0.1)
    for _ in range(2):
        assert runs("一", hashed(tmp_path, whole, memory))
    font.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    os.utime(font, ns=(old, old))
    with pytest.raises(ContentError) as caught:
        runs("一", hashed(tmp_path, whole, memory))
    assert [p.code for p in caught.value.problems] == ["font-hash"]


def test_a_character_of_no_face_is_reported_where_it_stands(tmp_path: Path) -> None:
    from report.problem import Place

    saved(built("一", "First"), tmp_path / "first.ttf")
    found = set_paragraph(
        [Span("一四二", place=Place("a.yaml", 3, 7))], 200.0, body(family="first"), faces_of(tmp_path, "first.ttf")
    )
    assert [line.text for line in found.lines] == ["一二"]
    assert [(p.code, p.place, dict(p.values)["code"]) for p in found.problems] == [
        ("missing-glyph", Place("a.yaml", 3, 8), "U+56DB")
    ]


def test_weights_are_never_made_up(faces: Faces) -> None:
    with pytest.raises(ContentError) as caught:
        set_text("粗楷", 9, faces, family="kai", weight=700)
    assert dict(caught.value.problems[0].values)["available"] == "400 normal"


@pytest.mark.parametrize("family", ["song", "hei", "kai", "fang"])
def test_digits_have_one_width_where_columns_need_it(family: str, faces: Faces) -> None:
    widths = {
        round(set_text(digit * 4, 20, faces, family=family, tabular=True).lines[0].width, 2) for digit in "0123456789"
    }
    assert len(widths) == 1


def test_every_character_of_the_general_table_is_set(faces: Faces) -> None:
    """通用规范汉字表: 8105 characters, the last of them in the extensions."""
    text = (Path(__file__).parent / "tongyong.txt").read_text(encoding="utf-8").replace("\n", "")
    found = set_text(text, 40, faces)
    assert len(text) == 8105
    assert not found.problems
    assert "".join(run.text for line in found.lines for run in line.runs) == text


def test_opening_a_face_again_gives_the_same(faces: Faces) -> None:
    assert faces.open("song", 400) is faces.open("song", 400)
    keys = sorted(one.face.key for one in faces.opened())
    assert keys == sorted(set(keys))
