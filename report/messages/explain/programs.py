"""Explanations of what can be wrong with fonts, commands and the machine."""

from __future__ import annotations

from report.messages.explain.row import Explained

FONTS: dict[str, Explained] = {
    "missing-glyph": Explained(
        "字体里没有这个字，印出来会是方框，所以停下。多是从别处粘来的异体或部首，banxin clean 能改回常用字。",
        "No font has this character; a box would be printed, so the build stops. Often it is a pasted radical.",
        "- 段: ⼥性力量",
        "- 段: 女性力量",
    ),
    "missing-glyph-rare": Explained(
        "这是罕用字，自带的字体没有收。人名不能换字，请装罕用字包。",
        "A rare character beyond the bundled fonts. A name cannot be changed: install the rare pack.",
        "banxin build 报告.yaml",
        "banxin fonts add 罕用字包.yaml",
    ),
    "unknown-family": Explained(
        "主题用的字体要在字体目录里登记，按登记的名字写。",
        "Themes name families of the font catalogue by their key.",
        "face: 宋体",
        "face: song",
    ),
    "unknown-weight": Explained(
        "这个字体没有这种粗细。硬描粗的假粗体印出来糊成一团，所以不做。",
        "The family has no such weight. Made-up weights print as blots, so none is made.",
        "{face: song, weight: 800}",
        "{face: song, weight: 700}",
    ),
    "font-missing": Explained(
        "字体文件不见了，可能安装不全或被清理掉了。",
        "The font file is gone: an incomplete installation, or one that was tidied.",
        "fonts/NotoSerifSC-Regular.otf（没有）",
        "pip install --force-reinstall banxin",
    ),
    "font-hash": Explained(
        "字体文件与登记的不是同一个。换过字体，版面会悄悄变，所以不用。",
        "The file is not the one of the catalogue; with another the layout would change unseen.",
        "sha256: 3f…",
        "sha256: 9a…",
    ),
    "font-licence": Explained(
        "字体自己声明不许嵌入文件。用了要担侵权的责任。",
        "The font itself forbids embedding; to use it would break its licence.",
        "file: 某商业字体.ttf",
        "file: NotoSerifSC-Regular.otf",
    ),
    "font-kind": Explained(
        "可变字体和字体集不能直接用，请换成静态的 TTF 或 OTF。",
        "Variable fonts and collections cannot be used; take static TTF or OTF files.",
        "file: NotoSansSC-VF.ttf",
        "file: NotoSansSC-Regular.otf",
    ),
    "font-variable": Explained(
        "可变字体一个文件里有许多样子，不说明用哪一个，各台机器就会印出不同的粗细。",
        "A variable font holds many shapes; unless one is named, machines would print different weights.",
        "{file: NotoSansSC-VF.ttf, weight: 700}",
        "{file: NotoSansSC-VF.ttf, weight: 700, variations: {wght: 700}}",
    ),
    "bad-catalogue": Explained(
        "字体目录 fonts.yaml 的写法不对。照自带的那份改。",
        "The catalogue fonts.yaml is not understood; follow the bundled one.",
        "families: [song]",
        "families:\n  song: {name: Noto Serif SC}",
    ),
}

