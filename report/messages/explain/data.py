"""Explanations of what can be wrong with tables: their heads and cells, workbooks, databases and queries."""

from __future__ import annotations

from report.messages.explain.row import Explained

CELLS: dict[str, Explained] = {
    "thousands-unquoted": Explained(
        "CSV 用逗号分格，数里的千分号会把一个数切成两格，后面的列全都错位。",
        "Commas part the cells of a CSV: one inside a number makes two cells of it and moves all that follow.",
        "年份,人次\n2024,3,600",
        '年份,人次\n2024,"3,600"',
    ),
    "title-row": Explained(
        "第一行像是表的标题，不是列名。列名要在第一行，或用“区域”指明从哪里起。",
        "The first row looks like a title; columns are named there, or where the range begins.",
        "各年培训情况,\n年份,人次\n2024,3600",
        "年份,人次\n2024,3600",
    ),
    "unnamed-column": Explained(
        "这一列有数没有名，图表和式子就指不到它。",
        "The column has values but no name, so nothing can refer to it.",
        "年份,人次,\n2024,3600,41",
        "年份,人次,场次\n2024,3600,41",
    ),
    "duplicate-column": Explained(
        "两列同名，引用时不知道是哪一列。表头有几行时写明行数，上下两行会连成一个名字。",
        "Two columns of one name cannot be told apart. With a head of several rows, say how many.",
        "年份,人次,人次\n2024,3600,41",
        "年份,人次,场次\n2024,3600,41",
    ),
    "no-rows": Explained(
        "只有表头，没有一行数据，图和表都是空的。",
        "There is a head and no row, so every chart and table of it would be empty.",
        "年份,人次",
        "年份,人次\n2024,3600",
    ),
    "cell-not-year": Explained(
        "“列”里说这一列是年，这一格却不是四位的年份。",
        "The column is declared to hold years, and this cell holds none.",
        "年份,人次\n二四年,3600",
        "年份,人次\n2024,3600",
    ),
    "cell-not-integer": Explained(
        "“列”里说是整数，这一格不是。没有数就留空，不要写“无”“—”。",
        "The column is declared to hold whole numbers. Leave a cell empty where there is none.",
        "年份,人次\n2024,很多",
        "年份,人次\n2024,3600",
    ),
    "cell-not-decimal": Explained(
        "“列”里说是小数，这一格读不成数。",
        "The column is declared to hold decimals, and this cell is no number.",
        "年份,面积\n2024,约三亩",
        "年份,面积\n2024,3.2",
    ),
    "cell-not-percent": Explained(
        "“列”里说是百分数，写成 97.6% 或 97.6。",
        "The column is declared to hold percentages, written 97.6% or 97.6.",
        "年份,占比\n2024,九成",
        "年份,占比\n2024,97.6%",
    ),
    "cell-not-date": Explained(
        "“列”里说是日期，这一格不是。写到日、写到月都行。",
        "The column is declared to hold dates, to the day or the month.",
        "年份,日期\n2024,年初",
        "年份,日期\n2024,2024-01-21",
    ),
    "mixed-column": Explained(
        "一列里大多是数，夹着几个字，就不能相加也不能画。把字改成数或留空。",
        "The column holds numbers and some words, so it cannot be summed or drawn. Mend or empty those cells.",
        "年份,所数\n2023,12\n2024,暂无\n2025,15",
        "年份,所数\n2023,12\n2024,\n2025,15",
    ),
    "percent-mixed": Explained(
        "同一列有的带百分号有的不带：0.5 是百分之零点五还是百分之五十？写成一样就没有疑问。",
        "Some cells have the sign and some have not: is 0.5 half a percent or half? Write all alike.",
        "年份,占比\n2023,50%\n2024,0.5",
        "年份,占比\n2023,50%\n2024,50%",
    ),
    "empty-key": Explained(
        "按“键”那一列找行，空的就永远找不到。",
        "Rows are found by the key column; one without a key is never found.",
        "年份,人次\n,3600",
        "年份,人次\n2024,3600",
    ),
    "duplicate-key-value": Explained(
        "两行的键相同，引用时不知道是哪一行。",
        "Two rows have one key and cannot be told apart.",
        "年份,人次\n2024,3600\n2024,3700",
        "年份,人次\n2023,3600\n2024,3700",
    ),
    "too-many-decimals": Explained(
        "“小数”是印几位，写得太多没有意义，多半是把值写到了这里。",
        "`decimals` says how many are printed; so many mean nothing, and most likely the value was meant.",
        '事实:\n  调解率: {值: 97.6, 单位: "%", 小数: 97}',
        '事实:\n  调解率: {值: 97.6, 单位: "%", 小数: 1}',
    ),
}

