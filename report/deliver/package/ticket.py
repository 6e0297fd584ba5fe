"""The job ticket (印刷工单): what the shop is to print, on what, how many, how bound; one page and the same as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from report.colour import BLACK, Colour
from report.content.keys import SIZES, WORDS
from report.content.papers import leaf_thickness, spine_width
from report.deliver.onepage import (
    FOOT,
    GREEN,
    GREY,
    LEFT,
    RED,
    SIZE,
    TOP,
    Row,
    Setter,
    as_file,
    style,
)
from report.deliver.package.parts import ROLES, Job, Json, Part
from report.drawing import Item, Marked
from report.layout.book import COVER, GLUED
from report.problem import Problem, problem
from report.units import MM

PROCESS = {"Cyan": "C", "Magenta": "M", "Yellow": "Y", "Black": "K"}
OPEN = "＿＿＿＿＿＿＿＿（未写明）"
"""What stands where the report says nothing and the shop asks."""
WANTED: Mapping[str, str] = {"paper": "纸张", "weight": "克重", "quantity": "印数"}
"""What no shop can quote without, by the keys of the report."""


def ticket(job: Job) -> Json:
    """The job as JSON; lengths in millimetres, null where the report says nothing."""
    about, sheet, printing = job.report.about, job.report.sheet, job.report.printing
    return {
        "id": about.identifier,
        "title": about.title,
        "body": about.body,
        "date": about.date,
        "size_mm": [_mm(sheet.width), _mm(sheet.height)],
        "size_name": size_name(job),
        "bleed_mm": _mm(sheet.bleed),
        "binding": sheet.binding,
        "pages": job.pages,
        "sheets_a_copy": job.pages // 4 if sheet.binding == "saddle-stitch" and job.pages % 4 == 0 else None,
        "quantity": printing.quantity or None,
        "paper": _paper(printing.paper, printing.weight, leaf_thickness(printing)),
        "cover_paper": _paper(printing.cover_paper, printing.cover_weight, 0.0),
        "spine_mm": _mm(_spine(job)) or None,
        "flaps_mm": _mm(printing.flaps) or None,
        "creep": printing.creep,
        "finish": printing.finish or None,
        "inks": sorted({ink for part in job.parts for ink in part.record["inks"] if ink != "All"}, key=_in_order),
        "condition": next((part.record["condition"] for part in job.parts if part.record["condition"]), None),
        "files": [_file(part) for part in job.parts],
    }


def _spine(job: Job) -> float:
    """The spine as the cover has it; where the cover is pages of the file, these lie around the inside, too."""
    if job.report.sheet.binding not in GLUED:
        return 0.0
    apart = any(part.role == "cover" for part in job.parts)
    return spine_width(job.report.printing, job.pages if apart else job.pages - COVER)


def missing(job: Job) -> Iterator[Problem]:
    """What the shop will ask for, told as one warning where the report speaks of printing, or at its sheet."""
    printing = job.report.printing
    keys = [zh for name, zh in WANTED.items() if not getattr(printing, name)]
    if keys:
        place = next(iter(printing.places.values()), None) or job.report.sheet.place
        yield problem("ticket-incomplete", place, "warning", keys="、".join(keys))


def ticket_page(job: Job) -> bytes:
    """The ticket as one page of PDF/A-2u and PDF/UA-1."""
    items = _Ticket().page(job, ticket(job))
    return as_file([items], f"{job.name}-ticket", f"印刷工单：{job.report.about.title}", "印刷工单")


def size_name(job: Job) -> str | None:
    """The name of the finished size, upright or not."""
    given = sorted((job.report.sheet.width / MM, job.report.sheet.height / MM))
    return next(
        (
            name
            for name, size in SIZES.items()
            if all(abs(a - b) < 0.5 for a, b in zip(given, sorted(size), strict=True))
        ),
        None,
    )


def _mm(points: float) -> float:
    return round(points / MM, 2)


def _paper(name: str, weight: int, thickness: float) -> Json | None:
    if not (name or weight or thickness):
        return None
    return {"name": _shown(name) or None, "weight_gsm": weight or None, "thickness_mm": _mm(thickness) or None}


def _shown(name: str) -> str:
    """A paper as shops call it."""
    return next((zh for zh, key in WORDS["paper"].items() if key == name), name)


def _in_order(ink: str) -> tuple[int, str]:
    return (list(PROCESS).index(ink) if ink in PROCESS else len(PROCESS), ink)


def _file(part: Part) -> Json:
    return {
        "name": part.name,
        "role": part.role,
        "pages": part.record["pages"],
        "sha256": part.record["sha256"],
        "standards": [row["name"] for row in part.record["standards"] if row["claimed"]],
        "errors": part.errors,
        "warnings": sum(one.severity == "warning" for one in part.problems),
    }


# The page


def rows(job: Job, said: Json) -> Iterator[Row]:
    about, printing = job.report.about, job.report.printing
    yield Row("品名", (f"《{about.title}》", *((about.subtitle,) if about.subtitle else ())))
    yield Row("委印单位", (about.body or OPEN,))
    yield Row("编号与日期", (f"{about.identifier} · {about.date}",))
    yield Row("成品尺寸", (_size(said), *_flat(job)))
    yield Row("页数", (_pages(said),))
    yield Row("印数", (f"{printing.quantity} 本" if printing.quantity else OPEN,))
    yield Row("内文用纸", (_stock(said["paper"]),))
    yield Row("封面用纸", (_stock(said["cover_paper"]) if said["cover_paper"] else "与内文相同，或＿＿＿＿＿＿",))
    yield Row("色彩", (_inks(said["inks"]), f"印刷条件 {said['condition'] or '未写明'}"))
    yield Row("装订", tuple(_binding(job, said)))
    yield Row("表面与后道", (printing.finish or "无，或＿＿＿＿＿＿",))
    files = [(text, colour) for part in job.parts for text, colour in _file_said(part)]
    yield Row("文件", [text for text, _ in files], [colour for _, colour in files])


def _size(said: Json) -> str:
    width, height = said["size_mm"]
    name = f"（{said['size_name']}）" if said["size_name"] else ""
    return f"{width:g} × {height:g} mm{name}，四边出血 {said['bleed_mm']:g} mm"


def _flat(job: Job) -> Iterator[str]:
    """The sheet of a cover as it is before it is folded."""
    for part in job.parts:
        if part.role == "cover":
            width, height = part.record["boxes"][0]["trim_mm"]
            yield f"封面展开 {width:g} × {height:g} mm"


def _pages(said: Json) -> str:
    sheets = f"，每本 {said['sheets_a_copy']} 张，每张 4 页" if said["sheets_a_copy"] else ""
    covers = [file["pages"] for file in said["files"] if file["role"] == "cover"]
    if covers:
        return f"内文 {said['pages']} 页，封面另出 {sum(covers)} 面{sheets}"
    return f"{said['pages']} 页{'' if said['binding'] == 'none' else '，含封面'}{sheets}"


def _stock(paper: Json | None) -> str:
    if paper is None:
        return OPEN
    weight = f"{paper['weight_gsm']} g/m²" if paper["weight_gsm"] else "克重＿＿＿"
    thickness = f"（每张厚 {paper['thickness_mm']:g} mm）" if paper["thickness_mm"] else ""
    return f"{paper['name'] or '纸张＿＿＿'}，{weight}{thickness}"


def _inks(inks: list[str]) -> str:
    process = [PROCESS[ink] for ink in inks if ink in PROCESS]
    spots = [ink for ink in inks if ink not in PROCESS]
    how = {0: "没有原色", 1: "单色", 4: "四色"}.get(len(process), f"{len(process)} 色")
    said = f"{how}（{' '.join(process)}）" if process else how
    return said + (f" + 专色 {len(spots)} 种：{'、'.join(spots)}" if spots else "，没有专色")


def _binding(job: Job, said: Json) -> Iterator[str]:
    names = {key: zh for zh, key in WORDS["binding"].items()}
    words = [names.get(job.report.sheet.binding, job.report.sheet.binding)]
    words += [f"书脊 {said['spine_mm']:g} mm"] if said["spine_mm"] else []
    words += [f"勒口 {said['flaps_mm']:g} mm"] if said["flaps_mm"] else []
    yield "不装订" if job.report.sheet.binding == "none" else "，".join(words)
    if job.report.sheet.binding == "saddle-stitch":
        yield "爬移：文件里已补，拼版时不要再补" if said["creep"] else "爬移：文件里没有补，拼版时按纸厚补"


def _file_said(part: Part) -> Iterator[tuple[str, Colour]]:
    """Three lines of a file, each with its colour."""
    record = part.record
    claimed = " ".join(row["name"] for row in record["standards"] if row["claimed"]) or "没有声明标准"
    size = f"{record['bytes'] / 1e6:.2f} MB"
    yield f"{ROLES[part.role]} · {part.name} · {record['pages']} 页 · {size} · {claimed}", BLACK
    yield f"SHA-256 {record['sha256']}", GREY
    warnings = sum(one.severity == "warning" for one in part.problems)
    found = f"错误 {part.errors} 条" if part.errors else "未发现错误"
    yield f"预检：{found}，警告 {warnings} 条", RED if part.errors else GREEN


class _Ticket(Setter):
    """Sets the page, from the top downwards."""

    def page(self, job: Job, said: Json) -> tuple[Item, ...]:
        head = (
            Marked("H1", self.line("印刷工单", LEFT, 28 * MM, style(24, weight=700, family="song"))),
            Marked("P", self.line(f"《{job.report.about.title}》", LEFT, 44 * MM, style(16, weight=700))),
            Marked("P", self.line(f"{job.name} · {_pages(said)}", LEFT, 53 * MM, style(SIZE, GREY))),
        )
        cells: list[Item] = []
        y = TOP
        for row in rows(job, said):
            made, y = self.row(row, y)
            cells.append(made)
        return (*head, Marked("Table", tuple(cells)), *self._foot(max(y, FOOT - 14 * MM)))

    def _foot(self, y: float) -> tuple[Item, ...]:
        lines = (
            "承印厂：＿＿＿＿＿＿＿＿＿＿　　　交货日期：＿＿＿＿＿＿＿＿",
            "委印签字：＿＿＿＿＿＿＿＿＿　　　承印签字：＿＿＿＿＿＿＿＿",
        )
        made = (self.line(text, LEFT, y + 9 * MM * (n + 1), style(SIZE)) for n, text in enumerate(lines))
        said = self.line("由报告与成品文件算出；以双方签字为准", LEFT, y + 26 * MM, style(7, GREY))
        return (*(Marked("P", items) for items in made), Marked("P", said))
