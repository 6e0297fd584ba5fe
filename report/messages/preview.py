"""What the live preview says: on the command line, and on its page."""

from __future__ import annotations

from report.messages.row import Message

ROWS: dict[str, Message] = {
    "port-in-use": Message(
        "端口 {port} 用不了：{reason}",
        "port {port} cannot be used: {reason}",
        "请用 --port 换一个，或不写 --port，由系统挑一个空的",
        "choose another one with --port, or leave --port out and the system finds a free one",
    ),
    "preview-port": Message(
        "{port} 不是端口号",
        "{port} is not the number of a port",
        "应是 1 到 65535 的整数；不写 --port 由系统挑一个空的",
        "a whole number from 1 to 65535; without --port the system finds a free one",
    ),
}

WORDS: dict[str, Message] = {
    "preview-at": Message(
        "预览：{url}\n（只在本机；地址里有口令，别外传。Ctrl-C 结束）",
        "preview: {url}\n(this machine only; the address holds a secret, keep it. Ctrl-C ends it)",
    ),
    "preview-take": Message(
        "第 {number} 次：{pages} 页，改动 {changed} 页，{seconds} 秒；错误 {errors} 条，警告 {warnings} 条",
        "take {number}: {pages} pages, {changed} changed, {seconds} s; {errors} errors, {warnings} warnings",
    ),
    "preview-stale": Message(
        "第 {number} 次：排不出来，页面仍是上一次的；错误 {errors} 条",
        "take {number}: cannot be laid out, the pages stay as they were; {errors} errors",
    ),
    "preview-ended": Message("预览结束", "the preview has ended"),
}

SYNOPSIS = "banxin preview REPORT [--port N] [--only NAME] [--open] [--lang zh|en] [--no-cache] [--json]"

HELP = Message(
    f"""{SYNOPSIS}

在浏览器里看一份报告：存盘就重排，只重画变了的页；出血、网格、分色、数字台账、问题和原文行号都在旁边。
只在本机（127.0.0.1），不联网，不写任何文件。Ctrl-C 结束。

  --port N       用这个端口；不写由系统挑一个空的
  --only NAME    先看哪种输出，默认第一种；页面上可以换
  --open         顺便打开浏览器
  --lang zh|en   页面和提示用的语言，默认中文
  --no-cache     不读也不写缓存

例：banxin preview report.yaml --open
""",
    f"""{SYNOPSIS}

Shows a report in a browser: laid out again with every save, only changed pages drawn again; bleed, grids, separations,
the ledger of figures, problems and lines of the source are at hand. On this machine only (127.0.0.1), without a
network; writes no file. Ctrl-C ends it.

  --port N       use this port; without it the system finds a free one
  --only NAME    the delivery to show first, the first one unless given; the page can change it
  --open         open a browser, too
  --lang zh|en   language of the page and of messages, Chinese unless given
  --no-cache     neither read nor write the cache

Such as: banxin preview report.yaml --open
""",
)

