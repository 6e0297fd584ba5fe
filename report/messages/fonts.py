"""What problems of fonts say."""

from __future__ import annotations

from report.messages.row import Message

ROWS: dict[str, Message] = {
    "missing-glyph": Message(
        "没有字体含有“{char}”（{code} {name}）",
        "no font has {char} ({code} {name})",
        "已试 {family} 及其后备；请换字，或在自己的字体目录里补上",
        "tried {family} and its fallbacks; use another character, or add a font of your own",
    ),
    "missing-glyph-rare": Message(
        "没有字体含有“{char}”（{code} {name}）",
        "no font has {char} ({code} {name})",
        "这是罕用字，请装罕用字包：banxin fonts add HanaMinB.ttf（说明见 banxin fonts add --help）",
        "a rare character: add the rare pack with banxin fonts add HanaMinB.ttf (see banxin fonts add --help)",
    ),
    "unknown-family": Message(
        "字体目录里没有“{name}”", "the font catalogue has no {name}", "可用：{available}", "use one of: {available}"
    ),
    "unknown-weight": Message(
        "字体 {family} 没有 {wanted}，不合成粗体和斜体",
        "the family {family} has no {wanted}; weights and slants are never synthesised",
        "可用：{available}",
        "use one of: {available}",
    ),
    "font-missing": Message(
        "缺字体文件 {file}（{family}）", "the font file {file} ({family}) is missing", "请重新安装", "install again"
    ),
    "font-hash": Message(
        "字体文件 {file} 与目录记载不符，可能损坏或被换过",
        "the font file {file} is not the one of the catalogue",
        "请恢复原文件",
        "restore the original file",
    ),
    "font-licence": Message(
        "字体 {file} 不许嵌入（fsType {bits}）",
        "the font {file} may not be embedded (fsType {bits})",
        "请换一个许可嵌入的字体",
        "use a font that permits embedding",
    ),
    "font-kind": Message(
        "字体 {file} 是 {kind}，不能用",
        "the font {file} is {kind}, which cannot be used",
        "请用静态的 TTF 或 OTF",
        "use a static TTF or OTF",
    ),
    "font-variable": Message(
        "字体 {file} 是可变字体，没有说用哪个样子",
        "the font {file} is variable, and nothing says which of its shapes is meant",
        "请在字体目录里写 variations，例如 {{wght: 700}}",
        "give its variations in the catalogue, such as {{wght: 700}}",
    ),
    "bad-catalogue": Message(
        "字体目录读不懂：{what}",
        "the font catalogue is not understood: {what}",
        "见 fonts/fonts.yaml 的写法",
        "see fonts/fonts.yaml",
    ),
}
