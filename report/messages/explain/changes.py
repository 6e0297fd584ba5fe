"""Explanations of what can be wrong with editions and their comparison."""

from __future__ import annotations

from report.messages.explain.row import Explained

_WHAT = "banxin diff out/kaifeng/editions/0001-2024-01-21-3f9a2c1d out/kaifeng"

ROWS: dict[str, Explained] = {
    "edition-unfinished": Explained(
        "存一期要成品和锁文件是同一次做的。成品被改过、换过，或锁文件是旧版做的，就存不了。",
        "An edition is kept of files and a lock of one build. Files that were changed since, or a lock of an earlier "
        "version, are not kept.",
        "banxin 报告.yaml --keep 12",
        "banxin 报告.yaml --keep 12 --force",
    ),
    "edition-far": Explained(
        "存期要读回上一期的成品。写到网址的成品不在本机，所以不存、不比，报告照样送到。",
        "Editions are read again for the next one. What went to a URL is not here, so nothing is kept or compared.",
        '任务:\n  - {名: 月报, 报告: 报告.yaml, 输出: "s3://档案/{名}", 保留: 12 期}',
        "任务:\n  - {名: 月报, 报告: 报告.yaml, 输出: out/{名}, 保留: 12 期}",
    ),
    "diff-no-edition": Explained(
        "diff 比两期，每一期写一个文件夹或文件，路径从现在所在的文件夹算起。",
        "diff compares two editions, each a folder or a file; paths start at the current folder.",
        "banxin diff 上期 这期",
        _WHAT,
    ),
    "diff-no-lock": Explained(
        "文件夹里要有清单 manifest.json 或锁文件 .lock.json，才知道成品是哪几个、数字有哪些。",
        "A folder needs a manifest.json or a .lock.json, which says what its files and figures are.",
        "banxin diff out/kaifeng/editions out/kaifeng",
        _WHAT,
    ),
    "diff-many-locks": Explained(
        "几份报告做到了同一个文件夹，要写明比哪一份。",
        "Several reports were built into one folder; say which of them is meant.",
        "banxin diff out out2",
        "banxin diff out/月报.lock.json out2/月报.lock.json",
    ),
    "diff-not-an-edition": Explained(
        "只认清单、锁文件和 PDF；报告的源文件不能直接比，要先排成成品。",
        "Manifests, locks and PDFs are understood. Reports themselves are not: build them first.",
        "banxin diff 旧.yaml 新.yaml",
        _WHAT,
    ),
    "diff-file-gone": Explained(
        "清单里的 PDF 不在旁边，可能被移走或删了。字句和画面都从 PDF 里读，没有它比不了。",
        "A PDF of the manifest is not beside it. Words and pages are read from the PDF.",
        "只复制了 kaifeng.lock.json",
        "把 kaifeng-press.pdf 也复制过来",
    ),
    "diff-unreadable": Explained(
        "文件坏了或不是 PDF。",
        "The file is damaged, or is no PDF.",
        "banxin diff 上期.pdf 照片.pdf",
        _WHAT,
    ),
    "diff-untagged": Explained(
        "段落、标题和表格的行从 PDF 的结构标签里读。别的软件做的 PDF 常常没有标签，按行硬比只会是一团乱。",
        "Paragraphs, headings and rows are read from the structure of the PDF. Other programs often write none, and to "
        "compare line by line would be noise.",
        "banxin diff 扫描件.pdf 新.pdf",
        _WHAT,
    ),
    "diff-other-report": Explained(
        "两份报告的数字、字句没有对应，比出来全是变化，多半是路径写错了。",
        "Figures and sentences of two reports do not correspond; most often a path is wrong.",
        "banxin diff out/月报 out/季报",
        "banxin diff out/月报/editions/0001-2024-01-21-3f9a2c1d out/月报",
    ),
    "diff-no-delivery": Explained(
        "印厂版和公文版的版面不同，要拿同一种输出来比。",
        "Deliveries differ in layout, so that the same one of both editions is compared.",
        "banxin diff 上期 这期 --only 海报",
        "banxin diff 上期 这期 --only office",
    ),
    "diff-target": Explained(
        "对照稿是另一份 PDF，不能盖掉拿来比的文件。",
        "The marked copy is a PDF of its own and never replaces a file that is compared.",
        "banxin diff 上期 这期 --pdf 这期/kaifeng-press.pdf",
        "banxin diff 上期 这期 --pdf 对照.pdf",
    ),
}
