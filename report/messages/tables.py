"""What problems of table files, workbooks, databases and their cells say."""

from __future__ import annotations

from report.messages.row import Message

FRAMES: dict[str, Message] = {
    "bad-csv": Message(
        "CSV 的引号没有配对", "the quotes of this CSV do not pair", "请检查英文引号", "check the quotation marks"
    ),
    "empty-table": Message("表是空的", "the table is empty", "第一行应是列名", "its first line names the columns"),
    "row-length": Message(
        "这一行有 {given} 格，表头有 {wanted} 格",
        "this row has {given} cells, the head has {wanted}",
        "请补齐或删去多余的逗号",
        "add cells or remove commas",
    ),
    "too-many-rows": Message("超过 {limit} 行", "more than {limit} rows", "请拆成几个表", "split it"),
    "missing-column": Message(
        "表里缺“{key}”列", "the table lacks the column {key}", "请在第一行加上", "add it to the first line"
    ),
    "unknown-column": Message(
        "不认识“{key}”列",
        "unknown column {key}",
        "[[是不是“{near}”？]]可用：{all}",
        "[[did you mean {near}? ]]there are: {all}",
    ),
    "empty-cell": Message("这一行的“{key}”是空的", "{key} is empty in this row", "请填上", "fill it in"),
    "thousands-unquoted": Message(
        "“{text}”的千分号把一个数分成了两格",
        "the comma of {text} cuts one number into two cells",
        '应写成 "{text}"（加英文引号），或去掉逗号',
        'write "{text}" in quotes, or leave the comma out',
    ),
    "title-row": Message(
        "表头只有“{text}”，像是表的标题",
        "the head is {text} alone, which looks like a title",
        "Excel 请写“区域”，从列名那一行开始（如 A2:D9）；CSV 请删去标题行",
        "give a range that begins with the names of columns (such as A2:D9), or delete the title from the CSV file",
    ),
    "unnamed-column": Message(
        "第 {number} 列没有名称",
        "column {number} has no name",
        "请在表头写上列名，或用“区域”避开这一列",
        "name it in the head, or leave it out by a range",
    ),
    "duplicate-column": Message(
        "“{key}”列有两个，第 {first} 列已有",
        "there are two columns {key}, the first is column {first}",
        "请改成不同的名称；表头有几行时写“表头: 2”",
        "rename one; write `head: 2` if the head has two rows",
    ),
    "no-rows": Message(
        "表“{name}”只有表头，没有数据",
        "the table {name} has a head and no rows",
        "请检查文件、区域或查询",
        "check its file, range or query",
    ),
}

CELLS: dict[str, Message] = {
    "cell-not-year": Message(
        "“{column}”列是年，这里是“{text}”", "{column} holds years, this is {text}", "例如 2024", "such as 2024"
    ),
    "cell-not-integer": Message(
        "“{column}”列是整数，这里是“{text}”",
        "{column} holds whole numbers, this is {text}",
        "例如 1280、1,280、6.2万；没有数请留空",
        "such as 1280 or 1,280; leave a cell without a number empty",
    ),
    "cell-not-decimal": Message(
        "“{column}”列是小数，这里是“{text}”",
        "{column} holds numbers, this is {text}",
        "例如 97.6、1,280；没有数请留空",
        "such as 97.6 or 1,280; leave a cell without a number empty",
    ),
    "cell-not-percent": Message(
        "“{column}”列是百分数，这里是“{text}”",
        "{column} holds percentages, this is {text}",
        "例如 97.6% 或 97.6",
        "such as 97.6% or 97.6",
    ),
    "cell-not-date": Message(
        "“{column}”列是日期，这里是“{text}”",
        "{column} holds dates, this is {text}",
        "例如 2024-01-21、2024年1月21日、2024-01",
        "such as 2024-01-21 or 2024-01",
    ),
    "mixed-column": Message(
        "“{column}”列有 {numbers} 个数，这里却是“{text}”，整列当作文本",
        "{column} has {numbers} numbers, but this is {text}: the column was taken for text",
        "请改成数或留空；本来是文本就在“列”里写：{column}: 文本",
        "write a number or nothing; if it is text, declare `{column}: text` under columns",
    ),
    "percent-mixed": Message(
        "“{column}”列的“{text}”没有百分号，当作 {text}%",
        "{text} in {column} has no percent sign and was taken for {text}%",
        "同一列要么都带百分号，要么都不带",
        "give the sign to all cells of a column or to none",
    ),
    "empty-key": Message("键列“{column}”有空格子", "the key column {column} has an empty cell", "请填上", "fill it in"),
    "duplicate-key-value": Message(
        "键列“{column}”里“{text}”有两个，先见于 {first}",
        "{text} stands twice in the key column {column}, first at {first}",
        "键要各不相同，请改正，或换一列作键",
        "keys must differ; correct it or choose another column",
    ),
    "error-cell": Message(
        "这一格是错误值 {text}",
        "this cell holds the error {text}",
        "请在表里改正公式，或留空",
        "correct its formula in the workbook, or empty it",
    ),
    "formula-without-value": Message(
        "公式 {text} 还没有算出的值",
        "the formula {text} has no value yet",
        "请用 WPS 或 Excel 打开，保存一次",
        "open the workbook in Excel or WPS and save it",
    ),
    "numbers-as-text": Message(
        "“{column}”列有 {count} 个以文本存放的数（{cells}），已当作数",
        "{column} has {count} numbers stored as text ({cells}), read as numbers",
        "Excel 求和时会漏掉它们，建议转换为数字",
        "spreadsheets leave them out of sums; convert them to numbers",
    ),
    "merged-number": Message(
        "{cells} 合并成一格，其中的数 {text} 不知算在哪一行",
        "{cells} are merged: to which row does {text} belong?",
        "请取消合并，各行分别填写",
        "unmerge them and fill in each row",
    ),
}

