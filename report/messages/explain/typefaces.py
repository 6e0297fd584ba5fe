"""What the problems of `banxin fonts` mean."""

from __future__ import annotations

from collections.abc import Mapping

from report.messages.explain.row import Explained

ROWS: Mapping[str, Explained] = {
    "no-font-file": Explained(
        "要加的是您已经有的字体文件；版心不上网找字体。",
        "What is added is a font file that you have; Banxin never looks for fonts on the network.",
        "banxin fonts add 小标宋",
        "banxin fonts add 小标宋.ttf",
    ),
    "not-a-font": Explained(
        "文件不是 TrueType 或 OpenType 字体，或者没有下载完整。",
        "The file is no TrueType or OpenType font, or was not copied whole.",
        "banxin fonts add 小标宋.zip",
        "banxin fonts add 小标宋.ttf",
    ),
    "font-key-taken": Explained(
        "自带的字体按名字用，样张和主题都靠它们；换掉一款，别人的稿子排出来就不一样了。自己的字体要有自己的名字。",
        "Themes and reports rely on bundled families by name; another font under that name would change them all.",
        "banxin fonts add 我的宋体.ttf --as song",
        "banxin fonts add 我的宋体.ttf --as 我的宋体",
    ),
    "font-file-taken": Explained(
        "目录里已经有同名的文件，内容不一样。盖掉它，用它的稿子就变了。",
        "A file of that name is there and is another font; written over, it would change the reports that use it.",
        "banxin fonts add Regular.ttf",
        "banxin fonts add 我的宋体-Regular.ttf",
    ),
    "font-face-taken": Explained(
        "一个名字下，一种字重和斜正只能有一个文件。窄体、扁体常和正体同名，要另起名字。",
        "A family has one file for each weight and slant. Condensed faces often bear the name of the normal ones and "
        "need one of their own.",
        "banxin fonts add Sans.ttf SansCondensed.ttf",
        "banxin fonts add SansCondensed.ttf --as sans-condensed",
    ),
    "fonts-no-home": Explained(
        "加的字体放在用户自己的数据文件夹里。服务账户常常没有，可以把字体目录放在别处，用 BANXIN_FONTS 指过去。",
        "Added fonts lie in the user's data folder. Where an account has none, put a catalogue elsewhere and name it "
        "in BANXIN_FONTS.",
        "banxin fonts add 小标宋.ttf",
        "BANXIN_FONTS=fonts/fonts.yaml banxin build report.yaml",
    ),
    "font-licence-unknown": Explained(
        "嵌入位只说技术上能不能嵌入；能不能用来出版，要看许可。查清以后记下来，交印时有据可查。",
        "The bits say that a font can be embedded; whether it may be published with is for its licence to say.",
        "banxin fonts add 小标宋.ttf",
        "banxin fonts add 小标宋.ttf --licence 已购",
    ),
    "rare-pack-absent": Explained(
        "自带的字体有通用规范汉字表和 GB 18030 一、二级的全部汉字。更少见的姓名、地名用字在罕用字包里。",
        "Bundled fonts have all characters of the national table and of GB 18030 levels 1 and 2; rarer ones of names "
        "and places are in the rare pack.",
        "banxin fonts check",
        "banxin fonts add HanaMinB.ttf",
    ),
}
