"""The sample bulletin: its data agree with each other, its text names its figures, its files keep their standards."""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from report import pipeline
from report.deliver.cache import RunCache
from report.problem import ContentError
from tests import tools, verapdf
from tests.bulletin.conftest import SOURCE, Bulletin, silent

pytestmark = pytest.mark.xdist_group("bulletin")

TENTH = Decimal("0.1")


def rows(name: str) -> list[dict[str, str]]:
    with (SOURCE.parent / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def facts() -> dict[str, Decimal]:
    return {row["name"]: Decimal(row["value"]) for row in rows("facts.csv")}


def percent(part: Decimal, whole: Decimal) -> Decimal:
    return (part / whole * 100).quantize(TENTH, ROUND_HALF_UP)


def test_it_builds_without_a_single_remark(bulletin: Bulletin) -> None:
    assert bulletin.built.problems == ()
    assert sorted(bulletin.paths) == ["office", "press"]


def test_every_page_says_that_it_is_a_sample(bulletin: Bulletin) -> None:
    assert all("示例" in text for text in bulletin.texts)
    assert "所有数据均为虚构示例" in bulletin.texts[0]
    assert all("示例数据·仅供版式参考" in text for text in bulletin.texts[1:])


def test_the_masthead_is_read_from_its_issuer_to_its_date(bulletin: Bulletin) -> None:
    page = bulletin.texts[0]
    words = ("示例市统计局", "示例市2025年妇女儿童发展统计公报", "2026年3月", "312.6万人", "综合", "2025年末")
    places = [page.index(one) for one in words]
    assert places == sorted(places)


def test_figures_and_tables_are_numbered_in_reading_order(bulletin: Bulletin) -> None:
    said = "".join(bulletin.texts)
    titles = ("图1孕产妇系统管理率", "图2财政支出构成", "图3各学段女生占比", "图4城镇新增女性就业")
    more = ("图5儿童之家数量", "图6分县区站点覆盖率", "图7婴儿与5岁以下儿童死亡率", "图8目标完成情况")
    for title in (*titles, *more, "表1两癌筛查情况", "表2教育与就业主要指标", "5岁以下3.88"):
        assert title in said
    for reference in ("26.3%（图2）", "0.4个百分点（图1）", "见表1。", "（图3）", "万人（图4）"):
        assert reference in said


def test_sections_are_numbered_but_for_the_appendix(bulletin: Bulletin) -> None:
    said = "".join(bulletin.texts).replace("\u2060", "")
    assert all(title in said for title in ("一、综合", "二、健康", "四、就业与社会保障", "六、家庭与环境"))
    assert "七、" not in said
    assert "附表主要统计指标" in said


def test_changes_in_the_long_table_follow_from_its_years() -> None:
    """Points for rates, percent for everything else."""
    for row in rows("indicators.csv"):
        before, now = Decimal(row["2024年"]), Decimal(row["2025年"])
        rate = row["单位"] in ("%", "‰")
        found = now - before if rate else percent(now - before, before)
        assert Decimal(row["增减"].replace("−", "-")) == found, row["指标"]


def test_tables_and_facts_agree() -> None:
    known, years = facts(), {row["年份"]: row for row in rows("annual.csv")}
    long = {row["指标"]: row for row in rows("indicators.csv")}
    for row in rows("targets.csv"):
        if row["指标"] in long:
            assert all(row[year] == long[row["指标"]][year] for year in ("2023年", "2024年", "2025年")), row["指标"]
    for year in ("2023", "2024", "2025"):
        assert Decimal(years[year]["城区"]) + Decimal(years[year]["县域"]) == Decimal(long["儿童之家"][f"{year}年"])
        for name in ("孕产妇系统管理率", "婴儿死亡率", "5岁以下儿童死亡率", "城镇新增女性就业"):
            assert Decimal(years[year][name]) == Decimal(long[name][f"{year}年"]), (name, year)
    spent = {row["项目"]: Decimal(row["金额"]) for row in rows("spending.csv")}
    assert sum(spent.values()) == Decimal(years["2025"]["财政支出"])
    for name, amount in spent.items():
        assert percent(amount, Decimal(years["2025"]["财政支出"])) == known[f"{name}支出占比"]
    assert percent(known["女性人口"], known["常住人口"]) == known["女性占比"]
    mean = sum(Decimal(row["覆盖率"]) for row in rows("coverage.csv")) / len(rows("coverage.csv"))
    assert mean.quantize(TENTH, ROUND_HALF_UP) == known["站点覆盖率"]


def test_a_figure_without_a_source_stops_the_build(tmp_path: Path) -> None:
    shutil.copytree(SOURCE.parent, tmp_path / "copy")
    path = tmp_path / "copy" / "report.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("资助金{{ 资助金 }}", "资助金9999万元"), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        pipeline.build(path, pipeline.Options(), RunCache(), silent)
    assert [found.code for found in caught.value.problems] == ["figure-unmatched"]


def test_the_office_file_is_pdf_a_2u_and_pdf_ua_1(bulletin: Bulletin) -> None:
    verapdf.assert_conforms(bulletin.paths["office"], flavours=("2u", "ua1"))


def test_qpdf_finds_nothing(bulletin: Bulletin) -> None:
    for path in bulletin.paths.values():
        assert "No syntax or stream encoding errors" in tools.run("qpdf", "--check", path)


def test_chinese_keys_make_the_same_files(bulletin: Bulletin, tmp_path: Path) -> None:
    shutil.copytree(SOURCE.parent, tmp_path / "copy")
    path = tmp_path / "copy" / "report.yaml"
    command = [sys.executable, "-m", "report", "keys", "--to", "zh", str(path)]
    done = subprocess.run(command, cwd=SOURCE.parents[2], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    said = path.read_text(encoding="utf-8")
    assert "\n正文:\n" in said
    assert "\nbody:\n" not in said
    built = pipeline.build(path, pipeline.Options(), RunCache(), silent)
    assert [file.data for file in built.files] == [file.data for file in bulletin.built.files]