FILES: dict[str, Message] = {
    "no-source": Message(
        "表“{name}”没有来源",
        "the table {name} has no source",
        "请写“文件: 名.csv”，或“库”和“查询”",
        "give `file: name.csv`, or `database` and `query`",
    ),
    "two-sources": Message(
        "表“{name}”有两个来源",
        "the table {name} has two sources",
        "“文件”和“库”只留一个",
        "keep either `file` or `database`",
    ),
    "only-workbook": Message(
        "“表”和“区域”只用于 Excel 文件，{file} 不是",
        "sheet, range and head are for workbooks, {file} is none",
        "请删去这一行",
        "remove this line",
    ),
    "save-as-xlsx": Message(
        "读不了 {file} 这种格式",
        "{file} is of a kind that cannot be read",
        "请在 WPS 或 Excel 里另存为 .xlsx",
        "save it as .xlsx in Excel or WPS",
    ),
    "unknown-table-file": Message(
        "{file} 不是数据文件", "{file} is no table file", "可用 .csv 和 .xlsx", "use .csv or .xlsx"
    ),
    "named-csv": Message(
        "{file} 其实是 Excel 文件", "{file} is a workbook", "请把文件名改成 .xlsx 结尾", "rename it to end in .xlsx"
    ),
    "workbook-locked": Message(
        "{file} 有密码", "{file} has a password", "请另存一份不加密的", "save a copy without one"
    ),
    "not-a-workbook": Message(
        "这不是 .xlsx 文件，或已损坏",
        "this is no .xlsx file, or it is damaged",
        "请在 WPS 或 Excel 里打开，再另存为 .xlsx",
        "open it in Excel or WPS and save it as .xlsx",
    ),
    "workbook-parts": Message(
        "工作簿里有 {given} 个部件，超过 {limit} 个",
        "the workbook has {given} parts, more than {limit}",
        "请把数据另存到新的工作簿",
        "copy the data to a new workbook",
    ),
    "workbook-unpacked": Message(
        "工作簿展开后超过 {limit} MB",
        "unpacked, the workbook is larger than {limit} MB",
        "请只留要用的数据",
        "keep only the data that you need",
    ),
    "workbook-packed": Message(
        "工作簿里的 {part} 压缩到不足 1/{limit}，不像是表格",
        "{part} of the workbook is packed to less than 1/{limit}, which is not how tables look",
        "请把数据另存到新的工作簿",
        "copy the data to a new workbook",
    ),
    "workbook-entities": Message(
        "工作簿里的 {part} 带有文档类型声明，不予读取",
        "{part} of the workbook declares a document type and is not read",
        "请在 WPS 或 Excel 里另存为 .xlsx",
        "save it as .xlsx in Excel or WPS",
    ),
    "too-many-cells": Message(
        "超过 {limit} 个格子", "more than {limit} cells", "请写“区域”，或只留要用的数据", "give a range, or keep less"
    ),
    "too-many-sheets": Message(
        "超过 {limit} 个工作表", "more than {limit} sheets", "请只留要用的工作表", "keep the sheets that you need"
    ),
    "unknown-sheet": Message(
        "没有名为“{name}”的工作表",
        "there is no sheet {name}",
        "[[是不是“{near}”？]]可用：{all}",
        "[[did you mean {near}? ]]there are: {all}",
    ),
    "which-sheet": Message(
        "工作簿有几个工作表：{all}",
        "the workbook has several sheets: {all}",
        "请写明用哪一个，如“表: 汇总”",
        "say which one, such as `sheet: Summary`",
    ),
    "unknown-range": Message(
        "“{name}”不是区域，也没有这个名称",
        "{name} is no range, and nothing has this name",
        "应写成 A3:D9[[；已有名称：{all}]]",
        "write A3:D9[[; there are the names {all}]]",
    ),
    "range-not-one": Message(
        "名称“{name}”指的不是一块区域（{text}）",
        "the name {name} stands for more or less than one range ({text})",
        "请直接写区域，如 A3:D9",
        "write the range, such as A3:D9",
    ),
    "range-elsewhere": Message(
        "区域“{name}”在工作表“{sheet}”，不在“{given}”",
        "the range {name} is on the sheet {sheet}, not on {given}",
        "请删去“表”，或改正其一",
        "remove `sheet`, or correct one of them",
    ),
    "hidden-rows": Message(
        "隐藏的第 {rows} 行没有读入",
        "the hidden rows {rows} were left out",
        "要用就取消隐藏；不用可不理",
        "show them if they are wanted",
    ),
    "too-many-decimals": Message(
        "小数 {given} 位太多", "{given} decimals are too many", "最多 {limit} 位", "at most {limit}"
    ),
    "cannot-write-table": Message(
        "写不了 {file}",
        "cannot write {file}",
        "请检查文件夹和写入权限",
        "check its folder and your permission to write",
    ),
    "unwritable-text": Message(
        "“{text}”里有表格存不了的字符",
        "{text} holds a character that no workbook can keep",
        "请删去控制字符，或改存 .csv",
        "remove control characters, or write .csv",
    ),
}

