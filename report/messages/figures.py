"""What problems of figures say: facts, expressions, and the figure check."""

from __future__ import annotations

from report.messages.row import Message

FIGURES: dict[str, Message] = {
    "unknown-fact": Message(
        "没有名为“{name}”的事实",
        "there is no fact {name}",
        "[[最接近的是“{near}”；]]事实写在“事实”里，或事实表里",
        "[[the nearest is {near}; ]]facts stand in facts, or in the fact table",
    ),
    "fact-member": Message(
        "“{name}”是事实，后面不接“.”",
        "{name} is a fact and has no members",
        "请写 {{{{ {name} }}}}",
        "write {{{{ {name} }}}}",
    ),
    "unknown-field": Message(
        "文档里没有“{name}”",
        "the document has no {name}",
        "[[是不是“{near}”？]]可用：{all}",
        "[[did you mean {near}? ]]there are: {all}",
    ),
    "unknown-format": Message(
        "没有“{name}”这种写法",
        "there is no format {name}",
        "[[是不是“{near}”？]]可用：{all}",
        "[[did you mean {near}? ]]there are: {all}",
    ),
    "format-mismatch": Message(
        "“{name}”不能用在这个值上",
        "{name} does not apply to this value",
        "日期用“年月日”，数用“数”“单位”",
        "date and month are for dates, number and unit for figures",
    ),
    "expression-syntax": Message(
        "{{{{ }}}} 里读不懂“{text}”",
        "not understood inside {{{{ }}}}: {text}",
        "例如 {{{{ 事实名 }}}}、{{{{ 甲 + 乙 }}}}",
        "such as {{{{ fact }}}} or {{{{ a + b }}}}",
    ),
    "expression-ends": Message(
        "{{{{ }}}} 里的话没说完",
        "the expression ends too early",
        "例如 {{{{ 事实名 }}}}、{{{{ 甲 + 乙 }}}}",
        "such as {{{{ fact }}}} or {{{{ a + b }}}}",
    ),
    "expression-long": Message(
        "式子太长或太深", "the expression is too long or too deep", "最多 {limit} 个字符", "at most {limit} characters"
    ),
    "braces-unpaired": Message(
        "{{{{ 和 }}}} 没有配对", "{{{{ and }}}} do not pair", "应写成 {{{{ 事实名 }}}}", "write {{{{ fact }}}}"
    ),
    "mark-unpaired": Message(
        "{mark} 没有配对", "{mark} is not closed", "应写成 {mark}字{mark}", "write {mark}words{mark}"
    ),
    "ruby-unpaired": Message("注音没有写完", "a reading is not closed", "应写成 〔拼音|字〕", "write 〔reading|base〕"),
    "link-target": Message(
        "链接 {target} 打不开",
        "the link {target} leads nowhere",
        "应写成 #号、https://…、mailto:… 或 tel:…",
        "write #anchor, https://…, mailto:… or tel:…",
    ),
    "units-differ": Message(
        "{one}和{other}不能相加", "{one} and {other} cannot be added", "请用同一单位的数", "use figures of one unit"
    ),
    "division-by-zero": Message("除数是零", "division by zero", "请检查这个数", "check this figure"),
    "number-too-long": Message(
        "这个数超过 {limit} 位",
        "the number has more than {limit} digits",
        "请换个单位，或检查算式",
        "use another unit, or check the expression",
    ),
    "not-a-number": Message(
        "“{text}”不是数，不能参与计算", "{text} is no number", "请用事实名", "use the name of a fact"
    ),
    "inexact-operand": Message(
        "“{text}”是约数，不能参与计算",
        "{text} is approximate and cannot be counted with",
        "请给出确数",
        "give the exact figure",
    ),
    "no-value": Message("事实“{name}”没有值", "the fact {name} has no value", "请填“值”", "fill in the value"),
    "bad-number": Message(
        "“{text}”不是数（事实“{name}”）",
        "{text} is no number (fact {name})",
        "例如 1280、6.2万、97.6",
        "such as 1280 or 97.6",
    ),
    "printed-disagrees": Message(
        "“{name}”印作“{printed}”，与值 {value} 不符",
        "{name} is printed as {printed}, which does not agree with {value}",
        "请改正其一",
        "correct one of them",
    ),
    "duplicate-fact": Message(
        "事实“{name}”有两个，先见于 {first}",
        "the fact {name} is given twice, first at {first}",
        "一个数只有一个家，请删去一个",
        "a figure has one home; remove one",
    ),
    "card-empty": Message(
        "这张数卡没有数", "this card has no figure", "请写“事实: 名”或“印: 5章”", "give `fact: name` or `printed: …`"
    ),
    "chart-empty": Message(
        "这张图没有数", "this chart has no value", "请写“事实: 名”或“项: [...]”", "give `fact: name` or `series: [...]`"
    ),
    "straight-quotes": Message(
        "汉字旁的直引号已改成“”", "straight quotes beside Han were made curly", "请直接写“”", "write “” yourself"
    ),
}

