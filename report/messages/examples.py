"""Help by example: what people type, one table for all commands; each line is read by its command in a test."""

from __future__ import annotations

from collections.abc import Mapping

from report.messages.row import Message
from report.named import NamedTuple


class Example(NamedTuple):
    """A command line, and what it does, in Chinese and English."""

    line: str
    zh: str
    en: str


HEAD = Message("例：", "Examples:")

EXAMPLES: Mapping[str, tuple[Example, ...]] = {
    "": (
        Example("banxin new annual", "写一份能排的小报告", "write a small report that builds"),
        Example("banxin annual/report.yaml", "排成 PDF", "build its PDFs"),
        Example("banxin check annual/report.yaml", "只查错", "only find mistakes"),
    ),
    "build": (
        Example("banxin build report.yaml", "全部输出，放进 out/编号", "all deliveries, into out/ID"),
        Example(
            "banxin build report.yaml --only press -o print", "只出印厂的，放进 print", "the press file, into print"
        ),
        Example("banxin build report.yaml --draft", "校样", "a proof"),
        Example("banxin build report.yaml --draft --since", "校样，标出上期以来的改动", "a proof with change bars"),
        Example("banxin build report.yaml --json", "给程序读的结果", "the result for a program"),
    ),
    "check": (
        Example("banxin check report.yaml", "全部问题", "all problems"),
        Example(
            "banxin check report.yaml --ledger figures.csv", "再写出每个数的依据", "and the source of every figure"
        ),
    ),
    "explain": (Example("banxin explain figure-unmatched", "这个错误是什么意思", "what this problem means"),),
    "preflight": (
        Example("banxin preflight book.pdf", "照文件自称的标准查", "by what the file claims"),
        Example("banxin preflight book.pdf --standard x4 --certificate slip.pdf", "写一页预检单", "with a certificate"),
    ),
    "facts": (Example("banxin facts report.yaml --to facts.xlsx", "事实写成 Excel", "the facts as a workbook"),),
    "keys": (
        Example("banxin keys --to en report.yaml --dry-run", "看看换成英文键的样子", "see it with English keys"),
        Example("banxin keys --to zh report.yaml", "换成中文键", "turn it into Chinese keys"),
    ),
    "clean": (
        Example("banxin clean report.yaml", "看看要改什么", "see what would change"),
        Example("banxin clean report.yaml --write", "照改", "change it"),
    ),
    "upgrade": (Example("banxin upgrade report.yaml --dry-run", "看看要改什么", "see what would change"),),
    "schema": (Example("banxin schema > report.zh.json", "给编辑器用", "for an editor"),),
    "new": (
        Example("banxin new annual", "在终端里问两件事", "asks two questions on a terminal"),
        Example("banxin new bulletin --theme bulletin --yes", "不问，用公报的样子", "asks nothing, a bulletin"),
        Example("banxin new annual --lang en", "键和说明用英文", "keys and comments in English"),
    ),
    "theme": (Example("banxin theme new crimson", "写一个新主题", "begin a theme"),),
    "theme new": (
        Example("banxin theme new crimson", "照画册改", "after the brochure"),
        Example("banxin theme new annual --from bulletin", "照公报改", "after the bulletin"),
    ),
    "theme check": (Example("banxin theme check crimson", "全部问题", "all problems"),),
    "theme specimen": (Example("banxin theme specimen brochure -o book.pdf", "一本样本", "a specimen book"),),
    "fonts": (Example("banxin fonts list", "有哪些字体", "which fonts there are"),),
    "fonts list": (Example("banxin fonts list --json", "给程序读", "for a program"),),
    "fonts add": (
        Example("banxin fonts add MySong.ttf --as my-song --licence bought", "自己的字体", "a font of your own"),
        Example("banxin fonts add HanaMinB.ttf", "罕用字包", "the rare pack"),
    ),
    "fonts check": (Example("banxin fonts check", "每个字体文件都完好吗", "is every font file whole"),),
    "completion": (
        Example('eval "$(banxin completion bash)"', "写进 ~/.bashrc", "in ~/.bashrc"),
        Example("banxin completion zsh > ~/.zfunc/_banxin", "zsh 的 fpath 里", "in the fpath of zsh"),
        Example("banxin completion fish > ~/.config/fish/completions/banxin.fish", "fish", "fish"),
        Example("banxin completion powershell | Out-String | Invoke-Expression", "写进 $PROFILE", "in $PROFILE"),
    ),
    "batch": (
        Example("banxin batch jobs.yaml", "做完计划里的每一份", "every report of a schedule"),
        Example("banxin batch jobs.yaml --resume", "接着上次没做完的做", "go on where it was stopped"),
    ),
    "schedule": (Example("banxin schedule jobs.yaml --systemd", "systemd 定时器", "a systemd timer"),),
    "diff": (Example("banxin diff 2024 2025 --pdf changes.pdf", "两版之间改了什么", "what changed between editions"),),
    "package": (Example("banxin package report.yaml -o job.zip", "交印厂的一个包", "everything for the print shop"),),
    "impose": (Example("banxin impose book.pdf --booklet -o sheets.pdf", "骑马订拼版", "sheets for saddle stitch"),),
    "preview": (Example("banxin preview report.yaml", "边写边看", "see it while you write"),),
}
"""By command; those of two words by both."""


def examples(command: str, chinese: bool) -> str:
    """The examples of a command as a paragraph of its help; "" for a command without."""
    rows = EXAMPLES.get(command, ())
    width = max((len(row.line) for row in rows), default=0)
    said = (f"  {row.line:<{width}}  {row.zh if chinese else row.en}" for row in rows)
    return "\n".join([HEAD.zh if chinese else HEAD.en, *said]) if rows else ""