DATABASES: dict[str, Message] = {
    "unknown-database": Message(
        "不认识这种数据库：{text}",
        "this is no database that can be read: {text}",
        "可用：{all}，如 postgresql://${{DB_USER}}:${{DB_PASSWORD}}@主机/库名",
        "there are: {all}, such as postgresql://${{DB_USER}}:${{DB_PASSWORD}}@host/name",
    ),
    "password-in-file": Message(
        "密码不能写在稿子里",
        "a password must not stand in the report",
        "请写成 ${{DB_PASSWORD}}，并设同名的环境变量",
        "write ${{DB_PASSWORD}} and set the environment variable of that name",
    ),
    "missing-variable": Message(
        "环境变量 {name} 没有设",
        "the environment variable {name} is not set",
        "运行前先设置，如 export {name}=…",
        "set it before the run, such as export {name}=…",
    ),
    "database-option": Message(
        "数据库地址里不能有“{name}”",
        "{name} is not allowed in the address of a database",
        "[[可用：{all}]]",
        "[[there are: {all}]]",
    ),
    "database-port": Message(
        "数据库地址里的端口不是数", "the port of the database is no number", "如 :5432", "such as :5432"
    ),
    "library-missing": Message(
        "读数据库要装 {name}", "reading databases needs {name}", "请运行 {command}", "run {command}"
    ),
    "database-unreachable": Message(
        "连不上数据库：{reason}",
        "the database cannot be reached: {reason}",
        "请检查地址、账号和网络",
        "check address, account and network",
    ),
    "query-not-select": Message(
        "查询要以 SELECT 开头，这里是 {text}",
        "a query begins with SELECT, this is {text}",
        "数据只能读，不能改",
        "data can be read and not be changed",
    ),
    "query-several": Message(
        "只能有一句查询，后面还有 {text}",
        "there can be one query only, here follows {text}",
        "请删去分号后面的内容",
        "remove what follows the semicolon",
    ),
    "query-word": Message(
        "查询里不能用 {text}",
        "{text} is not allowed in a query",
        "查询只能读表里的数据",
        "a query can only read the data of tables",
    ),
    "query-strange": Message(
        "查询里不能有 {text}",
        "{text} is not allowed in a query",
        "反斜线、$、#、花括号和提示在各数据库里意思不同，请换一种写法",
        "databases read backslashes, $, #, braces and hints differently; write it another way",
    ),
    "query-too-slow": Message(
        "查询超过 {seconds} 秒，已停下",
        "the query took more than {seconds} s and was stopped",
        "请加条件，或先在库里汇总",
        "narrow it, or sum up in the database first",
    ),
    "query-failed": Message(
        "数据库不接受这句查询：{reason}", "the database refused the query: {reason}", "请改正查询", "correct it"
    ),
    "query-without-order": Message(
        "查询没有 ORDER BY，行的次序每次可能不同",
        "the query has no ORDER BY: its rows may come in another order next time",
        "请加上 ORDER BY",
        "add ORDER BY",
    ),
}

ROWS: dict[str, Message] = {**FRAMES, **CELLS, **FILES, **DATABASES}
