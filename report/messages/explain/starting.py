"""What the problems of `banxin new` mean."""

from __future__ import annotations

from collections.abc import Mapping

from report.messages.explain.row import Explained

ROWS: Mapping[str, Explained] = {
    "new-folder-taken": Explained(
        "新报告只写进新的或空的文件夹，这样不会盖掉谁的文件。",
        "A new report goes into a folder that is new or empty, so that nobody's file can be written over.",
        "banxin new .",
        "banxin new 五年画册",
    ),
    "new-theme": Explained(
        "起头的样稿是照自带的三个主题写的。自己的主题先用样稿起头，再把稿子里的“主题”改成它的名字。",
        "Samples are written for the three built-in themes. For a theme of your own begin with one, then change "
        "the name in the report.",
        "banxin new 年报 --theme 红色",
        "banxin new 年报 --theme brochure",
    ),
    "new-title": Explained(
        "题目要在封面、书眉、封底上各排一行，太长就排不下。稿子写好以后可以再改，放不下的地方会报出来。",
        "The title stands on one line of the cover, the heads and the back. It can be changed in the report later; "
        "where it does not fit will be told.",
        "banxin new 年报 --title 关于二〇二五年度全市妇女儿童工作各项主要指标完成情况的报告",
        "banxin new 年报 --title 二〇二五年度工作报告",
    ),
    "new-id": Explained(
        "编号是成品的文件名，要在各种系统上都能用，所以只能是英文字母、数字和 - _ .，不超过 64 个。",
        "The id names the finished files on any system: ASCII letters, digits and - _ . only, 64 at most.",
        "banxin new 年报 --id 年报",
        "banxin new 年报 --id nianbao",
    ),
}