RUNNING: dict[str, Explained] = {
    "unreadable-pdf": Explained(
        "要检查的 PDF 打不开：没有权限，或写的是文件夹。",
        "The PDF cannot be opened: not permitted, or it is a folder.",
        "banxin preflight out",
        "banxin preflight out/kaifeng/kaifeng-press.pdf",
    ),
    "certificate-name": Explained(
        "预检单是一份 PDF，旁边还有同名的 .json，不能盖掉被检查的文件。",
        "The certificate is a PDF with a .json of the same name beside it, and may not replace the file it judges.",
        "banxin preflight a.pdf --certificate a.pdf",
        "banxin preflight a.pdf --certificate checked.pdf",
    ),
    "unknown-standard-name": Explained(
        "能查的标准是 x4（印刷）、a2u（存档）、ua1（无障碍）和 gb9704（公文用色），用逗号隔开。",
        "The standards are x4 (print), a2u (archive), ua1 (access) and gb9704 (official colours), with commas between.",
        "banxin preflight a.pdf --standard x1a",
        "banxin preflight a.pdf --standard x4,a2u",
    ),
    "cannot-write": Explained(
        "成品写不进去。旧文件没有动：新的写全了才换上去。",
        "The result cannot be written. Old files are untouched: new ones take their place only when whole.",
        "banxin build -o /只读/out",
        "banxin build -o out",
    ),
    "disk-full": Explained(
        "磁盘满了。旧文件没有动。",
        "The disk is full; old files are untouched.",
        "banxin build -o U盘/out",
        "banxin build -o out",
    ),
    "write-denied": Explained(
        "没有写权限，或者上次的 PDF 还开在阅读器里。关掉再试。",
        "You may not write there, or a viewer still holds the PDF. Close it and try again.",
        "out/kaifeng-press.pdf（正在阅读器里打开）",
        "关掉阅读器，再运行一次",
    ),
    "not-a-folder": Explained(
        "要放成品的地方有个同名的文件，或者要写的文件名是个文件夹。",
        "A file stands where the folder should be, or a folder where the file should be.",
        "banxin build -o 报告.yaml",
        "banxin build -o out",
    ),
    "cannot-print": Explained(
        "结果要写到的地方断了，比如管道的另一头已经关闭。成品不受影响。",
        "Where the result was to be printed is gone, such as the other end of a pipe. Files are not affected.",
        "banxin build --json > /满/结果.json",
        "banxin build --json > 结果.json",
    ),
    "no-report": Explained(
        "没有这个文件。路径从你现在所在的文件夹算起。",
        "There is no such file; paths start where you are.",
        "banxin check repor.yaml",
        "banxin check report.yaml",
    ),
    "no-current-folder": Explained(
        "运行的地方是一个文件夹；它在别处被删掉或改了权限，相对的路径就无从算起。",
        "A program runs in a folder. Where that was deleted meanwhile, or its permissions were changed, relative paths "
        "start nowhere.",
        "rm -r ../册 && banxin check report.yaml",
        "cd ~/册 && banxin check report.yaml",
    ),
    "report-is-folder": Explained(
        "给的是文件夹，要写明其中的哪一个文件。",
        "A folder was named; name the file in it.",
        "banxin check data/kaifeng",
        "banxin check data/kaifeng/report.yaml",
    ),
    "no-sample": Explained(
        "不写报告就排自带的样张，而安装的版本不带样张。",
        "Without a report the sample is built, and this installation has none.",
        "banxin build",
        "banxin build report.yaml",
    ),
    "missing-package": Explained(
        "缺一个 Python 包。用项目的命令装一次，版本才是验证过的。",
        "A Python package is missing. Install by the project's own command, which pins the versions.",
        "python generate.py",
        "make brochure",
    ),
    "run-interrupted": Explained(
        "你按了停止。文件不是旧的就是完整的新的，没有半截。",
        "You stopped it. Files are either old or new and whole, never half.",
        "^C",
        "banxin build",
    ),
    "internal-fault": Explained(
        "这是版心自己的毛病。请把设了 BANXIN_DEBUG=1 再运行的输出和稿子一起报给我们。",
        "A fault of ours. Please report it with the report and what BANXIN_DEBUG=1 prints.",
        "banxin build report.yaml",
        "BANXIN_DEBUG=1 banxin build report.yaml",
    ),
    "unknown-command": Explained(
        "没有这个命令。banxin --help 列着全部。",
        "There is no such command; banxin --help lists them.",
        "banxin biuld",
        "banxin build",
    ),
    "command-not-first": Explained(
        "命令写在前面，选项写在后面。",
        "The command comes first, its options after it.",
        "banxin --json check report.yaml",
        "banxin check --json report.yaml",
    ),
    "unknown-argument": Explained(
        "这个命令没有这个选项。",
        "The command has no such option.",
        "banxin check --forse report.yaml",
        "banxin check --json report.yaml",
    ),
    "needs-value": Explained(
        "这个选项后面要跟一个值。",
        "This option is followed by a value.",
        "banxin build -o",
        "banxin build -o out",
    ),
    "takes-no-value": Explained(
        "这个选项只管开关，后面不写值。",
        "This option is a switch and takes no value.",
        "banxin build --force=yes",
        "banxin build --force",
    ),
    "needs-argument": Explained(
        "少了非写不可的一项，用法里用大写字母标着。",
        "An argument is missing; the usage shows it in capitals.",
        "banxin explain",
        "banxin explain unknown-key",
    ),
    "not-a-choice": Explained(
        "这个选项只收几个值里的一个。",
        "This option takes one of a few values.",
        "banxin check --lang fr report.yaml",
        "banxin check --lang en report.yaml",
    ),
    "unknown-code": Explained(
        "代码是每条消息方括号里的那个词。",
        "A code is the word in brackets of each message.",
        "banxin explain unknown-keys",
        "banxin explain unknown-key",
    ),
}

ROWS: dict[str, Explained] = {**FONTS, **RUNNING}
