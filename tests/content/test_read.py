"""Reports over several files, and several deliveries of one report."""

from pathlib import Path

import pytest

from report.content.model import Points, Section, TemplatePage, Text, Topic
from report.content.read import read_report
from report.content.variants import for_delivery
from report.problem import ContentError

HEAD = "格式: 1\n文档: {编号: t, 标题: 测, 日期: 2024-01-21}\n"


def write(folder: Path, text: str, name: str = "r.yaml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_an_included_file_stands_where_it_is_named(tmp_path: Path) -> None:
    write(tmp_path, "- 节: 二\n- 段: 中间\n", "part/two.yaml")
    path = write(tmp_path, HEAD + "正文:\n  - 节: 一\n  - 引用文件: part/two.yaml\n  - 节: 三\n")
    report, _ = read_report(path)
    titles = [item.title[0][0].text if isinstance(item, Section) else "段" for item in report.body]
    assert titles == ["一", "二", "段", "三"]
    assert [Path(p).name for p in report.inputs] == ["r.yaml", "two.yaml"]


def test_a_mistake_in_an_included_file_is_told_there(tmp_path: Path) -> None:
    write(tmp_path, "正文:\n  - 节: 二\n  - 断: 中间\n", "two.yaml")
    with pytest.raises(ContentError) as caught:
        read_report(write(tmp_path, HEAD + "正文:\n  - 引用文件: two.yaml\n"))
    place = caught.value.problems[0].place
    assert place is not None
    assert (Path(place.file).name, place.line, place.column) == ("two.yaml", 3, 5)


def test_files_that_include_each_other_are_stopped(tmp_path: Path) -> None:
    write(tmp_path, "- 引用文件: two.yaml\n", "two.yaml")
    with pytest.raises(ContentError) as caught:
        read_report(write(tmp_path, HEAD + "正文:\n  - 引用文件: two.yaml\n"))
    assert [p.code for p in caught.value.problems] == ["include-depth"]


VARIANTS = (
    HEAD
    + """正文:
  - 段: {文: 都有}
  - 段: {文: 只给印厂, 仅: [印厂]}
  - 段: {文: 不给印厂, 除: [press]}
  - 页:
      版式: 三行
      区:
        一:
          - 专题:
              题: 甲
              文: 乙
              旁:
                - 引文: {文: 网上看, 仅: [网阅]}
                - 引文: 都看
输出: {印厂: {标准: PDF/X-4}, 网阅: {标准: PDF/UA-1}}
"""
)


def test_blocks_may_be_for_some_deliveries(tmp_path: Path) -> None:
    report, _ = read_report(write(tmp_path, VARIANTS))
    shown = {
        d.key: [t.text[0][0].text for t in for_delivery(report, d).body if isinstance(t, Text)]
        for d in report.deliveries
    }
    assert shown == {"press": ["都有", "只给印厂"], "screen": ["都有", "不给印厂"]}
    asides = {}
    for delivery in report.deliveries:
        page = next(item for item in for_delivery(report, delivery).body if isinstance(item, TemplatePage))
        topic = next(t for t in page.regions["一"].blocks if isinstance(t, Topic))  # type: ignore[union-attr]
        asides[delivery.key] = len(topic.aside)
    assert asides == {"press": 1, "screen": 2}


def test_an_unknown_delivery_in_a_block_is_told(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        read_report(write(tmp_path, HEAD + "正文:\n  - 段: {文: 好, 仅: [印场]}\n"))
    assert [(p.code, dict(p.values)["near"]) for p in caught.value.problems] == [("unknown-delivery", "印厂")]


def test_short_and_long_forms_of_a_block_are_the_same(tmp_path: Path) -> None:
    short = read_report(write(tmp_path, HEAD + "正文:\n  - 节: 一\n  - 要点: [甲, 乙]\n  - 段: 好\n"))[0]
    long = read_report(write(tmp_path, HEAD + "正文:\n  - 节: {题: 一}\n  - 要点: {项: [甲, 乙]}\n  - 段: {文: 好}\n"))[
        0
    ]

    def words(item: object) -> object:
        match item:
            case Section():
                return item.title[0][0].text
            case Points():
                return [p[0][0].text for p in item.items]
            case Text():
                return item.text[0][0].text
        return None

    assert [words(i) for i in short.body] == [words(i) for i in long.body] == ["一", ["甲", "乙"], "好"]
