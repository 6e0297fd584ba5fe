"""keys, clean, upgrade, schema, explain: a report as another text, and what editors and people read about it."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from report.commands.arguments import GOOD, Arguments, Usage, path_of
from report.commands.reports import report_file
from report.deliver.output import write_files
from report.likeness import likest
from report.messages import all_rows, fill
from report.problem import ContentError, Place, problem
from report.terminal import Screen

Rewrite = Callable[[str, str], str]
"""A text and the name of its file into another text."""


def keys_arguments() -> Arguments:
    parser = Arguments("keys")
    parser.add_argument("--to", choices=["zh", "en"], required=True)
    parser.add_argument("report", type=path_of, metavar="FILE")
    parser.flags("--dry-run", "--json")
    return parser


def clean_arguments() -> Arguments:
    parser = Arguments("clean")
    parser.add_argument("report", type=path_of, metavar="FILE")
    parser.flags("--write", "--json")
    return parser


def upgrade_arguments() -> Arguments:
    parser = Arguments("upgrade")
    parser.add_argument("report", type=path_of, metavar="FILE")
    parser.add_argument("--to", type=int, metavar="N")
    parser.flags("--dry-run", "--json")
    return parser


def schema_arguments() -> Arguments:
    parser = Arguments("schema")
    parser.flags("--json")
    return parser


def explain_arguments() -> Arguments:
    parser = Arguments("explain")
    parser.add_argument("code", metavar="CODE")
    parser.flags("--json")
    return parser


def keys(asked: argparse.Namespace, screen: Screen, _environ: Mapping[str, str]) -> int:
    """A report and the files that it includes into the other language."""
    from report.content.rewrite.convert import convert

    return _rewrite(asked, lambda text, name: convert(text, asked.to, name), screen, not asked.dry_run)


def clean(asked: argparse.Namespace, screen: Screen, _environ: Mapping[str, str]) -> int:
    """A report without what pasting left in it."""
    from report.content.rewrite.clean import clean as cleaned

    return _rewrite(asked, lambda text, name: cleaned(text, name)[0], screen, asked.write)


def upgrade(asked: argparse.Namespace, screen: Screen, _environ: Mapping[str, str]) -> int:
    """A report of an earlier format in the present one, or back."""
    from report.content.rewrite.upgrade import FORMAT
    from report.content.rewrite.upgrade import upgrade as upgraded

    to = FORMAT if asked.to is None else asked.to
    return _rewrite(asked, lambda text, name: upgraded(text, name, to), screen, not asked.dry_run)


def _rewrite(asked: argparse.Namespace, rewrite: Rewrite, screen: Screen, write: bool) -> int:
    """Show what a rewriting changes, and write it; nothing is written when one of the files cannot be read."""
    from report.content.rewrite.text import difference

    texts = dict(_texts(report_file(asked.report)))
    rewritten = {path: rewrite(text, str(path)) for path, text in texts.items()}
    changed = {path: text for path, text in rewritten.items() if text != texts[path]}
    shown = {path: difference(texts[path], text, path.as_posix()) for path, text in changed.items()}
    for path, text in changed.items() if write else ():
        write_files(path.parent, {path.name: text.encode("utf-8")})
    if asked.json:
        files = [{"path": path.as_posix(), "difference": text} for path, text in shown.items()]
        screen.say_json({"files": files, "written": write and bool(files), "problems": []})
        return GOOD
    for text in shown.values():
        screen.say(text.rstrip("\n"))
    said = ("rewritten" if write else "would-rewrite") if changed else "nothing-to-rewrite"
    screen.say(screen.word(said, file=asked.report))
    return GOOD


def _texts(path: Path, seen: frozenset[Path] = frozenset()) -> Iterator[tuple[Path, str]]:
    """A report and the files it includes, each once; one that does not exist is left to `check`."""
    from report.content.rewrite.convert import included

    try:
        text = path.read_bytes().decode("utf-8")
    except OSError:
        raise ContentError([problem("cannot-read", Place(str(path), 1, 1), file=path)]) from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ContentError([problem("not-utf8", Place(str(path), line, 1))]) from None
    yield path, text
    try:
        names = included(text, str(path))
    except ContentError:  # what is wrong with it is told by the rewriting itself
        return
    for file in (path.parent / name for name in dict.fromkeys(names)):
        if file.is_file() and file not in seen | {path}:
            yield from _texts(file, seen | {path})


def schema(_asked: argparse.Namespace, screen: Screen, _environ: Mapping[str, str]) -> int:
    """The schema of reports in the language of the run."""
    from report.content.schema import as_text

    screen.say(as_text(screen.language).rstrip("\n"))
    return GOOD


def explain(asked: argparse.Namespace, screen: Screen, _environ: Mapping[str, str]) -> int:
    """What a code means, why it matters, and an example."""
    row = all_rows().get(asked.code)
    if row is None:
        raise Usage("unknown-code", "explain", name=asked.code, near=likest(asked.code, all_rows(), 0))
    said = [re.sub(r"\{\w+\}", "…", text) for text in fill(row, screen.language)]  # no values to fill the blanks
    more = _explained(asked.code, screen)
    if asked.json:
        screen.say_json({"code": asked.code, "message": said[0], "hint": said[1], **more, "problems": []})
        return GOOD
    examples = ("\n".join([screen.word(key), *_indented(more[key])]) for key in ("before", "after") if more[key])
    screen.say(
        "\n\n".join([asked.code, "\n".join(said), *([more["explanation"]] if more["explanation"] else ()), *examples])
    )
    return GOOD


def _indented(text: str) -> Iterator[str]:
    return (f"    {line}".rstrip() for line in text.splitlines())


def _explained(code: str, screen: Screen) -> dict[str, str]:
    """The paragraph and the examples of a code, empty for one without."""
    from report.content.rewrite.convert import shown
    from report.messages.explain import EXPLAINED

    more = EXPLAINED.get(code)
    if more is None:
        return {"explanation": "", "before": "", "after": ""}
    chinese = screen.language == "zh"
    before = more.turned if more.turned and not chinese else shown(more.before, screen.language)
    after = shown(more.after, screen.language)
    return {"explanation": more.zh if chinese else more.en, "before": before, "after": after}
