"""What is said of a proof with bars beside what changed since an earlier edition."""

from __future__ import annotations

from report.messages.row import Message

ROWS: dict[str, Message] = {
    "since-marked": Message(
        "{delivery} 与 {edition} 对照[[，改动 {changed} 处]][[，删去 {removed} 处]][[，在第 {pages} 页]]",
        "{delivery} against {edition}[[, {changed} changed]][[, {removed} removed]][[, on pages {pages}]]",
        "页边的线旁是改动处，三角处有删去的字",
        "a bar stands beside what changed, a wedge where words are gone",
    ),
    "since-same": Message(
        "{delivery} 与 {edition} 对照：没有变化",
        "{delivery} against {edition}: nothing changed",
        "如要对照更早的一期，请写 --since 和它的序号",
        "for an earlier edition, name its number after --since",
    ),
    "since-no-delivery": Message(
        "{edition} 里没有 {delivery}，这一份没有对照",
        "{edition} has no {delivery}: this file is compared with nothing",
        "请换一期，或用 --only 只出两期都有的",
        "name another edition, or build only what both have with --only",
    ),
    "since-none-kept": Message(
        "{file} 里还没有存过期",
        "no edition is kept in {file} yet",
        "请先用 --keep 12 存一期，或在 --since 后写成品的文件夹或 PDF",
        "keep one with --keep 12 first, or name the folder of a build or a PDF after --since",
    ),
    "since-no-edition": Message(
        "没有 {name} 这一期，也没有这个文件",
        "{name} is neither an edition nor a file",
        "[[是不是 {near}？]][[存着的有 {all}；]]请写期的序号、日期、名字，或文件夹、PDF",
        "[[did you mean {near}? ]][[kept are {all}; ]]name the number, date or name of an edition, or a folder or PDF",
    ),
    "since-other-report": Message(
        "{file} 是另一份报告的（{old}），这一份是 {new}",
        "{file} is of another report ({old}), and this one is {new}",
        "请写同一份报告的一期",
        "name an edition of the same report",
    ),
    "since-not-ours": Message(
        "{file} 不是版心做的 PDF",
        "{file} is no PDF made by Banxin",
        "请写版心做的这份报告的 PDF，或一期的文件夹",
        "name a PDF of this report made by Banxin, or the folder of an edition",
    ),
    "since-needs-draft": Message(
        "--since 只用在校样上",
        "--since is for proofs",
        "请写 --draft --since；只要改动的清单用 banxin diff",
        "write --draft --since; for a list of what changed use banxin diff",
    ),
}
