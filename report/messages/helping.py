"""The help of each command and its one line of usage: read only where somebody asks, or has called it wrongly."""

from __future__ import annotations

from report.messages import batch, changes, imposing, packaging, preview, schedule, shells, starting, themes, typefaces
from report.messages.row import Message

_BUILD = (
    "banxin [build] [REPORT] [-o DIR] [--only A,B] [--keep N] [--lang zh|en] [--json] [--no-cache] [--force] [--draft]"
    " [--since [E]]"
)
_CHECK = "banxin check REPORT [--ledger FILE.csv] [--lang zh|en] [--json] [--no-cache]"
_PREFLIGHT = (
    "banxin preflight FILE.pdf [--standard x4,a2u,ua1] [--certificate FILE.pdf] [--spots A,B] [--no-separations] "
    "[--lang zh|en] [--json]"
)
_EXPLAIN = "banxin explain CODE [--lang zh|en] [--json]"
_KEYS = "banxin keys --to zh|en FILE [--dry-run] [--json]"
_CLEAN = "banxin clean FILE [--write] [--json]"
_UPGRADE = "banxin upgrade FILE [--to N] [--dry-run] [--json]"
_FACTS = "banxin facts REPORT --to FILE.xlsx|FILE.csv [--json]"
_SCHEMA = "banxin schema [--lang zh|en] [--json]"

SYNOPSES = {"": "banxin --help", "build": _BUILD, "check": _CHECK, "explain": _EXPLAIN, "preflight": _PREFLIGHT}
SYNOPSES |= {"facts": _FACTS, "keys": _KEYS, "clean": _CLEAN, "upgrade": _UPGRADE, "schema": _SCHEMA}
SYNOPSES |= themes.SYNOPSES | batch.SYNOPSES | changes.SYNOPSES | schedule.SYNOPSES
SYNOPSES |= imposing.SYNOPSES | packaging.SYNOPSES | starting.SYNOPSES | typefaces.SYNOPSES | shells.SYNOPSES
SYNOPSES |= {"preview": preview.SYNOPSIS}
"""One line a command."""

_ALL = f"""\
  {_BUILD}
  {_CHECK}
  {_PREFLIGHT}
  {batch.COMMANDS}
  {imposing.SYNOPSES["impose"]}
  {packaging.SYNOPSES["package"]}
  {preview.SYNOPSIS}
  {_EXPLAIN}
  {_FACTS}
  {_KEYS}
  {_CLEAN}
  {_UPGRADE}
  {_SCHEMA}
  {starting.SYNOPSIS}
  {themes.COMMANDS}
  {SYNOPSES["diff"]}
  {SYNOPSES["schedule"]}
  {typefaces.COMMANDS}
  {shells.SYNOPSIS}
  banxin --version"""
"""The lines of all commands, those together that go together."""