EXPRESSIONS: dict[str, Message] = {
    "column-alone": Message(
        "“{name}”是一列数，不是一个数",
        "{name} is a column, not a number",
        "请写 合计(表.列) 或 表[键].列",
        "write sum(table.column) or table[key].column",
    ),
    "no-column": Message(
        "表“{table}”里没有“{name}”列",
        "the table {table} has no column {name}",
        "[[是不是“{near}”？]]可用：{all}",
        "[[did you mean {near}? ]]there are: {all}",
    ),
    "no-row": Message(
        "表“{table}”里没有“{key}”这一行",
        "the table {table} has no row {key}",
        "[[是不是“{near}”？]]可用：{all}",
        "[[did you mean {near}? ]]there are: {all}",
    ),
    "empty-value": Message(
        "表“{table}”的“{column}”在 {where} 是空的",
        "{column} of the table {table} is empty at {where}",
        "请填上，或换一格",
        "fill it in, or name another cell",
    ),
    "unknown-table": Message(
        "没有名为“{name}”的数据",
        "there is no table {name}",
        "[[是不是“{near}”？]]请在“数据”里写明",
        "[[did you mean {near}? ]]declare it in `data`",
    ),
    "unknown-function": Message(
        "没有“{name}”这个函数",
        "there is no function {name}",
        "[[是不是“{near}”？]]可用：{all}",
        "[[did you mean {near}? ]]there are: {all}",
    ),
    "argument-count": Message(
        "“{name}”里写了 {given} 项", "{name} was given {given} arguments", "应为 {wanted} 项", "it takes {wanted}"
    ),
    "wants-column": Message("“{name}”里要写一列", "{name} takes a column", "应写成 表.列", "write table.column"),
    "wants-key": Message(
        "“{name}”里要写一行的键", "{name} takes the key of a row", "应写成 2025 或行名", "write 2025 or the row's name"
    ),
    "wants-year": Message(
        "“{name}”要写年份，这里是“{key}”", "{name} takes a year, this is {key}", "应写成 2025", "write 2025"
    ),
    "wants-percent": Message(
        "百分点差要两个百分数，这里的单位是“{unit}”",
        "a difference of points takes percentages, this is in {unit}",
        "请用单位是 % 的数",
        "use figures in %",
    ),
    "no-numbers": Message("“{name}”里没有数", "{name} has no numbers", "请检查这一列", "check the column"),
    "no-base": Message(
        "“{key}”没有可比的上一期",
        "{key} has no period before it to compare with",
        "请换一期，或补上数据",
        "choose another, or add the data",
    ),
    "base-zero": Message(
        "{base}是零，不能比",
        "{base} is zero; nothing can be compared with it",
        "请改用“新增”一类的说法",
        "say it in other words",
    ),
    "format-unit": Message(
        "单位是“{unit}”的数不能印成“{name}”",
        "a figure in {unit} cannot be printed as {name}",
        "“万元”“亿元”只用于元",
        "these are for money",
    ),
    "not-an-equation": Message(
        "“{text}”不是等式", "{text} is no equation", "应写成：合计(表.列) == 214", "write sum(table.column) == 214"
    ),
    "equation-fails": Message(
        "等式不成立：{text}，左边是 {left}，右边是 {right}",
        "the equation {text} fails: {left} against {right}",
        "[[请查 {where}]]",
        "[[check {where}]]",
    ),
    "mark-value": Message(
        "“{mark}”的写法不对",
        "{mark} is not understood",
        "例如 [字]{{着重}}、[字]{{字距: 0.05}}",
        "such as [word]{{dots}} or [word]{{tracking: 0.05}}",
    ),
}

