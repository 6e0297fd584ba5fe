"""What the check of themes says, and the help of the commands on themes."""

from __future__ import annotations

from report.messages.row import Message

ROWS: dict[str, Message] = {
    "theme-key": Message(
        "主题格式里没有 {key} 这个键",
        "the format of themes has no key {key}",
        "[[是不是 {near}？]]写错的键不起作用",
        "[[did you mean {near}? ]]a key that is not known does nothing",
    ),
    "grid-sum": Message(
        "网格加不满：{sum} = {found} mm，页{side} {wanted} mm",
        "the grid does not add up: {sum} = {found} mm, the page has a {side} of {wanted} mm",
        "请改页边、格数、格宽或间距，让和等于 {wanted}",
        "change margins, modules or gutters so that the sum is {wanted}",
    ),
    "grid-baseline": Message(
        "{where} 是 {found} mm，不是基线 {step} mm 的整数倍",
        "{where} is {found} mm, no multiple of the baseline of {step} mm",
        "请写 {step} 的倍数，左右两页的行才对得齐",
        "write a multiple of {step}, so that lines of facing pages meet",
    ),
    "grid-frame": Message(
        "{where} 是 {found}，照网格应是 {wanted}（mm）",
        "{where} is {found}, on the grid it would be {wanted} (mm)",
        "请改成 {wanted}，或改 grid",
        "write {wanted}, or change the grid",
    ),
    "frames-not-mirrored": Message(
        "{where} 左右页不对称：左页两边 {verso}，右页两边 {recto}（mm）",
        "{where} is not mirrored: {verso} beside the verso, {recto} beside the recto (mm)",
        "左页的切口等于右页的切口，订口等于订口",
        "outer margins are alike on both sides, and inner ones",
    ),
    "safe-zone": Message(
        "{where} 离裁切线 {found} mm，不到 {wanted} mm",
        "{where} is {found} mm from the trim, less than {wanted} mm",
        "请往里移，裁切会有偏差",
        "move it inwards; the cut is never exact",
    ),
    "low-contrast": Message(
        "{where}：{size} 磅的字用 {colour} 印在 {ground} 上，对比度 {found}，至少要 {wanted}",
        "{where}: type of {size} pt in {colour} on {ground} has a contrast of {found}, it needs {wanted}",
        "请换深一些的字或浅一些的底；18 磅以上、粗体 14 磅以上只要 3",
        "use darker type or a lighter ground; from 18 pt, or 14 pt bold, 3 is enough",
    ),
    "small-inks": Message(
        "{where}：{size} 磅的小字 {colour} 有 {inks} 种油墨，最多 {most} 种",
        "{where}: small type of {size} pt in {colour} has {inks} inks, {most} at most",
        "套印略偏，小字就发虚；请用黑的浅色或两色，或放大到 9 磅",
        "a slight misregister blurs it; use a tint of black or two inks, or 9 pt",
    ),
    "faint-type": Message(
        "{where}：{size} 磅的小字 {colour} 只有 {tint}% 黑，至少要 70%",
        "{where}: small type of {size} pt in {colour} is {tint}% black, 70% at least",
        "浅黑印成网点，小字笔画会断；请用 70% 以上",
        "a light tint prints as dots and breaks thin strokes; use 70% or more",
    ),
    "accepted-nothing": Message(
        "accepted 里的 {wanted} {where} 没有对上任何警告",
        "accepted names {wanted} {where}, of which there is no warning",
        "请删去这一行，或照警告改它的代码和地方",
        "take the row away, or copy its code and its place from the warning",
    ),
    "folder-exists": Message(
        "{folder} 已经有了，没有动它",
        "{folder} is there already and was left as it is",
        "请换一个名字，或先移走它",
        "choose another name, or move it away",
    ),
    "theme-folder-name": Message(
        "“{name}”不能做主题名",
        "{name} cannot be the name of a theme",
        "请用文件夹名，如 朱砂",
        "use the name of a folder, such as vermilion",
    ),
    "specimen-without-flow": Message(
        "主题 {name} 没有 flow，样本里没有内容块和图",
        "the theme {name} has no flow, so the specimen has no blocks and charts",
        "要看内容块，请在主题里写 flow",
        "give the theme a flow to see its blocks",
    ),
}

_NEW = "banxin theme new DIR [--from THEME] [--json]"
_CHECK = "banxin theme check THEME|DIR [--lang zh|en] [--json]"
_SPECIMEN = "banxin theme specimen THEME|DIR [-o FILE.pdf] [--lang zh|en] [--json] [--no-cache]"

SYNOPSES = {
    "theme": "banxin theme new|check|specimen",
    "theme new": _NEW,
    "theme check": _CHECK,
    "theme specimen": _SPECIMEN,
}
COMMANDS = "\n  ".join((_NEW, _CHECK, _SPECIMEN))

HELP: dict[str, Message] = {
    "theme": Message(
        f"""banxin theme new|check|specimen

{_NEW}
{_CHECK}
{_SPECIMEN}

主题是一个文件夹，决定报告的样子；写法见 docs/themes.md。每个子命令加 --help 有细说。
""",
        f"""banxin theme new|check|specimen

{_NEW}
{_CHECK}
{_SPECIMEN}

A theme is a folder that decides what reports look like; docs/themes.md describes it. Each says more with --help.
""",
    ),
    "theme new": Message(
        f"""{_NEW}

写一个能用的新主题：只写要改的，其余照原来的主题。不盖掉已有的文件夹。

  --from THEME   照哪个主题，默认 brochure
""",
        f"""{_NEW}

Writes a new theme that works at once: it says what it changes and takes the rest from another. Overwrites nothing.

  --from THEME   the theme to start from, brochure unless given
""",
    ),
    "theme check": Message(
        f"""{_CHECK}

列出一个主题的全部问题：名字、键、字体、墨量、对比度、小字的油墨、网格、安全距。

  --json         把结果写成 JSON
""",
        f"""{_CHECK}

Lists all problems of a theme: names, keys, faces, inks, contrast, inks of small type, grid, safe zone.

  --json         print the result as JSON
""",
    ),
    "theme specimen": Message(
        f"""{_SPECIMEN}

用主题自己排一本样本：全部颜色、文字样式、内容块和图。

  -o FILE.pdf    样本的文件名，默认 <主题>-specimen.pdf
  --json         把结果写成 JSON
  --no-cache     不读也不写缓存
""",
        f"""{_SPECIMEN}

Sets a specimen book in the theme itself: all its colours, text styles, blocks and charts.

  -o FILE.pdf    name of the file, <theme>-specimen.pdf unless given
  --json         print the result as JSON
  --no-cache     neither read nor write the cache
""",
    ),
}