HELP: dict[str, Message] = {
    "": Message(
        f"""版心：把 YAML 和数据排成可直接付印的中文画册。

{_ALL}

每个命令加 --help 有细说。
""",
        f"""Banxin turns YAML and data into Chinese brochures ready for print.

{_ALL}

Each command says more with --help.
""",
    ),
    "build": Message(
        f"""{_BUILD}

把一份报告排成它要的各种 PDF。不写 REPORT 时排自带的样张。

  -o DIR         放成品的文件夹，默认 out/<编号>
  --only A,B     只出这几种输出（名或代号）
  --keep N       把成品另存一期到 DIR/editions，只留最近 N 期；banxin diff 比两期
  --lang zh|en   提示用的语言，默认中文
  --json         把结果写成 JSON
  --no-cache     不读也不写缓存
  --force        内容未变也重做
  --draft        出校样：印“样稿”，逢五行编号，排不下的只提醒，不称 PDF/X
  --since [E]    校样上标出与这一期相比改了什么：期的序号、日期、名字，文件夹或 PDF；不写就是最近存的一期
""",
        f"""{_BUILD}

Builds a report into the PDFs it asks for; without REPORT, the sample that comes with the checkout.

  -o DIR         folder of the finished files, out/<id> unless given
  --only A,B     only these deliveries, by name or key
  --keep N       also keep the files as an edition in DIR/editions, the last N of them; banxin diff compares two
  --lang zh|en   language of messages, Chinese unless given
  --json         print the result as JSON
  --no-cache     neither read nor write the cache
  --force        build again though nothing changed
  --draft        a proof: marked as one, lines numbered, overfull text only warned of, no claim of PDF/X
  --since [E]    in a proof, bars beside what changed since an edition: its number, date or name, a folder or a PDF;
                 the one that was kept last unless given
""",
    ),
    "check": Message(
        f"""{_CHECK}

列出一份报告的全部问题，核对每个数，不写 PDF。

  --ledger FILE.csv   把每个数的页码、位置、数值和依据写成表，供审稿
""",
        f"""{_CHECK}

Lists every problem of a report and checks every figure; writes no PDF.

  --ledger FILE.csv   every figure with page, place, value and source
""",
    ),
    "preflight": Message(
        f"""{_PREFLIGHT}

独立检查任何一份 PDF 能不能付印、存档、无障碍阅读。不写 --standard 时按文件自称的标准查；什么都没声明就按印刷（x4）查。
有错误时退出码是 4。

  --standard x4,a2u,ua1   按哪些标准查；另有 gb9704（公文用色）
  --certificate FILE.pdf  写一页预检单给印厂，旁边放同名 .json
  --spots A,B             允许的专色
  --no-separations        不分色（总墨量、出血等要分色的条目记为未判）
  --json                  把结果写成 JSON
""",
        f"""{_PREFLIGHT}

Reads any PDF and says whether it can be printed, archived and read by everyone. Without --standard: by what the file
claims; by print (x4) where it claims nothing. Errors end with exit code 4.

  --standard x4,a2u,ua1   what to judge by; also gb9704 (colours of official papers)
  --certificate FILE.pdf  write one page for the print shop, with a .json beside it
  --spots A,B             spot colours that are allowed
  --no-separations        make no separations (what needs them is not judged)
  --json                  print the result as JSON
""",
    ),
    "facts": Message(
        f"""{_FACTS}

把一份报告的全部事实写成表，改好后可以放回报告作“事实表”。
""",
        f"""{_FACTS}

Writes all facts of a report as a table; once edited it can serve as the report's fact table.
""",
    ),
    "keys": Message(
        f"""{_KEYS}

把稿子的键和词整份换成中文或英文，连同它引用的文件；注释和排法不动。

  --dry-run      只看要改什么，不写回
""",
        f"""{_KEYS}

Turns the keys and words of a report, and of the files it includes, into Chinese or English; comments and layout stay.

  --dry-run      show what would change and write nothing
""",
    ),
    "clean": Message(
        f"""{_CLEAN}

找出粘贴带进来的怪空格、看不见的字符、部首字、汉字间的半角标点，列出改法。

  --write        照改，写回文件
""",
        f"""{_CLEAN}

Shows what pasting left in a report: odd spaces, hidden characters, radicals, half-width punctuation between Han.

  --write        make the changes in the file
""",
    ),
    "upgrade": Message(
        f"""{_UPGRADE}

把旧格式的稿子改成现在的格式，列出改动；--to 0 能改回去。

  --to N         改成格式 N
  --dry-run      只看要改什么，不写回
""",
        f"""{_UPGRADE}

Brings a report of an earlier format up to the present one and shows the changes; --to 0 takes them back.

  --to N         the format to change to
  --dry-run      show what would change and write nothing
""",
    ),
    "schema": Message(
        f"""{_SCHEMA}

输出报告的 JSON Schema，给编辑器用。存成 report.zh.json，稿子第一行写：
# yaml-language-server: $schema=./report.zh.json
""",
        f"""{_SCHEMA}

Prints the JSON Schema of reports, for editors. Saved as report.en.json, it is named in the first line of a report:
# yaml-language-server: $schema=./report.en.json
""",
    ),
    "explain": Message(
        f"""{_EXPLAIN}

说明一个问题代码：它说什么，为什么要紧，附一个改前改后的例子。
""",
        f"""{_EXPLAIN}

Says what a problem code means and why it matters, with an example before and after.
""",
    ),
}
HELP |= themes.HELP | batch.HELP | changes.HELP | schedule.HELP | imposing.HELP | packaging.HELP
HELP |= {"preview": preview.HELP}
HELP |= starting.HELP | typefaces.HELP | shells.HELP
