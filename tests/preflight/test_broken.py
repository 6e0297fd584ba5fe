"""Every clause that can be broken is found by its code; a good file has no error and no warning."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pytest

from report.messages import render
from report.preflight import Judgement, judge
from report.preflight.rules import RULES
from tests.preflight.catalogue import ACCESS, ARCHIVE, MEASURED, X4
from tests.preflight.fixtures import ALL, Break, broken, good, saved
from tests.tools import need

PARTS = ((X4, "PDF/X-4"), (ARCHIVE, "PDF/A-2u"), (ACCESS, "PDF/UA-1"))
CASES = [(code, spoil, standard) for part, standard in PARTS for code, spoil in part.items()]
ELSEWHERE = {"x02-encrypted", "x03-file-id", "a2u-version", "c13-official-colours"}
"""Codes whose files are made below, since no page or dictionary is changed for them."""


def spoiled(spoil: Break | tuple[Break, ...]) -> bytes:
    return broken(*(spoil if isinstance(spoil, tuple) else (spoil,)))


def codes(judged: Judgement) -> set[str]:
    return {problem.code for problem in judged.problems}


@pytest.mark.parametrize(("code", "spoil", "standard"), CASES, ids=[f"{c}-{s[4:]}" for c, _, s in CASES])
def test_a_broken_clause_is_found(code: str, spoil: Break, standard: str) -> None:
    judged = judge(spoiled(spoil), (standard,), separations=False)
    assert code in codes(judged)
    for language in ("zh", "en"):
        for problem in judged.problems:
            said = render(problem, language, "a.pdf")
            assert "{" not in said
            assert "@" not in said


def test_at_least_sixty_files_are_broken() -> None:
    assert len(CASES) + len(MEASURED) + len(ELSEWHERE) >= 100


def test_every_rule_has_a_broken_file() -> None:
    tried = {code for part in (X4, ARCHIVE, ACCESS, MEASURED) for code in part} | ELSEWHERE
    assert {rule.code for rule in RULES} - tried == set()


def test_the_good_file_keeps_every_rule() -> None:
    judged = judge(good(), tuple(ALL.values()), separations=shutil.which("gs") is not None)
    assert [render(problem) for problem in judged.problems] == []


def test_saving_again_breaks_nothing() -> None:
    """Else the broken files would prove little."""
    assert codes(judge(broken(), tuple(ALL.values()), separations=False)) == set()


@pytest.mark.parametrize("code", MEASURED)
def test_plates_show_what_operators_do_not(code: str) -> None:
    need("gs")
    data = spoiled(MEASURED[code])
    assert code in codes(judge(data, ("PDF/X-4",)))
    assert code not in codes(judge(data, ("PDF/X-4",), separations=False))


def test_an_encrypted_file_is_told() -> None:
    locked = broken_with(encryption=pikepdf.Encryption(owner="a", user=""))
    assert "x02-encrypted" in codes(judge(locked, ("PDF/X-4",), separations=False))
    shut = judge(broken_with(encryption=pikepdf.Encryption(owner="a", user="b")), (), separations=False)
    assert codes(shut) == {"x02-encrypted"}
    assert shut.file is None


def broken_with(**options: object) -> bytes:
    with pikepdf.open(BytesIO(good())) as pdf:
        return saved(pdf, **options)


def test_a_file_without_identifier_is_told() -> None:
    assert "x03-file-id" in codes(judge(good().replace(b"/ID", b"/Id"), ("PDF/X-4",), separations=False))


def test_a_file_of_the_next_generation_is_told() -> None:
    assert "a2u-version" in codes(judge(good().replace(b"%PDF-1.6", b"%PDF-2.0", 1), ("PDF/A-2u",), separations=False))


def test_colours_of_official_papers_are_asked_for_by_name() -> None:
    judged = judge(good(), ("GB/T 9704",), separations=False)
    assert {(problem.code, problem.severity) for problem in judged.problems} == {("c13-official-colours", "notice")}
    assert judged.errors == 0


@pytest.mark.parametrize("data", [b"", b"%PDF-1.6\n", b"no pdf at all", b"%PDF-1.6\n" + bytes(range(256)) * 20])
def test_what_is_no_pdf_is_told(data: bytes) -> None:
    assert codes(judge(data, (), separations=False)) == {"g01-unreadable"}


def cut(data: bytes) -> Iterator[bytes]:
    """The file with holes, as a bad transfer leaves it."""
    for start in range(0, len(data), len(data) // 40):
        yield data[:start] + bytes(200) + data[start + 200 :]


def test_damage_never_ends_in_a_fault() -> None:
    for data in cut(good()):
        judged = judge(data, ("PDF/X-4", "PDF/A-2u", "PDF/UA-1"), separations=False)
        assert judged.file is None or judged.file.sheets is not None
