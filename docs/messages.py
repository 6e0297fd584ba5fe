"""The messages of messages.md: every code with what it says, what to do, what it means, and an example.

They are made from the tables of words whenever the site is (docs/conf.py), and kept nowhere.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from pathlib import Path

from report.messages import PARTS, SEVERITIES, all_rows, part
from report.messages.explain import EXPLAINED
from report.messages.row import Message
from report.preflight.rules import RULES

SOURCES = Path(__file__).parents[1] / "report"

PAGE = Path(__file__).with_name("messages.md")
MARK = "<!-- messages: docs/messages.py -->\n"
"""Where the page has its messages when the site is made."""
AS_SET = "按设置 as set"
TITLES: Mapping[str, str] = {
    "binding": "页数和装订 · Pages and binding",
    "charts": "图表 · Charts",
    "command": "命令 · Commands",
    "content": "稿子 · The report",
    "figures": "数字 · Figures",
    "fonts": "字体 · Fonts",
    "layout": "排版 · Layout",
    "notes": "注 · Notes",
    "official": "公文 · Official documents",
    "pdf": "文件 · The file",
    "pictures": "图片 · Pictures",
    "tables": "数据和表格 · Data and tables",
    "rewrite": "改写 · Rewriting",
    "themes": "主题 · Themes",
    "typeset": "字 · Type",
    "prepress": "预检：印刷 · Preflight for print",
    "presswork": "预检：印版 · Preflight of plates",
    "archiving": "预检：存档和无障碍 · Preflight for archives and readers",
    "selfcheck": "出文件时的检查 · Checks of what is written",
    "jobs": "任务 · Jobs",
    "batch": "批量 · Batches",
    "watch": "运行记录 · Records of runs",
    "changes": "对照 · Comparing",
    "since": "校样对照 · Proofs since an edition",
    "schedule": "定时 · Schedules",
    "imposing": "拼版 · Imposition",
    "packaging": "打包 · Packages",
    "starting": "新建 · New reports",
    "typefaces": "字体目录 · Font catalogues",
    "values": "Python 接口 · The Python API",
    "preview": "预览 · Preview",
}


def page() -> str:
    """The whole page."""
    known = severities()
    return PAGE.read_text(encoding="utf-8").replace(MARK, "\n".join(_part(name, known) for name in PARTS))


def _part(name: str, known: Mapping[str, Set[str]]) -> str:
    entries = (_entry(code, row, _how_bad(known[code])) for code, row in sorted(part(name).items()))
    return "\n".join([f"## {TITLES[name]}\n", *entries])


def _entry(code: str, row: Message, how_bad: str) -> str:
    return "\n".join([f"### `{code}`\n", f"**{how_bad}**\n", *_lines(code, row), ""])


def _how_bad(found: Set[str]) -> str:
    names = (f"{row.zh} {row.en}" for name, row in SEVERITIES.items() if name in found)
    return AS_SET if "" in found else " · ".join(names)


def _lines(code: str, row: Message) -> Iterator[str]:
    for said, hint in ((row.zh, row.zh_hint), (row.en, row.en_hint)):
        yield "  \n".join(f"{_plain(text)}" for text in (said, hint) if text)
        yield ""
    found = EXPLAINED.get(code)
    if found is None:
        return
    yield f"{_escaped(found.zh)}  \n{_escaped(found.en)}"
    yield ""
    for label, text in (("会报错 wrong", found.before), ("改成 right", found.after)):
        if text:
            yield f"{label}：\n\n```text\n{text}\n```"


def _plain(text: str) -> str:
    """A row without its blanks, as far as it is always said."""
    kept = re.sub(r"\[\[(.*?)\]\]", lambda found: found[1], text)
    return _escaped(re.sub(r"\{\w+\}", "…", kept))


def _escaped(text: str) -> str:
    """Text that Markdown leaves as it is; what stands between backticks is code here, too."""
    parts = re.split(r"(`[^`]+`)", text)
    return "".join(part if n % 2 else _safe(part) for n, part in enumerate(parts))


def _safe(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>|~#$])", r"\\\1", text)


def severities() -> Mapping[str, Set[str]]:
    """How bad each code is, by the sources of the package: what its rule says, or the calls that make a problem of it,
    or those that take it from a table; "" where a report or its settings decide."""
    of_rules: Found = defaultdict(set)
    called: Found = defaultdict(set)
    held: Found = defaultdict(set)
    for rule in RULES:
        of_rules[rule.code].add(rule.severity)
    for path in sorted(SOURCES.rglob("*.py")):
        if not path.is_relative_to(SOURCES / "messages"):
            _Source(ast.parse(path.read_text(encoding="utf-8"))).tell(called, held)
    return {code: of_rules[code] or called[code] or held[code] or {"error"} for code in all_rows()}


Found = defaultdict[str, set[str]]
MAKERS: Mapping[str, int] = {**dict.fromkeys(("problem", "valued", "add", "Problem"), 2), "note": 3}
"""What makes a problem of a code, and where its severity stands among the arguments; left out it is an error."""


class _Source:
    """What one module says of codes."""

    def __init__(self, tree: ast.Module) -> None:
        self._tree = tree
        self._codes = all_rows().keys()

    def tell(self, called: Found, held: Found) -> None:
        """Adds the severities of codes that calls name, and of those that come to calls from a table."""
        passed: set[str] = set()
        for scope in ast.walk(self._tree):
            if isinstance(scope, ast.FunctionDef):
                for call in (node for node in ast.walk(scope) if isinstance(node, ast.Call) and _makes(node)):
                    codes, levels = self._codes & set(_constants(call.args[0])), self._levels(call, scope)
                    for code in codes:
                        called[code] |= levels
                    passed |= set() if codes else levels
        for code in self._codes & set(_constants(self._tree)):
            held[code] |= passed

    def _levels(self, call: ast.Call, scope: ast.FunctionDef) -> Set[str]:
        at = MAKERS[_called(call)]
        given = [word.value for word in call.keywords if word.arg == "severity"] or call.args[at : at + 1]
        return self._worth(given[0], scope) if given else {"error"}

    def _worth(self, given: ast.expr, scope: ast.FunctionDef) -> Set[str]:
        """The severities that an expression may have; "" where they come from elsewhere."""
        match given:
            case ast.Constant(str(value)):
                return {value}
            case ast.IfExp():
                return self._worth(given.body, scope) | self._worth(given.orelse, scope)
            case ast.Tuple():
                return set().union(*(self._worth(one, scope) for one in given.elts)) - {""}
            case ast.Name(name):
                values = list(_values(name, scope)) or [*_values(name, self._tree)]
                return set().union(*(self._worth(value, scope) for value in values)) if values else {""}
        return {""}


def _makes(call: ast.Call) -> bool:
    """A set's `add` has one argument, a list of problems' has two."""
    return _called(call) in MAKERS and len(call.args) > (_called(call) == "add")


def _called(call: ast.Call) -> str:
    return str(getattr(call.func, "id", getattr(call.func, "attr", "")))


def _constants(tree: ast.AST) -> Iterator[str]:
    return (n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str))


def _values(name: str, scope: ast.AST) -> Iterator[ast.expr]:
    """What a name is set to in a function or a module."""
    for node in ast.walk(scope):
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(isinstance(one, ast.Name) and one.id == name for target in targets for one in ast.walk(target)):
                yield node.value
