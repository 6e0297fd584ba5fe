"""The rules of the house that no other tool checks; they read files and run nothing, so `make check` has them."""

from __future__ import annotations

import ast
import hashlib
import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from report.content.catalogue import read_catalogue
from report.content.source import load, plain
from report.messages import PARTS, all_rows, part
from report.program import LIBRARIES

ROWS = all_rows()

ROOT = Path(__file__).parents[1]
HAN = re.compile(r"[㐀-鿿豈-﫿]")
PROJECT: Mapping[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
FOLDERS = ("report", "tests", "benchmarks", "docs")
MODULES = sorted(
    path
    for folder in FOLDERS
    for path in (ROOT / folder).rglob("*.py")
    if not any(path.is_relative_to(ROOT / other) for other in PROJECT["tool"]["ruff"]["exclude"])
)
"""Every module of ours; what ruff leaves alone (pyproject.toml) is not."""
OURS = [path for path in MODULES if path.is_relative_to(ROOT / "report")]
REGISTRIES = (
    "pypi",
    "pythonhosted",
    "npmjs",
    "yarnpkg",
    "crates",
    "rubygems",
    "anaconda",
    "conda",
    "jsdelivr",
    "unpkg",
)
"""Second-level names of hosts that packages are had from; written without their ends, since this file is read too."""


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def texts() -> tuple[Path, ...]:
    """Text files of the repository: tracked, or new and not ignored."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("no git checkout")
    asked = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(asked, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    paths = [ROOT / name for name in listed.split("\0") if name]
    return tuple(p for p in paths if p.is_file() and b"\0" not in p.read_bytes()[:8000])


def lines(path: Path) -> Iterator[tuple[str, str]]:
    """Lines of a text file, each with its place."""
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
        yield f"{named(path)}:{number}", line


# Size


def test_modules_are_short() -> None:
    lengths = {path: sum(1 for _ in lines(path)) for path in MODULES}
    assert {named(p): length for p, length in lengths.items() if length > (400 if p in OURS else 500)} == {}


def test_functions_are_short() -> None:
    long = {
        f"{named(path)}:{node.lineno} {node.name}": length
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if (length := (node.end_lineno or 0) - node.lineno + 1) > 60
    }
    assert long == {}


def test_nothing_is_left_to_do() -> None:
    word = re.compile(r"\b(TODO|FIXME|XXX)\b")
    assert [place for path in OURS for place, line in lines(path) if word.search(line)] == []


# Packages


def test_every_folder_of_modules_goes_into_the_wheel() -> None:
    folders = {path.parent for path in OURS}
    assert {named(folder) for folder in folders if not (folder / "__init__.py").is_file()} == set()
    names = [named(folder).replace("/", ".") for folder in folders]
    assert PROJECT["tool"]["setuptools"]["packages"] == sorted([*names, "report._fonts"])


def compared(name: str) -> str:
    """The name of a package as installers compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(name: str) -> dict[str, set[str]]:
    """The packages that a requirements file pins, each with its versions."""
    found: dict[str, set[str]] = {}
    for package, version in re.findall(r"^([\w.-]+)==(\S+)", (ROOT / name).read_text(encoding="utf-8"), re.M):
        found.setdefault(compared(package), set()).add(version)
    return found


def wanted(*extras: str) -> dict[str, str]:
    """The packages that pyproject.toml asks for, with or without extras: name as compared, name as written."""
    asked = [*PROJECT["project"]["dependencies"]]
    for extra in extras:
        asked += PROJECT["project"]["optional-dependencies"][extra]
    return {compared(name): name for line in asked for name in [re.split(r"[^\w.-]", line, maxsplit=1)[0]]}


MODULE_OF = {"barcode": "python-barcode", "yaml": "pyyaml", "PIL": "pillow", "fontTools": "fonttools"}
"""Modules whose package has another name."""


def test_every_library_that_is_imported_is_asked_for() -> None:
    imported = {
        name.partition(".")[0]
        for path in OURS
        for node in ast.walk(tree(path))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    foreign = imported - set(sys.stdlib_module_names) - {"report"}
    extras = PROJECT["project"].get("optional-dependencies", {})
    assert {MODULE_OF.get(name, compared(name)) for name in foreign} - wanted(*extras).keys() == set()


def test_every_package_that_is_asked_for_is_pinned() -> None:
    run, dev = pins("requirements.txt"), pins("requirements-dev.txt")
    assert wanted().keys() - run.keys() == set()
    assert {name: dev[name] for name in run.keys() & dev.keys() if not dev[name] <= run[name]} == {}


def test_a_lock_names_every_library_whose_version_counts() -> None:
    shows_and_watches = {"pypdfium2", "starlette", "uvicorn", "watchfiles", "psutil"}
    assert set(LIBRARIES) == set(wanted().values()) - shows_and_watches


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_requirements_say_what_and_never_from_where(name: str) -> None:
    pin = re.compile(r"[A-Za-z0-9._-]+==[A-Za-z0-9.!+]+( ; [^/@]+)?( \\)?|    --hash=sha256:[0-9a-f]{64}( \\)?")
    assert [place for place, line in lines(ROOT / name) if not pin.fullmatch(line)] == []


# Messages


CALLS = {"problem", "valued", "add", "_add", "_complaint", "Usage", "Problem"}
"""Functions that take the code of a problem among their first arguments."""
CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")


def called(call: ast.Call) -> str:
    """The last name of what is called."""
    return str(getattr(call.func, "id", getattr(call.func, "attr", "")))


def spoken() -> Iterator[tuple[str, str, ast.Call]]:
    """Every code that a module of report/ hands on: its place, the code, the call."""
    for path in OURS:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and called(node) in CALLS:
                for given in node.args[:2]:
                    if isinstance(given, ast.Constant) and isinstance(given.value, str) and CODE.fullmatch(given.value):
                        yield f"{named(path)}:{node.lineno}", given.value, node


def test_every_code_has_words() -> None:
    assert [f"{place} {code}" for place, code, _ in spoken() if code not in ROWS] == []


def test_all_words_are_used() -> None:
    modules = [path for path in OURS if "messages" not in path.parts]
    said = {n.value for path in modules for n in ast.walk(tree(path)) if isinstance(n, ast.Constant)}
    assert sorted(ROWS.keys() - said) == []


def blanks(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text.replace("{{", "").replace("}}", "")))


def test_every_blank_is_filled() -> None:
    """Where a call names its values one by one, they are all that its words have room for."""
    empty = {}
    for place, code, call in spoken():
        given = {keyword.arg for keyword in call.keywords}
        named_all = None not in given and called(call) in {"problem", "add", "_add"}
        if code in ROWS and named_all and (missing := {b for text in ROWS[code] for b in blanks(text)} - given):
            empty[f"{place} {code}"] = missing
    assert empty == {}


def test_no_code_has_words_twice() -> None:
    assert [code for code, count in Counter(code for name in PARTS for code in part(name)).items() if count > 1] == []


@pytest.mark.parametrize("code", ROWS)
def test_words_are_whole_in_both_languages(code: str) -> None:
    row = ROWS[code]
    assert CODE.fullmatch(code)
    assert all(row), "a message and what to do about it, in both languages"
    assert all(HAN.search(text) for text in (row.zh, row.zh_hint) if blanks(text) != {text[1:-1]})
    assert not HAN.search(row.en + row.en_hint)
    assert blanks(row.zh) == blanks(row.en)
    assert not any(text.endswith(("。", ".", "；", ";")) or text != text.strip() for text in row)


# Fonts, profiles, licences


def test_fonts_are_those_of_the_catalogue() -> None:
    faces = [face for family in read_catalogue(ROOT / "fonts/fonts.yaml").families.values() for face in family.faces]
    held = {p.name for p in (ROOT / "fonts").iterdir() if p.suffix in {".ttf", ".otf", ".ttc"}}
    bundled = [face for face in faces if Path(face.path).is_file()]
    assert {Path(face.path).name for face in bundled} == held
    for face in bundled:
        data = Path(face.path).read_bytes()
        assert (face.sha256, face.bytes) == (hashlib.sha256(data).hexdigest(), len(data)), face.path


def test_every_font_has_its_licence_beside_it() -> None:
    families = plain(load(ROOT / "fonts/fonts.yaml"))["families"]
    named_files = {entry["licence_file"] for entry in families.values() if not entry.get("optional")}
    for name in named_files:
        assert "SIL OPEN FONT LICENSE Version 1.1" in (ROOT / "fonts" / name).read_text(encoding="utf-8"), name
    assert {f"licences/{p.name}" for p in (ROOT / "fonts/licences").iterdir()} == named_files


def test_every_profile_has_its_origin_beside_it() -> None:
    about = (ROOT / "report/profiles/README.md").read_text(encoding="utf-8")
    profiles = sorted((ROOT / "report/profiles").glob("*.icc"))
    assert profiles
    for path in profiles:
        assert f"| `{path.name}` | `{hashlib.sha256(path.read_bytes()).hexdigest()}` |" in about, path.name
    assert "zlib" in (ROOT / "report/profiles/LICENCE.txt").read_text(encoding="utf-8")


def test_the_licence_is_apache_2() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert re.search(r"Apache License\s+Version 2\.0, January 2004", text)
    assert "END OF TERMS AND CONDITIONS" in text
    assert PROJECT["project"]["license"] == "Apache-2.0"


# Texts


def test_no_text_names_a_registry() -> None:
    host = re.compile(rf"\b(?:{'|'.join(REGISTRIES)})\.(?:org|com|io|net|dev)\b", re.I)
    assert [place for path in texts() for place, line in lines(path) if host.search(line)] == []


def test_no_text_names_a_place_of_a_machine() -> None:
    path_of_a_machine = re.compile(
        r"(?<![\w./~$}-])/(?:home|root|work|Users|mnt|srv|private|tmp)/[\w.]|\b[A-Z]:\\\\?Users\b"
    )
    assert [place for path in texts() for place, line in lines(path) if path_of_a_machine.search(line)] == []


def test_the_two_readmes_say_the_same() -> None:
    english, chinese = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.zh-CN.md"))
    fenced = re.compile(r"^```.*?^```$", re.M | re.S)
    assert fenced.findall(english) == fenced.findall(chinese)
    heads = [re.findall(r"^(#+) ", fenced.sub("", text), re.M) for text in (english, chinese)]
    assert heads[0] == heads[1]
