"""What `banxin fonts` says: its problems, its tables, its help."""

from __future__ import annotations

from report.messages.row import Message

ROWS: dict[str, Message] = {
    "no-font-file": Message(
        "{file} 不是字体文件，也不是放着字体的文件夹",
        "{file} is neither a font file nor a folder that holds some",
        "请写 .ttf、.otf 文件，或它们所在的文件夹",
        "name .ttf or .otf files, or their folder",
    ),
    "not-a-font": Message(
        "字体文件 {file} 读不懂，可能损坏",
        "the font file {file} is not understood and may be damaged",
        "请换一份完整的 TTF 或 OTF",
        "use a whole TTF or OTF",
    ),
    "font-key-taken": Message(
        "{file} 的字体名“{key}”已经是自带字体的名字",
        "the name {key} of {file} is that of a bundled family",
        "请用 --as 另起一个名字，如 --as {key}-own",
        "give it another name with --as, such as --as {key}-own",
    ),
    "font-file-taken": Message(
        "{folder} 里已经有另一个叫 {file} 的字体",
        "another font of the name {file} is in {folder}",
        "请先把文件改名，再加一次",
        "rename the file and add it again",
    ),
    "font-face-taken": Message(
        "{file} 和另一个文件都是 {key} 的 {face}",
        "{file} and another file are both the {face} of {key}",
        "请逐个加，用 --as 给它另起一个名字",
        "add them one by one and give this one another name with --as",
    ),
    "fonts-no-home": Message(
        "不知道您的字体目录该放哪里：没有 HOME（Windows 是 LOCALAPPDATA）",
        "there is no place for your catalogue: HOME (LOCALAPPDATA on Windows) is not set",
        "请设好它，或自己写字体目录，用 BANXIN_FONTS 指给版心",
        "set it, or write a catalogue and name it in BANXIN_FONTS",
    ),
    "font-licence-unknown": Message(
        "字体文件 {file} 里没有写许可",
        "the font file {file} states no licence",
        "嵌入位允许嵌入，可以用；请查清许可，再用 --licence 记下来",
        "its bits permit embedding and it can be used; find the licence and note it with --licence",
    ),
    "rare-pack-absent": Message(
        "没有装罕用字包（{file}）",
        "the rare pack ({file}) is not installed",
        "姓名、地名里有罕用字时要装：banxin fonts add {file}",
        "needed for rare characters of names: banxin fonts add {file}",
    ),
}

WORDS: dict[str, Message] = {
    "font-family": Message("名", "name"),
    "font-weight": Message("字重", "weight"),
    "font-name": Message("字体", "font"),
    "font-licence": Message("许可", "licence"),
    "font-embedding": Message("嵌入", "embedding"),
    "font-coverage": Message("字数", "coverage"),
    "font-covers": Message(
        "{characters} 字，汉字 {han}，GB 2312 {gb2312}/6763",
        "{characters} characters, {han} Han, GB 2312 {gb2312}/6763",
    ),
    "font-absent": Message("没有装", "not installed"),
    "embed-installable": Message("可", "yes"),
    "embed-editable": Message("可（可编辑）", "yes (editable)"),
    "embed-preview": Message("可（预览和打印）", "yes (preview and print)"),
    "embed-restricted": Message("不可", "no"),
    "font-added": Message(
        "加了 {family} {weight} {style}：{name}，汉字 {han}，许可 {licence}，嵌入 {embedding}",
        "added {family} {weight} {style}: {name}, {han} Han, licence {licence}, embedding {embedding}",
    ),
    "font-catalogue": Message(
        "记在 {file}；主题的 styles 里写 face: 名", "noted in {file}; themes name it as face in their styles"
    ),
}

_LIST = "banxin fonts list [--lang zh|en] [--json]"
_ADD = "banxin fonts add FILE|DIR... [--as NAME] [--licence TEXT] [--lang zh|en] [--json]"
_CHECK = "banxin fonts check [--lang zh|en] [--json]"
COMMANDS = "banxin fonts list|add|check"
SYNOPSES = {"fonts": COMMANDS, "fonts list": _LIST, "fonts add": _ADD, "fonts check": _CHECK}

HELP: dict[str, Message] = {
    "fonts": Message(
        f"""{COMMANDS}

{_LIST}
{_ADD}
{_CHECK}

自带的字体、您自己的字体、罕用字包。每个子命令加 --help 有细说。
""",
        f"""{COMMANDS}

{_LIST}
{_ADD}
{_CHECK}

Bundled fonts, fonts of your own, the rare pack. Each says more with --help.
""",
    ),
    "fonts list": Message(
        f"""{_LIST}

列出能用的每一款字体：名字、字重、许可、能否嵌入、有多少字。

  --json         把结果写成 JSON
""",
        f"""{_LIST}

Lists every face there is: name, weight, licence, right to embed, how many characters.

  --json         print the result as JSON
""",
    ),
    "fonts add": Message(
        f"""{_ADD}

把手头的字体文件记进自己的字体目录，以后每次排版都能用；不联网。许可照字体里写的记下，不许嵌入的不收。
罕用字包也这样装：Debian 的 fonts-hanazono 20170904-2.1 里有 HanaMinB.ttf，写这个文件或它所在的文件夹。

  --as NAME        在主题里叫什么，默认用字体自己的名字
  --licence TEXT   许可，字体里没有写时用
  --json           把结果写成 JSON
""",
        f"""{_ADD}

Notes font files that you have in a catalogue of your own, for every later build; no network. The licence is noted as
the font states it; a font that may not be embedded is refused. The rare pack is added in the same way: HanaMinB.ttf is
in Debian's package fonts-hanazono 20170904-2.1; name the file, or its folder.

  --as NAME        what themes call it; its own name unless given
  --licence TEXT   the licence, where the font states none
  --json           print the result as JSON
""",
    ),
    "fonts check": Message(
        f"""{_CHECK}

查每一款字体在不在、是不是目录记的那个文件（sha256）、能不能嵌入。

  --json         把结果写成 JSON
""",
        f"""{_CHECK}

Checks that every font is there, is the file of its catalogue (sha256), and may be embedded.

  --json         print the result as JSON
""",
    ),
}
