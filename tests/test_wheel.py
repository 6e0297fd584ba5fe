"""The installed package: commands work from any folder, with the fonts, themes and profiles of the wheel alone."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PARTS = ("report", "fonts", "pyproject.toml", "README.md", "LICENSE")
"""All that a wheel is made of."""
REPORT = """格式: 1
文档: {编号: tiny, 标题: 小, 日期: 2024-01-21}
正文:
  - 页: {版式: 展望, 区: {题: 下一步, 文: 从家出发}}
"""
PIP = ("-m", "pip", "--disable-pip-version-check", "--no-input")


def python(*arguments: object, cwd: Path, code: int = 0, **environ: str) -> str:
    """What Python prints; any other exit code is a failure with its words."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "BANXIN", "PIP_"))}
    line = [sys.executable, *map(str, arguments)]
    done = subprocess.run(line, cwd=cwd, env={**kept, **environ}, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout


def wheel(folder: Path) -> Path:
    """The wheel, built from a copy, so that nothing of an earlier build gets in and nothing is left in the checkout."""
    source = folder / "source"
    source.mkdir()
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, source / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / part, source)
    options = ("--no-deps", "--no-build-isolation", "--no-index", "--quiet", "-w", folder)
    python(*PIP, "wheel", *options, source, cwd=folder)
    (made,) = folder.glob("*.whl")
    return made


@pytest.mark.slow
def test_the_wheel_works_from_any_folder(tmp_path: Path) -> None:
    site, elsewhere = tmp_path / "site", tmp_path / "别 处"
    made = wheel(tmp_path)
    python(*PIP, "install", "--no-deps", "--no-index", "--quiet", "--target", site, made, cwd=tmp_path)
    elsewhere.mkdir()
    (elsewhere / "r.yaml").write_text(REPORT, encoding="utf-8")

    def banxin(*arguments: str, code: int = 0) -> str:
        return python("-m", "report", *arguments, cwd=elsewhere, code=code, PYTHONPATH=str(site), PYTHONUTF8="1")

    where = (
        "import report.resources as r; print(r.__file__, r.fonts(), r.themes(), r.profiles(), r.sample(), sep='\\n')"
    )
    found = python("-c", where, cwd=elsewhere, PYTHONPATH=str(site), PYTHONUTF8="1").splitlines()
    assert [line.startswith(str(site)) for line in found] == [True, True, True, True, False]
    assert found[-1] == "None"

    assert banxin("check", "r.yaml") == "没有问题\n"
    told = json.loads(banxin("build", "r.yaml", "--json"))
    assert (elsewhere / told["files"][0]["path"]).read_bytes().startswith(b"%PDF-")
    assert json.loads(banxin("r.yaml", "--json"))["cached"] is True
    assert banxin(code=64) == ""
    (elsewhere / "report").mkdir()  # of the user's: the workers of a batch must not take it for the package
    jobs = "".join(f"  - {{名: {name}, 报告: r.yaml, 输出: out/{name}}}\n" for name in "一二")
    (elsewhere / "任务.yaml").write_text(f"格式: 1\n任务:\n{jobs}", encoding="utf-8")
    assert banxin("batch", "任务.yaml", "--workers", "2").splitlines()[-1].startswith("2 份：做成 2")
    (elsewhere / "report").rmdir()
    assert banxin("theme", "check", "brochure") == "没有问题\n"
    assert banxin("theme", "specimen", "brochure").startswith("brochure-specimen.pdf  ")
    script = site / "bin" / "banxin"
    assert os.name == "nt" or python(script, "--version", cwd=elsewhere, PYTHONPATH=str(site)).startswith("banxin ")
    beside = {p.name for folder in ("report/_fonts/licences", "report/profiles") for p in (site / folder).iterdir()}
    assert {"NotoSerifSC.txt", "README.md", "LICENCE.txt", "coated-fogra39l-300.icc"} <= beside
    with pytest.raises(AssertionError, match="No module named"):
        python("-c", "import report", cwd=elsewhere)