BOOKS: dict[str, Explained] = {
    "error-cell": Explained(
        "格子里是 #DIV/0! 之类的错误值，公式没算出来。",
        "The cell holds an error such as #DIV/0!: its formula has no result.",
        "C5: #DIV/0!",
        "C5: （留空，或改正公式）",
    ),
    "formula-without-value": Explained(
        "公式还没有算过就存了盘，文件里没有得数。打开保存一次就有了。",
        "The file holds the formula and not its result, since no program has worked it out. Open and save it once.",
        "D9: =SUM(D2:D8)（没有得数）",
        "D9: =SUM(D2:D8) → 214",
    ),
    "numbers-as-text": Explained(
        "左上角有绿三角的数是当文字存的。版心照数读，但 Excel 自己求和会漏掉它们，两边就对不上。",
        "These numbers are stored as text. They are read as numbers here, but a sum of the workbook leaves them out.",
        "B3: '2135（文字）",
        "B3: 2135（数）",
    ),
    "merged-number": Explained(
        "合并的格子里只有一个数，不知道是各行共有还是某一行的。",
        "One number in a merged cell: it may belong to all rows or to one.",
        "B2:B4 合并，填 120",
        "B2: 40，B3: 40，B4: 40",
    ),
    "hidden-rows": Explained(
        "隐藏的行不读，因为看不见的数没有人核过。要用就取消隐藏。",
        "Hidden rows are not read, since nobody has checked what is not seen. Show them to use them.",
        "第 7 行（隐藏）",
        "第 7 行（取消隐藏）",
    ),
    "no-source": Explained(
        "表要么来自文件，要么来自数据库，这里两样都没写。",
        "A table comes from a file or a database, and neither is named.",
        "数据: {表一: {键: 年份}}",
        "数据: {表一: {文件: 培训.csv, 键: 年份}}",
    ),
    "two-sources": Explained(
        "一个表只有一个来源，写了两个就不知道信哪一个。",
        "A table has one source; with two nobody knows which to believe.",
        "数据: {表一: {文件: 培训.csv, 库: 县.db, 查询: SELECT 1}}",
        "数据: {表一: {文件: 培训.csv}}",
    ),
    "only-workbook": Explained(
        "CSV 只有一张表，没有工作表和区域可选。",
        "A CSV is one table and has no sheets or ranges.",
        '数据: {表一: {文件: 培训.csv, 区域: "A1:B3"}}',
        "数据: {表一: {文件: 培训.csv}}",
    ),
    "save-as-xlsx": Explained(
        "老的 .xls 是二十年前的格式，读它既慢又不安全。另存一次即可。",
        "The old .xls is slow and unsafe to read. Save it once in the new format.",
        "数据: {表一: {文件: 旧表.xls}}",
        "数据: {表一: {文件: 培训.csv}}",
    ),
    "unknown-table-file": Explained(
        "数据从 .csv 和 .xlsx 里读，别的文件里的表请先另存。",
        "Tables are read from .csv and .xlsx; save others as one of these.",
        "数据: {表一: {文件: 通知.docx}}",
        "数据: {表一: {文件: 培训.csv}}",
    ),
    "named-csv": Explained(
        "后缀写着 .csv，里面却是 Excel 文件：改过名字，没有另存。",
        "The name says .csv and the content is a workbook: it was renamed, not saved as.",
        "文件: 阵地.csv",
        "文件: 阵地.xlsx",
    ),
    "workbook-locked": Explained(
        "工作簿有密码，打不开。另存一份不加密的。",
        "The workbook has a password. Save a copy without one.",
        "文件: 阵地（加密）.xlsx",
        "文件: 阵地.xlsx",
    ),
    "not-a-workbook": Explained(
        "文件坏了，或是网页、别的格式换了后缀。",
        "The file is damaged, or something else under this name.",
        "文件: 下载.xlsx（其实是网页）",
        "文件: 阵地.xlsx",
    ),
    "workbook-parts": Explained(
        "工作簿里的部件多得不正常，展开会拖垮电脑。",
        "The workbook has far too many parts, which would exhaust the machine.",
        "文件: 汇编.xlsx",
        "文件: 阵地.xlsx",
    ),
    "workbook-unpacked": Explained(
        "文件看着不大，展开后极大：多半是整列都设了格式，或有人做了手脚。",
        "Small as a file and huge when unpacked: whole columns are formatted, or someone meant harm.",
        "文件: 全列设了格式.xlsx",
        "文件: 阵地.xlsx",
    ),
    "workbook-packed": Explained(
        "压缩得不像真的表格，这是拖垮电脑的老办法，所以不读。",
        "Packed more tightly than any real table, an old way to exhaust a machine; it is not read.",
        "文件: 可疑.xlsx",
        "文件: 阵地.xlsx",
    ),
    "workbook-entities": Explained(
        "工作簿里带着文档类型声明，正常的表格软件不会写，而它能读走电脑里的文件。",
        "It holds a document type declaration, which no office program writes and which could read other files.",
        "文件: 可疑.xlsx",
        "文件: 阵地.xlsx",
    ),
    "too-many-cells": Explained(
        "格子太多，图表用不上。写“区域”只取要用的一块。",
        "More cells than any chart can use. Name the range that is wanted.",
        "数据: {阵地: {文件: 全年明细.xlsx}}",
        '数据: {阵地: {文件: 全年明细.xlsx, 区域: "A1:D13"}}',
    ),
    "too-many-sheets": Explained(
        "工作表太多，请把要用的另存出来。",
        "Too many sheets; save those that are wanted apart.",
        "文件: 三百个表.xlsx",
        "文件: 阵地.xlsx",
    ),
    "unknown-sheet": Explained(
        "工作簿里没有这个工作表。名字在 Excel 底部的标签上。",
        "The workbook has no sheet of this name; names stand on the tabs.",
        "数据: {阵地: {文件: 阵地.xlsx, 表: 总表}}",
        "数据: {阵地: {文件: 阵地.xlsx, 表: 汇总}}",
    ),
    "which-sheet": Explained(
        "工作簿有几个工作表，要写明用哪一个。不写就取第一个，哪天有人在前面插一个就错了。",
        "The workbook has several sheets. The first is not taken for granted: someone may insert another before it.",
        "数据: {阵地: {文件: 阵地.xlsx}}",
        "数据: {阵地: {文件: 阵地.xlsx, 表: 汇总}}",
    ),
    "unknown-range": Explained(
        "区域写成 A3:D9，或写工作簿里定义过的名称。",
        "A range is written A3:D9, or is a name that the workbook defines.",
        "数据: {阵地: {文件: 阵地.xlsx, 区域: 前九行}}",
        '数据: {阵地: {文件: 阵地.xlsx, 区域: "A3:D9"}}',
    ),
    "range-not-one": Explained(
        "这个名称指的是几块区域或一个式子，读不成一张表。",
        "The name stands for several areas or a formula and makes no table.",
        "区域: 打印区",
        '区域: "A3:D9"',
    ),
    "range-elsewhere": Explained(
        "这个名称指的区域在另一个工作表，和“表”写的不一致。",
        "The named range lies on another sheet than the one given.",
        "{表: 汇总, 区域: 各县}",
        "{区域: 各县}",
    ),
    "cannot-write-table": Explained(
        "表格写不进去，可能正在 Excel 里开着。",
        "The table cannot be written; it may be open in another program.",
        "banxin facts --to 事实.xlsx（正开着）",
        "关掉表格，再运行一次",
    ),
    "unwritable-text": Explained(
        "文字里有看不见的控制字符，表格存不了。banxin clean 能清掉。",
        "The text holds a control character that a workbook cannot store; banxin clean removes it.",
        "banxin facts --to 事实.xlsx",
        "banxin clean --write 报告.yaml",
    ),
}

