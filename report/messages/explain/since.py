"""What is meant by the messages of a proof against an earlier edition."""

from __future__ import annotations

from report.messages.explain.row import Explained

_RIGHT = "banxin 报告.yaml --draft --since last"

ROWS: dict[str, Explained] = {
    "since-marked": Explained(
        "审稿人只看改过的地方：改动的行旁有竖线，换过的图旁也有，删去字的地方有三角。换行、换页而字没变的不算。",
        "A reviewer looks at what changed: a rule stands beside changed lines and pictures, a wedge where words are "
        "gone. Text that only flowed on has not changed.",
        _RIGHT,
        "banxin diff out/kaifeng/editions/0001-2024-01-21-3f9a2c1d out/kaifeng --pdf 对照.pdf",
    ),
    "since-same": Explained(
        "两期的字句和画面一样，所以校样上没有一条线。",
        "Both editions say and show the same, so the proof has no bar.",
        _RIGHT,
        "banxin 报告.yaml --draft --since 1",
    ),
    "since-no-delivery": Explained(
        "每种输出和那一期的同一种输出比。那一期没有出过的，没有可比的，照常出校样。",
        "Each delivery is compared with the same one of that edition. One that it never had is a plain proof.",
        _RIGHT,
        "banxin 报告.yaml --draft --only 公文 --since last",
    ),
    "since-none-kept": Explained(
        "last 是存着的最近一期。存期要在排版时写 --keep；没有存过，可以直接写一份成品。",
        "last is the edition that was kept last, and editions are kept by --keep. Without one, name a finished file.",
        _RIGHT,
        "banxin 报告.yaml --draft --since 上次送审.pdf",
    ),
    "since-no-edition": Explained(
        "--since 后写期的序号（3）、日期（2026-03-08）、期名、文件夹、锁文件或 PDF。路径从现在所在的文件夹算起。",
        "After --since stands the number (3), the date (2026-03-08) or the name of an edition, a folder, a lock or a "
        "PDF. Paths start at the current folder.",
        "banxin 报告.yaml --draft --since 上上期",
        "banxin 报告.yaml --draft --since 3",
    ),
    "since-other-report": Explained(
        "报告由“文档”里的“编号”认。两份报告对照，处处都是改动，所以不比。",
        "A report is known by document.id. Two reports differ everywhere, so they are not compared.",
        "banxin 年报.yaml --draft --since out/季报",
        "banxin 年报.yaml --draft --since out/年报",
    ),
    "since-not-ours": Explained(
        "段落和图从版心写的结构里认，别的软件做的 PDF 里没有。",
        "Paragraphs and figures are known by the structure that Banxin writes; PDFs of other programs have none.",
        "banxin 报告.yaml --draft --since 扫描件.pdf",
        _RIGHT,
    ),
    "since-needs-draft": Explained(
        "改动线是给审稿人看的，不进付印的成品。",
        "Change bars are for reviewers and never part of a finished file.",
        "banxin 报告.yaml --since last",
        _RIGHT,
    ),
}
