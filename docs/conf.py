"""How Sphinx makes the site of the manual: MyST pages, the theme furo, nothing from a network."""

import logging
import re
import sys
from importlib.util import module_from_spec, spec_from_file_location
from itertools import pairwise
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.search import SearchLanguage, languages

DOCS = Path(__file__).parent

project = "版心 Banxin"
author = "Banxin"
project_copyright = "Banxin"
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
language = "zh_CN"
myst_heading_anchors = 4
html_theme = "furo"
html_title = "版心"
html_static_path = ["static"]
html_css_files = ["manual.css"]
html_copy_source = False
html_show_sphinx = False
html_search_language = "zh"
suppress_warnings = ["myst.header", "misc.highlighting_failure"]
"""Pages begin at level 1 and may leave a level out; examples in words of users are no code."""


class Pairs(SearchLanguage):
    """Search in Chinese without a word list: every two neighbours are a word, here and in what is asked for; so is a
    character by itself, since it may be all that is asked for."""

    lang = "zh"
    language_name = "Chinese"
    js_splitter_code = """
function splitQuery(query) {
  const found = [];
  for (const part of query.match(/[\\p{Script=Han}]+|[\\p{L}\\p{N}_]+/gu) || []) {
    const signs = Array.from(part);
    if (!/\\p{Script=Han}/u.test(part) || signs.length < 2) found.push(part);
    else for (let i = 0; i + 1 < signs.length; i++) found.push(signs[i] + signs[i + 1]);
  }
  return found;
}
"""

    def split(self, text: str) -> list[str]:
        """Latin words and numbers whole, Han by ones and twos."""
        found: list[str] = []
        for part in re.findall(r"[\u3400-\u9fff]+|[^\W\u3400-\u9fff]+", text):
            if "\u3400" <= part[0] <= "\u9fff" and len(part) > 1:
                found += [*part, *map("".join, pairwise(part))]
            else:
                found.append(part)
        return found


languages["zh"] = Pairs


def setup(app: Any) -> None:
    """Fills the page of messages, always anew; and a line's end between Chinese and English is one on the page, too,
    while between Han it is not even a space."""
    app.connect("source-read", _filled)
    app.connect("env-get-outdated", lambda *_: ["messages"])
    app.connect("doctree-read", _beside)
    app.connect("build-finished", _accessible)


def _filled(_app: Any, name: str, source: list[str]) -> None:
    """The page of messages as docs/messages.py makes it from the package of this checkout."""
    if name == "messages":
        sys.path.insert(0, str(DOCS.parent))
        logging.getLogger("pikepdf").setLevel(logging.WARNING)  # Sphinx shows what any library logs
        spec = spec_from_file_location("messages_page", DOCS / "messages.py")
        assert spec is not None
        assert spec.loader is not None
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
        source[0] = module.page()


def _beside(_app: Any, tree: Any) -> None:
    """MyST makes a line's end a text of its own: its neighbours say which languages meet there."""
    for paragraph in list(tree.findall(nodes.paragraph)):
        for end in [child for child in paragraph.children if isinstance(child, nodes.Text) and str(child) == "\n"]:
            at = paragraph.index(end)
            before, after = (paragraph[k].astext() if 0 <= k < len(paragraph) else "" for k in (at - 1, at + 1))
            if HAN_END.search(before) and LATIN_START.match(after):
                paragraph.replace(end, nodes.raw("", "<br>", format="html"))
            elif HAN_END.search(before) and HAN_START.match(after):
                paragraph.replace(end, nodes.Text(""))


def _accessible(app: Any, error: Exception | None) -> None:
    """What axe-core misses in pages of the theme: names, levels, and keys that scroll what is wider than its room."""
    for path in () if error else Path(app.outdir).glob("*.html"):
        page = path.read_text(encoding="utf-8")
        for missing, put in MENDED.items():
            page = page.replace(missing, put)
        path.write_text(page, encoding="utf-8")


MENDED = {
    '<aside class="sidebar-drawer">': '<aside class="sidebar-drawer" aria-label="手册 Manual">',
    '<aside class="toc-drawer">': '<aside class="toc-drawer" aria-label="本页 This page">',
    'role="heading">': 'role="heading" aria-level="2">',
    "<pre>": '<pre tabindex="0">',
    '\n<div id="search-results">': '<h1>搜索 · Search</h1><div id="search-results">',
}
"""Each is not found any more where it has been put, so pages that Sphinx leaves alone stay as they are."""
HAN_END = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]$")
HAN_START = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
LATIN_START = re.compile(r"[A-Za-z`]")
