"""What is said of editions and of what changed between two of them."""

from __future__ import annotations

from report.messages.row import Message

ROWS: dict[str, Message] = {
    "edition-unfinished": Message(
        "存不了一期：{file} 和旁边的文件不是一套",
        "no edition can be kept: {file} and the files beside it do not belong together",
        "请用 --force 重做一遍",
        "build it again with --force",
    ),
    "edition-far": Message(
        "{name} 的成品写到了网址，没有存期，也没有比",
        "the files of {name} went to a URL: no edition was kept or compared",
        "要存期就把“输出”写成本机的文件夹",
        "to keep editions, let output be a folder of this machine",
    ),
    "diff-no-edition": Message(
        "没有这一期：{file}",
        "there is no such edition: {file}",
        "请写一期的文件夹（out/编号/editions/…）、成品的文件夹，或其中的 .lock.json",
        "name the folder of an edition (out/id/editions/…), the folder of a build, or its .lock.json",
    ),
    "diff-no-lock": Message(
        "{file} 里没有成品",
        "there is no build in {file}",
        "[[其中最近的一期是 {near}；]]请写一期的文件夹、成品的文件夹，或其中的 .lock.json",
        "[[its last edition is {near}; ]]name the folder of an edition or of a build, or a .lock.json",
    ),
    "diff-many-locks": Message(
        "{file} 里有几份报告的成品",
        "there are builds of several reports in {file}",
        "请写明其中一份的锁文件，如 {first}",
        "name the lock of one of them, such as {first}",
    ),
    "diff-not-an-edition": Message(
        "{file} 不是一期的清单，也不是锁文件",
        "{file} is neither the manifest of an edition nor a lock",
        "请写一期的文件夹、成品的文件夹，或其中的 .lock.json",
        "name the folder of an edition or of a build, or its .lock.json",
    ),
    "diff-file-gone": Message(
        "{file} 旁边少了 {name}",
        "{name} is missing beside {file}",
        "请重做一遍，或换一期来比",
        "build it again, or compare another edition",
    ),
    "diff-unreadable": Message(
        "{file} 不是能读的 PDF",
        "{file} is no PDF that can be read",
        "请重做一遍，或换一期来比",
        "build it again, or compare another edition",
    ),
    "diff-untagged": Message(
        "{file} 没有结构标签，分不出段落",
        "{file} has no structure, so its paragraphs cannot be told",
        "请比版心做的 PDF",
        "compare PDFs made by Banxin",
    ),
    "diff-other-report": Message(
        "{file} 是另一份报告（{new}），旧的是 {old}",
        "{file} is another report ({new}); the old one is {old}",
        "请比同一份报告的两期；真要比两份，写它们的 PDF",
        "compare two editions of one report; to compare two reports all the same, name their PDFs",
    ),
    "diff-no-delivery": Message(
        "{file} 里没有 {name} 这种输出",
        "{file} has no delivery {name}",
        "这一期有 {all}；用 --only 选两期都有的一种",
        "it has {all}; choose one that both have with --only",
    ),
    "diff-target": Message(
        "对照稿不能写成 {file}",
        "the marked copy cannot be written as {file}",
        "请用另一个以 .pdf 结尾的名字；用法：{usage}",
        "give another name that ends in .pdf; usage: {usage}",
    ),
}

WORDS: dict[str, Message] = {
    "head": Message("《{title}》{delivery}", "{title} ({delivery})"),
    "between": Message(
        "旧 {old}（{pages_old} 页）→ 新 {new}（{pages_new} 页）",
        "old {old} ({pages_old} pages) → new {new} ({pages_new} pages)",
    ),
    "same": Message("两期的文字、数字和画面都相同", "both editions say and show the same"),
    "figures": Message("数字变了 {count} 处", "figures changed: {count}"),
    "figures-unknown": Message(
        "旧的一期没有记数字，只比了文字和画面", "the old edition kept no figures; text and pages alone were compared"
    ),
    "words": Message("字句变了 {count} 处", "sentences changed: {count}"),
    "pages": Message("页变了 {count} 页", "pages changed: {count}"),
    "inputs": Message("来源变了 {count} 个文件", "inputs changed: {count}"),
    "tool": Message("版心或它的库换了版本", "Banxin or one of its libraries is another version"),
    "page": Message("第 {page} 页", "page {page}"),
    "old-page": Message("旧第 {page} 页", "old page {page}"),
    "nowhere": Message("文中没有印", "not printed"),
    "added": Message("新增", "added"),
    "removed": Message("删去", "removed"),
    "changed": Message("改", "changed"),
    "moved": Message("移位", "moved"),
    "look": Message("画面变了", "looks different"),
    "sentences": Message("字句 {count} 处", "sentences: {count}"),
    "cells": Message("{count} 个数", "figures: {count}"),
    "reworded": Message("字句有改", "sentences changed"),
    "was": Message("原第 {page} 页", "was page {page}"),
    "written": Message("对照稿写进了 {file}", "marked copy written to {file}"),
    "marked-title": Message("两期对照", "What changed"),
    "marked-of": Message("《{title}》", "{title}"),
    "name": Message("名称", "figure"),
    "old": Message("原", "old"),
    "new": Message("今", "new"),
    "where": Message("页", "page"),
    "source": Message("写在", "written in"),
    "more": Message("另有 {count} 处，见字句清单（banxin diff）", "{count} more; banxin diff lists them"),
    "more-beside": Message("另有 {count} 处，写在各页旁边", "{count} more stand beside their pages"),
    "legend-changed": Message("改动", "changed"),
    "legend-added": Message("新增", "added"),
    "legend-removed": Message("删去之处", "removed here"),
    "legend-moved": Message("移来", "moved here"),
    "legend-look": Message("画面", "looks different"),
    "alt": Message("新的一期第 {page} 页", "page {page} of the new edition"),
    "compared": Message("比的是 {delivery}", "compared: {delivery}"),
}
"""What a comparison says."""

_DIFF = "banxin diff OLD NEW [--only NAME] [--pdf FILE.pdf] [--lang zh|en] [--json]"
SYNOPSES = {"diff": _DIFF}

HELP: dict[str, Message] = {
    "diff": Message(
        f"""{_DIFF}

比两期：哪些数字变了、哪些字句变了、哪些页变了。有没有变化，退出码都是 0。
OLD 和 NEW 是一期的文件夹（build --keep 存的）、成品的文件夹、其中的 .lock.json，或版心做的 PDF。

  --only NAME     比哪种输出，默认两期都有的第一种
  --pdf FILE.pdf  写一份对照稿：先是变化一览，后是新的一期，改动处有底色、边线和旁注
  --json          把结果写成 JSON
""",
        f"""{_DIFF}

Compares two editions: which figures, words and pages changed. The exit code is 0 whether or not anything did.
OLD and NEW are folders of editions (kept by build --keep), folders of builds, their .lock.json, or PDFs of Banxin.

  --only NAME     the delivery to compare, the first that both have unless given
  --pdf FILE.pdf  write a marked copy: what changed at a glance, then the new edition with highlights, bars and notes
  --json          print the result as JSON
""",
    ),
}
