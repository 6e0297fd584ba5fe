"""Explanations of what can be wrong with packages for the print shop."""

from __future__ import annotations

from report.messages.explain.row import Explained

ROWS: dict[str, Explained] = {
    "package-errors": Explained(
        "印厂照预检单收活。带着错误的文件印出来可能露白、糊字，改一次版比重印便宜。",
        "The shop takes the job by its certificate; to mend a file is cheaper than to print again.",
        "banxin package 报告.yaml（图片只有 120 dpi）",
        "换好图再 banxin package 报告.yaml",
    ),
    "package-no-press": Explained(
        "包是交给印厂的，要有 PDF/X-4 的输出：四色、出血、字体都在里面。",
        "A package is for the print shop, which wants PDF/X-4: inks, bleed and fonts in the file.",
        "输出: {网阅: {}}",
        "输出: {印厂: {标准: PDF/X-4}, 网阅: {}}",
    ),
    "package-which": Explained(
        "一个包一种输出，免得印厂拿错。",
        "One package, one delivery, so that the shop cannot take the wrong one.",
        "banxin package 报告.yaml",
        "banxin package 报告.yaml --only 特种纸",
    ),
    "package-no-edition": Explained(
        "成品文件夹里有 summary.json 和一个 .lock.json，记着文件是怎么来的；没有就不知道打什么。",
        "A folder of a build has summary.json and one .lock.json, which say how its files were made.",
        "banxin package 桌面/",
        "banxin package out/kaifeng",
    ),
    "package-stale": Explained(
        "稿子改了而成品没有重出，工单和文件会说两样的话。",
        "The report has changed since; ticket and files would say two things.",
        "banxin package out/kaifeng（稿子刚改过）",
        "banxin build 报告.yaml && banxin package out/kaifeng",
    ),
    "package-draft": Explained(
        "校样放过了装不下的字，不能当成品交。",
        "A proof lets pass what does not fit and must not be printed.",
        "banxin build 报告.yaml --draft && banxin package out/kaifeng",
        "banxin build 报告.yaml && banxin package out/kaifeng",
    ),
    "package-not-built": Explained(
        "上次 build 用 --only 只出了别的输出。",
        "The last build made other deliveries only.",
        "banxin build 报告.yaml --only 公文 && banxin package out/kaifeng",
        "banxin build 报告.yaml && banxin package out/kaifeng",
    ),
    "package-name": Explained(
        "包是 zip 文件，名字以 .zip 结尾，印厂才打得开。",
        "A package is a zip file and is called so.",
        "banxin package 报告.yaml -o 交印厂",
        "banxin package 报告.yaml -o 交印厂.zip",
    ),
    "ticket-incomplete": Explained(
        "印厂报价要知道用什么纸、多重、印多少；写在稿子里，工单和书脊用同一个数。",
        "A shop quotes by paper, weight and quantity; written in the report, ticket and spine agree.",
        "版面: {装订: 骑马订}",
        "印刷: {纸张: 双胶纸, 克重: 140g, 印数: 1000}",
    ),
}
