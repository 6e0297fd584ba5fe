"""What the making of packages for the print shop says: its problems, its result, its help."""

from __future__ import annotations

from report.messages.row import Message

ROWS: dict[str, Message] = {
    "package-errors": Message(
        "预检有错误，没有打包",
        "preflight found errors, so nothing was packed",
        "请改好再打；一定要带着错误交，就加 --with-errors，预检单会写“不合格”",
        "mend them first; with --with-errors it is packed all the same, and the certificate says so",
    ),
    "package-no-press": Message(
        "{file} 没有付印的输出",
        "{file} has no delivery for the press",
        "请在“输出”里写一种标准含 PDF/X-4 的，如 印厂；或用 --only 指明一种",
        "write one with PDF/X-4 among its standards, such as press, or name one with --only",
    ),
    "package-which": Message(
        "付印的输出不止一种：{all}",
        "several deliveries are for the press: {all}",
        "请用 --only 指明一种",
        "name one with --only",
    ),
    "package-no-edition": Message(
        "{file} 不是一次 build 的成品文件夹（.lock.json {count} 个）",
        "{file} is no folder of one finished build (.lock.json: {count})",
        "请写 build 的 -o 文件夹，或直接写报告",
        "name the folder that build wrote, or the report itself",
    ),
    "package-stale": Message(
        "{file} 里的成品与 {report} 对不上：稿子、字体或成品改过",
        "the files in {file} no longer match {report}: it, a font, or they have changed",
        "请先再 build 一次，或直接 banxin package {report}",
        "build again first, or run banxin package {report}",
    ),
    "package-draft": Message(
        "{file} 里是校样，不能交付",
        "{file} holds a proof, which is not for delivery",
        "请不带 --draft 再 build 一次",
        "build again without --draft",
    ),
    "package-not-built": Message(
        "{file} 里没有“{name}”这一种输出",
        "{file} does not hold the delivery {name}",
        "请不带 --only 再 build 一次，或直接写报告",
        "build again without --only, or name the report",
    ),
    "package-name": Message(
        "包不能写成 {file}",
        "the package cannot be written as {file}",
        "请用以 .zip 结尾的名字；用法：{usage}",
        "give a name that ends in .zip; usage: {usage}",
    ),
    "ticket-incomplete": Message(
        "工单缺 {keys}",
        "the job ticket lacks {keys}",
        "请写在“印刷”里；不写，工单上留空给印厂填",
        "write them under `printing`; without, the ticket leaves room for the shop",
    ),
}

WORDS: dict[str, Message] = {"packed": Message("《{title}》  {path}  {size}", "{title}  {path}  {size}")}

_PACKAGE = "banxin package REPORT|DIR [-o FILE.zip] [--only NAME] [--with-errors] [--no-separations] [--json]"
SYNOPSES = {"package": _PACKAGE}

HELP: dict[str, Message] = {
    "package": Message(
        f"""{_PACKAGE}

把付印的文件和印厂要的一切打成一个 zip：封面与内文 PDF、预检单、印刷工单、缩略图、字体清单与许可、SHA-256。
写报告就先排好；写 build 的文件夹就用里面的成品，稿子改过会停。同样的内容，包的字节也一样。
预检有错误时不打包，退出码是 4。

  -o FILE.zip        默认 out/<编号>/<编号>-<输出>-package.zip，或写在成品文件夹里
  --only NAME        哪一种输出，默认印厂
  --with-errors      有错误也打包，预检单写“不合格”
  --no-separations   不分色（快，总墨量和出血不实测）
  --json             把结果写成 JSON
""",
        f"""{_PACKAGE}

Packs what the print shop needs into one zip: cover and pages, certificate, job ticket, thumbnails, fonts with their
licences, checksums. A report is built first; a folder that build wrote is taken as it is, unless the report has
changed. The same content gives the same bytes. With errors of preflight nothing is packed: exit code 4.

  -o FILE.zip        out/<id>/<id>-<delivery>-package.zip unless given, or in the folder of finished files
  --only NAME        the delivery, press unless given
  --with-errors      pack in spite of errors; the certificate says so
  --no-separations   make no separations (faster; ink and bleed are not measured)
  --json             print the result as JSON
""",
    ),
}
