"""Explanations of what can be wrong with notes, references with pages and the index of names."""

from __future__ import annotations

from report.messages.explain.row import Explained

ROWS: dict[str, Explained] = {
    "note-missing": Explained(
        "^1 是注号，读者会到页脚去找它的注文；没有注文，号就白印了。",
        "A mark sends the reader to the foot of the page; without its note there is nothing to find.",
        "- 段: |\n    村村有家园^1。",
        "- 段: |\n    村村有家园^1。\n\n    ^1 设在村里的活动场所。",
    ),
    "note-unmarked": Explained(
        "注文印在注号所在的那一页；没有号，就不知道该排在哪一页。",
        "A note stands on the page of its mark; without one it belongs to no page.",
        "- 段: |\n    村村有家园。\n\n    ^1 设在村里的活动场所。",
        "- 段: |\n    村村有家园^1。\n\n    ^1 设在村里的活动场所。",
    ),
    "note-twice": Explained(
        "同一段文字里两条注用了一个号，不知道注号指哪一条。",
        "Two notes of one text have one number, and the mark cannot mean both.",
        "- 段: |\n    村村有家园^1。\n\n    ^1 活动场所。\n    ^1 设在村里。",
        "- 段: |\n    村村^2有家园^1。\n\n    ^1 活动场所。\n    ^2 设在村里。",
    ),
    "note-mark-twice": Explained(
        "正文的注按出现的先后编号，一个号只对一处。表格不同：几个格子可以共用一条注。",
        "Notes of running text are numbered as they come, one for each place. Cells of a table may share one.",
        "- 段: |\n    村村有家园^1，社区有阵地^1。\n\n    ^1 活动场所。",
        "- 段: |\n    村村有家园^1，社区有阵地^2。\n\n    ^1 活动场所。\n    ^2 同上。",
    ),
    "note-not-here": Explained(
        "图里的名目、没有下端的版位排不下注。注号要放在正文、要点、题目、图注里。",
        "Labels inside charts and regions without a foot have no room for notes. Marks belong into text and captions.",
        '- 图表: {类: 条形, 项: [{事实: 村, 名: "村^1\\n\\n^1 名注。"}]}',
        '- 图表: {类: 条形, 题: "村数^1\\n\\n^1 名注。", 项: [{事实: 村, 名: 村}]}',
    ),
    "page-without-link": Explained(
        "{页} 要放在引用里，它才知道印哪一块的页码。",
        "The page of what? Put the blank into a reference, and it prints the page of that block.",
        "- 段: 见第{页}页。\n- 节: {题: 甲, 号: 甲}",
        "- 段: |\n    见[第{页}页](#节-甲)。\n- 节: {题: 甲, 号: 甲}",
    ),
    "no-names": Explained(
        "人名表从“人物”块和 [张三]{人名} 里来；一个也没有，就只剩题目。",
        "The index lists profiles and names that are marked as persons. There are none.",
        "- 段: 王芳在讲课。\n- 附录: {题: 人名索引, 自动: 人名表}",
        "- 段: |\n    [王芳]{人名}在讲课。\n- 附录: {题: 人名索引, 自动: 人名表}",
    ),
}