CHECKS: dict[str, Message] = {
    "figure-unmatched": Message(
        "“{text}”没有出处",
        "{text} has no source",
        "请写成事实并引用，或列入“核对.放行”",
        "make it a fact and refer to it, or allow it in `check`",
    ),
    "figure-conflict": Message(
        "“{text}”与事实“{name}”（{other}）不符",
        "{text} disagrees with the fact {name} ({other})",
        "请改正其一，最好写成 {{{{ {name} }}}}",
        "correct one of them; best write {{{{ {name} }}}}",
    ),
    "figure-ambiguous": Message(
        "“{text}”对得上几个事实：{name}",
        "several facts say {text}: {name}",
        "请写成引用，说明是哪一个",
        "refer to the one that is meant",
    ),
    "label-two-values": Message(
        "“{label}”有两个数：{one} 和 {other}",
        "{label} has two values: {one} and {other}",
        "请改正其一",
        "correct one of them",
    ),
    "too-few-periods": Message(
        "只有 {given} 期，连成线看不出走势",
        "a line through {given} periods shows no trend",
        "至少要 {least} 期；请用柱形或数卡",
        "it takes at least {least}; use columns or cards",
    ),
    "radar-refused": Message(
        "雷达图会让人误读面积", "a radar chart misleads by its area", "请用条形或点图", "use bars or dots"
    ),
    "column-not-numbers": Message(
        "“{name}”这一列不是数",
        "the column {name} holds no numbers",
        "请换一列，或在“数据.列”里写明类型",
        "choose another, or declare its type in `data`",
    ),
    "unknown-delivery": Message(
        "没有名为“{name}”的输出",
        "there is no delivery {name}",
        "[[是不是“{near}”？]]可用：{all}",
        "[[did you mean {near}? ]]there are: {all}",
    ),
    "bad-event-date": Message(
        "“{text}”不是年月", "{text} is no date", "应写成 2021-06 或 2021-06-18", "write 2021-06 or 2021-06-18"
    ),
    "bad-approval": Message(
        "“{text}”不像审图号",
        "{text} is no approval number",
        "应写成：GS（2024）0650号",
        "write the number under which the map was approved",
    ),
    "attachment-kind": Message(
        "附件 {file} 不是 PDF", "the attachment {file} is no PDF", "请先转成 PDF", "convert it to PDF first"
    ),
    "appendix-empty": Message(
        "附录是空的", "the appendix is empty", "请写“文”，或“自动: 来源表”", "give `text`, or `automatic: sources`"
    ),
    "include-depth": Message(
        "引用文件套了 {limit} 层以上",
        "included files are nested more than {limit} deep",
        "请检查是不是互相引用",
        "check whether they include each other",
    ),
    "include-shape": Message(
        "引用的文件不是内容块的列表",
        "the included file is no list of blocks",
        "应写成“- 段: …”，或“正文:”加列表",
        "write `- text: …`, or `body:` and a list",
    ),
}

ROWS: dict[str, Message] = {**FIGURES, **EXPRESSIONS, **CHECKS}
