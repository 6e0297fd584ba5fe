"""A theme and a title into the files of a new report: text with comments, facts, data, the schema for editors."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from report.content.rewrite.convert import convert
from report.content.schema import as_text
from report.content.schema.pairs import Language
from report.content.tables.writing import as_bytes
from report.named import NamedTuple
from report.patterns import late

HERE = Path(__file__).parent
THEMES: Mapping[str, str] = {
    "brochure": "家门口的五年",
    "bulletin": "青岚市2025年妇女工作统计公报",
    "attachment": "青岚市妇联工作主要数据",
}
"""The themes that a report can begin with, each with the title of its sample."""
REPORT, FACTS, README = "report.yaml", "facts.csv", "README.md"
IDENTIFIER = late(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")

FACT_HEAD = ("名", "值", "单位", "约", "说明")
FACT_ROWS = (
    ("家园", Decimal(1286), "个", "", "建成“妇女之家”"),
    ("执委", Decimal(20934), "名", "余", "村、社区妇联执委；来源写作20934余名"),
    ("调解率", Decimal("97.6"), "%", "", "家事纠纷调解成功率"),
    ("调解率上年", Decimal("95.2"), "%", "", ""),
    ("热线", Decimal(1280), "件", "近", "维权热线受理来电"),
    ("就业服务", Decimal(62000), "人次", "余", "提供就业服务"),
    ("贷款", Decimal(360000000), "元", "", "创业贷款"),
)
TRAINING_HEAD = ("年份", "场次", "人次")
TRAINING_ROWS = (
    ("2021", Decimal(118), Decimal(8600)),
    ("2022", Decimal(126), Decimal(9150)),
    ("2023", Decimal(171), Decimal(12300)),
    ("2024", Decimal(204), Decimal(15870)),
    ("2025", Decimal(232), Decimal(18420)),
)
PLACES_HEAD = ("县区", "家园", "微家")
PLACES_ROWS = (
    ("东城区", Decimal(342), Decimal(96)),
    ("西城区", Decimal(287), Decimal(81)),
    ("临河县", Decimal(265), Decimal(74)),
    ("山阳县", Decimal(214), Decimal(58)),
    ("青岚新区", Decimal(178), Decimal(63)),
)
_SAID = late(r"#= (?P<zh>.*?) \| (?P<en>.*)$", re.M)
"""A comment of a template in both languages."""

Rows = Sequence[Sequence[str | Decimal]]


class Wish(NamedTuple):
    """What is asked of a new report."""

    identifier: str
    title: str
    theme: str
    language: Language


def starter(wish: Wish) -> dict[str, bytes]:
    """Every file of the report by its name."""
    schema = f"report.{wish.language}.json"
    return {
        schema: as_text(wish.language).encode(),
        FACTS: _table(FACTS, "事实", FACT_HEAD, FACT_ROWS),
        "training.csv": _table("training.csv", "培训", TRAINING_HEAD, TRAINING_ROWS),
        "places.xlsx": _table("places.xlsx", "阵地", PLACES_HEAD, PLACES_ROWS),
        README: _readme(wish).encode(),
        REPORT: _report(wish).encode(),
    }


def identifier(folder: str) -> str:
    """The id of a report in a folder of that name; `report` for one that has no ASCII."""
    return folder if IDENTIFIER.fullmatch(folder) else "report"


def _table(name: str, title: str, head: Sequence[str], rows: Rows) -> bytes:
    return as_bytes(Path(name), title, head, rows)


def _report(wish: Wish) -> str:
    text = (HERE / f"{wish.theme}.yaml").read_text(encoding="utf-8")
    text = _SAID.sub(rf"# \g<{wish.language}>", text)
    for name, value in {"id": wish.identifier, "title": wish.title, "theme": wish.theme}.items():
        text = text.replace(f"@{name}@", scalar(value))
    return text if wish.language == "zh" else convert(text, "en", REPORT)


def scalar(text: str) -> str:
    """A text as YAML reads it back, quoted where it must be, in a flow as well."""
    plain = re.fullmatch(r"[^\W\d_][\w·—]*", text) and text.lower() not in ("true", "false", "null", "yes", "no")
    return text if plain else json.dumps(text, ensure_ascii=False)


def _readme(wish: Wish) -> str:
    if wish.language == "zh":
        return (
            f"# {wish.title}\n\n"
            f"`banxin build {REPORT}` 排版，成品在 `out/{wish.identifier}/`；"
            f"`banxin check {REPORT}` 查错；加 `--draft` 出校样。数都在 `{FACTS}`。\n"
        )
    return (
        f"# {wish.title}\n\n"
        f"`banxin build {REPORT}` builds it into `out/{wish.identifier}/`; "
        f"`banxin check {REPORT}` finds mistakes; `--draft` makes a proof. The figures are in `{FACTS}`.\n"
    )