PAGE: dict[str, Message] = {
    "preview": Message("预览", "Preview"),
    "delivery": Message("输出", "Delivery"),
    "switching": Message("正在换成 {delivery}……", "changing to {delivery}…"),
    "switched": Message("换成了 {delivery}", "this is {delivery} now"),
    "views": Message("看法", "View"),
    "spreads": Message("对开", "Spreads"),
    "single": Message("单页", "Single pages"),
    "thumbs": Message("缩略图", "Thumbnails"),
    "zoom": Message("缩放", "Zoom"),
    "fit": Message("适合窗口", "Fit"),
    "full": Message("实际大小", "Actual size"),
    "smaller": Message("缩小", "Zoom out"),
    "larger": Message("放大", "Zoom in"),
    "previous": Message("上一页", "Previous page"),
    "next": Message("下一页", "Next page"),
    "follow": Message("跟随", "Follow"),
    "follow_what": Message("存盘后翻到改动的页", "after a save, turn to the page that changed"),
    "page": Message("页", "Page"),
    "goto": Message("转到页", "Go to page"),
    "overlays": Message("叠加", "Overlays"),
    "trim": Message("成品线", "Trim"),
    "bleed": Message("出血", "Bleed"),
    "safe": Message("安全区", "Safe zone"),
    "baseline": Message("基线", "Baselines"),
    "columns": Message("版心", "Text columns"),
    "modules": Message("网格", "Modules"),
    "separations": Message("分色", "Separations"),
    "composite": Message("合成", "Composite"),
    "cyan": Message("青 C", "Cyan"),
    "magenta": Message("品红 M", "Magenta"),
    "yellow": Message("黄 Y", "Yellow"),
    "black": Message("黑 K", "Black"),
    "noplate": Message(
        "这一页放了别的 PDF，分色要装 Ghostscript",
        "this page holds pages of another PDF: separations need Ghostscript",
    ),
    "noplates": Message("屏幕用的输出不分色", "a delivery for screens has no separations"),
    "problems": Message("问题", "Problems"),
    "ledger": Message("数字", "Figures"),
    "source": Message("原文", "Source"),
    "panel": Message("边栏", "Side panel"),
    "pages": Message("页面", "Pages"),
    "none": Message("没有问题", "No problems"),
    "nofigures": Message("没有数字", "No figures"),
    "nosource": Message(
        "点页面上的文字，这里显示它在稿子里的位置", "Click a text on a page to see where it is written"
    ),
    "unreadable": Message("这个文件不能逐行显示", "The lines of this file cannot be shown"),
    "copy": Message("复制 {place}", "Copy {place}"),
    "copied": Message("已复制 {place}", "Copied {place}"),
    "uncopied": Message("复制不了；请手工抄下 {place}", "Cannot copy; please note {place}"),
    "error": Message("错误", "Error"),
    "warning": Message("警告", "Warning"),
    "notice": Message("提示", "Notice"),
    "unjudged": Message("未判", "Not judged"),
    "stale": Message("稿子有错，页面是上一次排好的", "The report has errors; these pages are the last good ones"),
    "nothing": Message("稿子有错，还没有能看的页面", "The report has errors; there are no pages yet"),
    "waiting": Message("正在排版……", "Laying out…"),
    "lost": Message("预览程序已结束", "The preview has ended"),
    "updated": Message("已更新：第 {pages} 页", "Updated: page {pages}"),
    "unchanged": Message("已重排，页面没有变", "Laid out again, no page changed"),
    "summary": Message("错误 {errors} 条，警告 {warnings} 条", "{errors} errors, {warnings} warnings"),
    "seconds": Message("{pages} 页 · {seconds} 秒", "{pages} pages · {seconds} s"),
    "figure": Message("原文", "Text"),
    "value": Message("数值", "Value"),
    "status": Message("结论", "Status"),
    "basis": Message("依据", "Source"),
    "where": Message("位置", "Place"),
    "filter": Message("筛选数字", "Filter figures"),
    "findings": Message("只看有疑问的", "Only what is in doubt"),
    "written": Message("第 {line} 行：{text}", "line {line}: {text}"),
    "help": Message("快捷键", "Keys"),
    "close": Message("关闭", "Close"),
    "keys_pages": Message("翻页", "turn pages"),
    "keys_ends": Message("首页、末页", "first and last page"),
    "keys_zoom": Message("放大、缩小、适合窗口、实际大小", "zoom in, out, fit, actual size"),
    "keys_views": Message("对开、单页、缩略图", "spreads, single pages, thumbnails"),
    "keys_overlays": Message(
        "成品线、出血、安全区、基线、版心、网格", "trim, bleed, safe zone, baselines, columns, modules"
    ),
    "keys_plates": Message("合成、青、品红、黄、黑", "composite, cyan, magenta, yellow, black"),
    "keys_panels": Message("问题、数字、原文", "problems, figures, source"),
    "keys_spots": Message(
        "在页面的文字间移动，看原文（先按 Tab）", "move among the texts of a page, show the source (Tab first)"
    ),
    "numbered": Message("第 {page} 页", "page {page}"),
}
"""The words of the page; {blanks} are filled there."""