DATABASES: dict[str, Explained] = {
    "unknown-database": Explained(
        "只读这几种数据库。别的请先导出成 CSV。",
        "Only these databases are read. Export others as CSV.",
        "数据: {县: {库: oracle://主机/县, 查询: SELECT 1}}",
        "数据: {县: {文件: 培训.csv}}",
    ),
    "password-in-file": Explained(
        "稿子会发给许多人，口令写在里面就等于公开。写环境变量的名字，口令留在运行的机器上。",
        "A report goes through many hands, and a password in it is public. Name an environment variable instead.",
        '数据: {县: {库: "postgresql://a:b@localhost/县", 查询: SELECT 1}}',
        '数据: {县: {库: "postgresql://${DB_USER}:${DB_PASSWORD}@localhost/县", 查询: SELECT 1 ORDER BY 1}}',
    ),
    "missing-variable": Explained(
        "稿子里用了环境变量，运行的机器上没有设。",
        "The report names an environment variable that is not set on this machine.",
        "banxin build 报告.yaml",
        "export DB_PASSWORD=…\nbanxin build 报告.yaml",
    ),
    "database-option": Explained(
        "有的选项会让数据库读写本机的文件，所以只准少数几个。",
        "Some options let a database read or write files of this machine, so only a few are allowed.",
        '数据: {县: {库: "mysql://localhost/县?local_infile=1", 查询: SELECT 1}}',
        "数据: {县: {文件: 培训.csv}}",
    ),
    "database-port": Explained(
        "冒号后面是端口，要写数。",
        "Behind the colon stands the port, a number.",
        '数据: {县: {库: "mysql://localhost:端口/县", 查询: SELECT 1}}',
        "数据: {县: {文件: 培训.csv}}",
    ),
    "library-missing": Explained(
        "读数据库的包要另装，不用数据库的人不必装。",
        "The package for databases is installed apart, since most reports need none.",
        "banxin build 报告.yaml",
        'pip install "banxin[sql]"',
    ),
    "database-unreachable": Explained(
        "连不上：地址、端口、账号或网络有一样不对。先用别的工具试试能不能连。",
        "No connection: the address, the port, the account or the network is wrong. Try it with another tool first.",
        "库: postgresql://内网主机/县",
        "库: postgresql://内网主机:5432/县",
    ),
    "query-not-select": Explained(
        "稿子只能读数据，不能改。所以查询都以 SELECT 开头。",
        "A report reads and never changes data, so every query begins with SELECT.",
        "数据: {县: {库: 县.db, 查询: DROP TABLE 阵地}}",
        "数据: {县: {文件: 培训.csv}}",
    ),
    "query-several": Explained(
        "一张表一句查询。分号后面再写一句，是混进别的命令的老办法。",
        "One query a table: a second one behind a semicolon is an old way to smuggle in commands.",
        "数据: {县: {库: 县.db, 查询: SELECT 1; SELECT 2}}",
        "数据: {县: {文件: 培训.csv}}",
    ),
    "query-word": Explained(
        "这个词会锁表、写文件或改数据，查询里不许用。",
        "This word locks, writes or changes something, which a query may not.",
        "数据: {县: {库: 县.db, 查询: SELECT * FROM 阵地 FOR UPDATE}}",
        "数据: {县: {文件: 培训.csv}}",
    ),
    "query-strange": Explained(
        "反斜线、$、# 在各种数据库里意思不同，放行它们就没法保证只读。",
        "These signs mean different things to different databases; with them nothing can be promised.",
        "查询: SELECT $$甲$$",
        "查询: SELECT '甲'",
    ),
    "query-too-slow": Explained(
        "查询太久就停，免得一份稿子拖住整个数据库。",
        "A slow query is stopped, so that no report holds up a database.",
        "查询: SELECT * FROM 明细",
        "查询: SELECT 年份, SUM(人次) FROM 明细 GROUP BY 年份 ORDER BY 年份",
    ),
    "query-failed": Explained(
        "数据库不认这句查询：表名、列名或写法有错，原话附在后面。",
        "The database refuses the query; its own words follow.",
        "查询: SELECT 人数 FROM 阵地",
        "查询: SELECT 家园 FROM 阵地 ORDER BY 县区",
    ),
    "query-without-order": Explained(
        "不写次序，数据库每次可能给出不同的先后，同样的稿子就排出不同的样子。",
        "Without an order a database may return rows differently each time, and the report would change.",
        "查询: SELECT 县区, 家园 FROM 阵地",
        "查询: SELECT 县区, 家园 FROM 阵地 ORDER BY 县区",
    ),
}

ROWS: dict[str, Explained] = {**CELLS, **BOOKS, **DATABASES}
