"""impose: any PDF onto sheets, for saddle stitch, for a reader, for an office printer, or many times on one."""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from report import units
from report.commands.arguments import GOOD, Arguments, Usage, near, path_of, some
from report.commands.preflight import read_pdf
from report.commands.reports import sized
from report.deliver.output import write_files
from report.problem import ContentError
from report.record import replace
from report.terminal import Screen
from report.units import MM

if TYPE_CHECKING:
    from report.deliver.impose.sheets import Imposed
    from report.deliver.impose.wanted import Layout, Size, Wanted

ONLY = {
    "--grid": ("repeat",),
    "--gap": ("repeat",),
    "--blanks": ("printer", "booklet"),
    "--creep": ("printer", "booklet"),
    "--paper-thickness": ("printer", "booklet"),
    "--bind": ("printer", "booklet", "reader"),
}
"""Options that some layouts have no use for."""
LAYOUTS: tuple[Layout, ...] = ("printer", "reader", "booklet", "repeat")


def impose_arguments() -> Arguments:
    parser = Arguments("impose")
    parser.add_argument("file", type=path_of, metavar="FILE.pdf")
    parser.flags("--booklet", "--json", "--marks", "--no-marks")
    for name in ("--layout", "--sheet", "--paper-thickness", "--creep", "--grid", "--gap"):
        parser.add_argument(name, type=some)
    parser.add_argument("--blanks", choices=["end", "inside"])
    parser.add_argument("--bind", choices=["left", "right"])
    parser.add_argument("--trim", choices=["page"])
    parser.add_argument("-o", dest="target", type=path_of, metavar="FILE.pdf")
    return parser


def impose(asked: argparse.Namespace, screen: Screen, _environ: Mapping[str, str]) -> int:
    wanted = _wanted(asked)
    target = asked.target or asked.file.with_name(f"{asked.file.stem}-imposed.pdf")
    if target.suffix.lower() != ".pdf" or target.resolve() == asked.file.resolve():
        raise Usage("imposed-name", "impose", file=str(target))
    data = read_pdf(asked.file)
    import logging

    from report.deliver.impose.sheets import imposed  # it brings pikepdf

    logging.getLogger("pikepdf").setLevel(logging.CRITICAL)  # what is wrong with a packet is told as a problem of ours
    try:
        made = imposed(data, asked.file.name, wanted)
    except ContentError as error:
        raise ContentError([replace(one, file=str(asked.file)) for one in error.problems]) from error
    write_files(target.parent, {target.name: made.data})
    screen.tell(made.problems, str(asked.file))
    if asked.json:
        screen.say_json({**as_json(made, wanted, target), "problems": screen.told(made.problems, str(asked.file))})
    else:
        screen.say(_said(made, wanted, target, screen))
    return GOOD


def _wanted(asked: argparse.Namespace) -> Wanted:
    """The wish as it was written; raises Usage for what is no wish."""
    from report.deliver.impose.wanted import Wanted

    layout = _layout(asked)
    for option, layouts in ONLY.items():
        if getattr(asked, option[2:].replace("-", "_")) and layout not in layouts:
            raise Usage("option-not-here", "impose", what=option, layout=layout)
    way, total = _creep(asked.creep)
    return Wanted(
        layout=layout,
        sheet=_sheet(asked.sheet),
        thickness=_length("--paper-thickness", asked.paper_thickness) or 0.0,
        creep=way,
        insists=asked.creep not in (None, "none"),
        total=total,
        blanks=asked.blanks or "",
        grid=_grid(asked.grid),
        gap=_length("--gap", asked.gap),
        marks=True if asked.marks else False if asked.no_marks else None,
        bound=asked.bind or "",
        whole_page=asked.trim == "page",
    )


def _layout(asked: argparse.Namespace) -> Layout:
    name = asked.layout or ("booklet" if asked.booklet else "printer")
    if name not in LAYOUTS:
        raise Usage("bad-layout", "impose", name=name, near=near(name, LAYOUTS))
    if asked.booklet and name != "booklet":
        raise Usage("option-not-here", "impose", what="--booklet", layout=name)
    return next(layout for layout in LAYOUTS if layout == name)


def _sheet(given: str | None) -> Size | None:
    from report.deliver.impose.wanted import SHEETS, sheet_named

    if given is None:
        return None
    found = sheet_named(given)
    if found is None:
        raise Usage("unknown-paper", "impose", name=given, near=near(given.upper(), SHEETS), all="、".join(SHEETS))
    return found


def _creep(given: str | None) -> tuple[Literal["in", "out", "none"], float | None]:
    if given in ("in", "out", "none"):
        way: Literal["in", "out", "none"] = given  # type: ignore[assignment]  # mypy does not narrow by `in`
        return way, None
    return "in", _length("--creep", given)


def _length(what: str, given: str | None) -> float | None:
    """A length from nothing to ten centimetres, in points."""
    if given is None:
        return None
    try:
        value = units.length(given)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 100 * MM:
        raise Usage("bad-measure", "impose", what=what, given=given)
    return value


def _grid(given: str | None) -> tuple[int, int] | None:
    found = re.fullmatch(r"(\d{1,3})\s*[xX×*]\s*(\d{1,3})", given or "")
    if given is not None and (found is None or "0" in (found[1].lstrip("0") or "0", found[2].lstrip("0") or "0")):
        raise Usage("bad-grid", "impose", given=given)
    return (int(found[1]), int(found[2])) if found else None


def as_json(made: Imposed, wanted: Wanted, target: Path) -> dict[str, Any]:
    """What was made, with every side; lengths in millimetres."""
    plan = made.plan
    return {
        "path": str(target),
        "sha256": made.sha256,
        "bytes": len(made.data),
        "standards": list(made.standards),
        "layout": wanted.layout,
        "pages": made.pages,
        "media_mm": [round(side / MM, 3) for side in plan.media],
        "trim_mm": [round(side / MM, 3) for side in plan.trim],
        "bleed_mm": [round(side / MM, 3) for side in plan.bleed],
        "sides": [
            {
                "sheet": one.side.sheet,
                "face": one.side.face,
                "pages": list(one.side.cells),
                "creep_mm": round(one.shift / MM, 3),
            }
            for one in plan.sides
        ],
    }


def _said(made: Imposed, wanted: Wanted, target: Path, screen: Screen) -> str:
    plan = made.plan
    lines = [screen.word("imposed", **_counts(made, wanted))]
    shifts = [one.shift / MM for one in plan.sides]
    most = max(shifts, key=abs)
    if most:
        step = plan.creep.thickness / MM
        way = screen.word(f"creep-{plan.creep.way}")
        lines.append("  " + screen.word("imposed-creep", step=f"{step:.3g}", most=f"{abs(most):.3g}", way=way))
    size = sized(len(made.data))
    lines.append(
        "  " + screen.word("imposed-file", path=target, size=size, standards=" ".join(made.standards)).rstrip()
    )
    return "\n".join(lines)


def _counts(made: Imposed, wanted: Wanted) -> dict[str, object]:
    from report.deliver.impose.wanted import said

    plan = made.plan
    blanks = sum(cell == 0 for one in plan.sides for cell in one.side.cells)
    return {
        "layout": f"@{wanted.layout}",
        "pages": made.pages,
        "blanks": blanks or "",
        "sheets": len({one.side.sheet for one in plan.sides}),
        "sides": len(plan.sides),
        "trim": said(plan.trim[2] - plan.trim[0], plan.trim[3] - plan.trim[1]),
        "media": said(*plan.media),
    }
