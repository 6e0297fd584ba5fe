"""A report in the other language: every name turned over, everything else as it was typed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from report.content.read import read_report
from report.content.rewrite.convert import convert, expression, included, prose
from report.content.schema.pairs import pairs, translated
from report.content.wording import paragraphs
from report.problem import ContentError
from tests.rewrite.reports import KEPT, ROOT, SAMPLE, bare, texts

NO_REPORTS = ("tests/bad/report-is-list.yaml",)
KEPT_ENGLISH = """\
# 注释一
format: 1   # 版本

"document":
    'id': a
    title: &t 五年一览   # 行末的注
    date: "2024-01-21"
    keywords: [妇联,   五年]
sheet: {binding: saddle-stitch,
       pages: 20}
facts:
  村: {value: 2135, unit: 个, approx: 余}
  名: {value: 97.6, unit: "%", approx: rounded}
check:
  figures: remind
  allow: [years, 四组一队]
  equations: ["sum(培训.人次) == 21", 村 > 名]
deliveries:
  press: {standards: PDF/X-4}
  样张: {standards: PDF/A-2u}
body:
  - text: |
      {{ document.title }}有{{ 村 | unit 名 }}，[重]{dots}、{{ year-on-year(培训.人次, 2025) }}，
      {{ 培训[2025].人次 | ten-thousand 1places }}，[图](#图-培训)。

      {{ document.date | date han }}
  - chart: {kind: ring, fact: 名, label: "名：{{ 名 | number }}", only: [press, 样张]}
  - table: {data: 培训, columns: [年份, {column: 人次, align: right}]}
  - two-columns:
      - [text: 左]
      - - break: {side: recto}
"""


def test_names_turn_over_and_the_rest_stays() -> None:
    assert convert(KEPT, "en") == KEPT_ENGLISH


@pytest.mark.parametrize("name", [name for name in texts() if name not in ("tests/bad/mixed-keys.yaml", *NO_REPORTS)])
def test_there_and_back_is_the_same_text(name: str) -> None:
    text = texts()[name]
    there, back = ("zh", "en") if convert(text, "en") == text else ("en", "zh")
    turned = convert(text, there)
    assert convert(turned, back) == text
    assert convert(turned, there) == turned


def test_the_sample_in_english_is_the_same_report(tmp_path: Path) -> None:
    folder = ROOT / "data" / "kaifeng"
    (tmp_path / "img").mkdir()
    for name in ("facts.csv", "img/dusk.jpg"):
        (tmp_path / name).write_bytes((folder / name).read_bytes())
    path = tmp_path / "report.yaml"
    models = []
    for text in (SAMPLE, convert(SAMPLE, "en")):
        path.write_text(text, encoding="utf-8")
        report, problems = read_report(path)
        models.append((bare(report), [problem.code for problem in problems]))
    assert models[0] == models[1]


EXPRESSIONS = """\
格式: 1
文档: {编号: a, 标题: 五年一览, 日期: 2024-01-21, 截至: 2023-12-31}
数据:
  培训: {文件: 培训.csv, 键: 年份, 列: {年份: 年, 人次: 整数}}
事实:
  贷款: {值: 3.6亿, 单位: 元}
  村: {值: 2135, 单位: 个, 约: 余}
  比例: {值: 97.6, 单位: "%"}
正文:
  - 段: |
      {{ 贷款 | 亿元 }}{{ 贷款 | 万元 }}{{ 贷款 | 元 千分 }}{{ 贷款 | 亿 2位 }}{{ 贷款 | 万 }}{{ 贷款 | 大写 }}
      {{ 村 | 数 }}{{ 村 | 单位 处 }}{{ 比例 | 数 }}{{ 文档.截至 | 年月日 汉字 }}{{ 文档.日期 | 年月 }}
      {{ 合计(培训.人次) }}{{ 平均(培训.人次) }}{{ 最大(培训.人次) }}{{ 最小(培训.人次) }}{{ 计数(培训.人次) }}
      {{ 最大项(培训.人次) }}{{ 最小项(培训.人次) }}{{ 排名(培训.人次, 2025) }}{{ 同比(培训.人次, 2025) }}
      {{ 环比(培训.人次, 2025) }}{{ 占比(培训[2024].人次, 合计(培训.人次)) }}{{ 倍(贷款, 贷款) }}
      {{ 百分点差(比例, 比例) }}
"""


def test_every_function_and_format_says_the_same_in_english(tmp_path: Path) -> None:
    """Names with a hyphen (year-on-year, as-of) are names, not subtractions."""
    (tmp_path / "培训.csv").write_text("年份,人次\n2023,3100\n2024,3600\n2025,4100\n", encoding="utf-8")
    said = []
    for text in (EXPRESSIONS, convert(EXPRESSIONS, "en")):
        (tmp_path / "report.yaml").write_text(text, encoding="utf-8")
        report, _ = read_report(tmp_path / "report.yaml")
        said.append([inline.text for paragraph in paragraphs(report) for inline in paragraph])
    assert said[0] == said[1]
    assert "3.60亿" in said[0]


def test_the_sample_in_english_has_no_chinese_key() -> None:
    english = convert(SAMPLE, "en")
    regions = re.compile(r"^ {8}\S+:|^ +(?:编印|数据来源|统计期|开本|色彩|用纸):")
    keys = [line for line in english.splitlines() if re.match(r" *(?:- )?[一-鿿]+:", line)]
    assert [line for line in keys if not regions.match(line)] == [], "only regions and rows of the imprint keep theirs"


def test_a_mixed_file_becomes_one_of_a_kind() -> None:
    assert convert("格式: 1\ndocument: {id: a, 标题: 五年}\n", "zh") == "格式: 1\n文档: {编号: a, 标题: 五年}\n"


def test_bytes_before_and_line_ends_stay() -> None:
    assert convert("\ufeff格式: 1\r\n正文: []\r\n", "en") == "\ufeffformat: 1\r\nbody: []\r\n"


def test_an_included_file_is_a_list_of_blocks() -> None:
    assert convert("- 段: 好\n- 章: {题: 建岗}\n", "en") == "- text: 好\n- chapter: {title: 建岗}\n"


def test_the_modeline_names_the_schema_of_the_language() -> None:
    line = "# yaml-language-server: $schema=../schema/report.zh.json\n格式: 1\n"
    assert convert(line, "en").startswith("# yaml-language-server: $schema=../schema/report.en.json\nformat")


def test_a_file_that_is_no_report_is_refused() -> None:
    with pytest.raises(ContentError) as raised:
        convert("name: brochure\ncolours: {}\n", "zh", "theme.yaml")
    assert [problem.code for problem in raised.value.problems] == ["not-a-report"]


def test_what_an_anchor_shares_between_maps_is_told() -> None:
    shared = "事实:\n  村: &x {名: 村, 值: 2135}\n正文:\n  - 图表: {类: 条形, 项: [*x]}\n"
    with pytest.raises(ContentError) as raised:
        convert(shared, "en", "f")
    (problem,) = raised.value.problems
    assert (problem.code, dict(problem.values)["text"], problem.place) == ("rewrite-shared", "名", ("f", 2, 10))
    assert convert("关键词: 好\n正文:\n - 段: {仅: &x [印厂]}\n - 段: {除: *x}\n", "en").count("press") == 1


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("村 + 社区", "村 + 社区"),
        ("合计(阵地.家园) / 2", "sum(阵地.家园) / 2"),
        ("文档.截至 | 年月", "document.as-of | month"),
        ("贷款 | 亿元 2位", "贷款 | hundred-million-yuan 2places"),
        ("贷款妇女 | 单位 名", "贷款妇女 | unit 名"),
        ("占比(数, 合计)", "share(数, 合计)"),
        ('阵地["合计"].家园', '阵地["合计"].家园'),
        ("阵地.文档.标题", "阵地.文档.标题"),
        ("最大项(表.排名)", "top(表.排名)"),
    ],
)
def test_expressions(zh: str, en: str) -> None:
    """Functions stand before a bracket, formats behind a bar, members behind 文档; all other names are the author's."""
    assert expression(zh, "en") == en
    assert expression(en, "zh") == zh


def test_marks_of_prose() -> None:
    zh = "[甲]{着重}、[乙]{字距: 0.05, 专名}、[丙](#图-着重)、{{ 村 | 数 }}"
    en = "[甲]{dots}、[乙]{tracking: 0.05, name}、[丙](#图-着重)、{{ 村 | number }}"
    assert (prose(zh, "en"), prose(en, "zh")) == (en, zh)


def test_words_that_are_printed_have_one_name() -> None:
    assert [translated("approx", word, "en") for word in ("余", "多", "近", "取整", "说法")] == [
        *("余", "多", "近"),
        *("rounded", "claim"),
    ]
    assert translated("approx", "over", "zh") == "over"
    assert pairs("approx") == {"确数": "exact", "取整": "rounded", "说法": "claim"}


def test_included_files_are_found() -> None:
    assert included("正文:\n  - 引用文件: 一.yaml\n  - 段: 引用文件\n  - 引用文件: 章/二.yaml\n") == [
        "一.yaml",
        "章/二.yaml",
    ]
