"""Explanations of what can go wrong in a batch."""

from __future__ import annotations

from report.messages.explain.row import Explained

RUNS: dict[str, Explained] = {
    "run-held": Explained(
        "同一个任务文件一次只运行一个。锁是操作系统的，持有它的进程一死就没有了，不必手工删文件。",
        "A job file has one run at a time. The lock is the system's and dies with its process; remove no file.",
        "banxin batch 任务.yaml & banxin batch 任务.yaml",
        "banxin batch 任务.yaml && banxin batch 任务.yaml",
    ),
    "only-nothing": Explained(
        "--only 按名字挑，名字是任务的名，或“逐行”里每一行的名；写成 任务/名 可以分清两个任务里同名的。",
        "Reports are chosen by the name of their job or row; JOB/NAME tells apart those of two jobs.",
        "banxin batch 任务.yaml --only 青兰县",
        "banxin batch 任务.yaml --only '青*'",
    ),
    "input-vanished": Explained(
        "读稿的时候文件还在，用的时候没有了。多半是同步盘或别的人正在改这个文件夹。旧的成品没有动。",
        "The file was there when the report was read and gone when it was used: a share being synchronised, or someone "
        "at work there. The old files are untouched.",
        "mv img/封面.jpg 备份/ & banxin batch 任务.yaml",
        "banxin batch 任务.yaml",
    ),
    "input-changed": Explained(
        "文件在读和送之间变了，worker 收到的和说好的不是一个内容，所以没有做。",
        "The file changed between being read and being sent: what the worker got was not what was announced.",
        "cp 新封面.jpg img/封面.jpg & banxin batch 任务.yaml --dask tcp://192.0.2.7:8786",
        "banxin batch 任务.yaml --dask tcp://192.0.2.7:8786",
    ),
    "over-time": Explained(
        "一份报告超过了“限”里的时间，已停下，旧的成品没有动，别的报告照做。",
        "A report took longer than its limit and was stopped. Its old files are untouched, and the others are made.",
        "任务:\n  - 限: {时间: 1s}",
        "任务:\n  - 限: {时间: 300s}",
    ),
    "over-memory": Explained(
        "一份报告要的内存超过了“限”，已停下。最常见的原因是像素过多的图片。",
        "A report wanted more memory than its limit and was stopped. Pictures of too many pixels are the usual cause.",
        "任务:\n  - 限: {内存: 50MB}",
        "任务:\n  - 限: {内存: 800MB}",
    ),
    "worker-died": Explained(
        "做这一份的进程突然没有了。当时同时在做的几份已逐一单独重做，只有它又让进程死掉。",
        "The process that made this report was gone. Those under way with it were made again one by one, and only this "
        "one killed its process again.",
        "banxin batch 任务.yaml",
        "banxin batch 任务.yaml --only 青岚县 --workers 1",
    ),
    "no-processes": Explained(
        "几份一起做要开几个进程，进程之间要用信号量；这里没有，于是都在这一个进程里做，成品一样，只是慢。",
        "Several reports at once want several processes, and those want semaphores, which are not to be had. All "
        "is made in this one process: the same files, only later.",
        "docker run --read-only banxin batch 任务.yaml",
        "docker run --read-only --tmpfs /dev/shm banxin batch 任务.yaml",
    ),
    "worker-version": Explained(
        "同样的输入要得到同样的文件，各台机器上的版心和它所用的库必须是同一个版本。",
        "The same inputs make the same files only where Banxin and its libraries are of one version on all machines.",
        "dask worker tcp://192.0.2.7:8786",
        "pip install --upgrade banxin && dask worker tcp://192.0.2.7:8786",
    ),
    "dask-missing": Explained(
        "Dask 是选装的，只有 --dask 要用。",
        "Dask is optional: only --dask needs it.",
        "pip install banxin",
        'pip install "banxin[dask]"',
    ),
    "no-cluster": Explained(
        "调度器没有在这个地址上回答。先用 dask scheduler 启动它，它会说出自己的地址。",
        "No scheduler answers at this address. Start it with dask scheduler, which says its address.",
        "banxin batch 任务.yaml --dask tcp://192.0.2.7",
        "banxin batch 任务.yaml --dask tcp://192.0.2.7:8786",
    ),
    "no-workers": Explained(
        "调度器在，可没有 worker 来做。各台机器上都要启动 dask worker。",
        "There is a scheduler and nobody to work. Start dask worker on each machine.",
        "dask scheduler",
        "dask scheduler & dask worker tcp://192.0.2.7:8786",
    ),
    "url-needs-fsspec": Explained(
        "“输出”写成网址时，文件由 fsspec 送去，它是选装的。",
        "Where the output is a URL, fsspec sends the files; it is optional.",
        "pip install banxin",
        'pip install "banxin[dask]"',
    ),
    "url-refused": Explained(
        "存储不收。可能是没有权限、桶不存在，或缺这种存储自己的 Python 包（如 s3fs）。",
        "The storage refused: no permission, no such bucket, or the Python package of this kind of storage is missing.",
        "任务:\n  - 输出: s3://没有的桶/{名}",
        "任务:\n  - 输出: s3://banxin/{名}",
    ),
}

ROWS_OF_TABLES: dict[str, Explained] = {
    "jobs-share-folder": Explained(
        "两个任务用同一张表，又都没写“输出”，成品就会放进同样的文件夹，后做的盖掉先做的。",
        "Two jobs over one table, neither with an output of its own, would overwrite each other's files.",
        "任务:\n  - {名: 月报, 报告: 月报.yaml}\n  - {名: 季报, 报告: 季报.yaml, 输出: out/月报}",
        "任务:\n  - {名: 月报, 报告: 月报.yaml}\n  - {名: 季报, 报告: 季报.yaml, 输出: out/季报}",
    ),
    "no-job-table": Explained(
        "“逐行”的表不在那里。路径从任务文件所在的文件夹算起，表也要放在这个文件夹里面。",
        "The table of the rows is not there. Paths start at the folder of the job file, and lead nowhere outside it.",
        "任务:\n  - 逐行: {表: 县去.csv, 名: '{县区}'}",
        "任务:\n  - 逐行: {表: 县区.csv, 名: '{县区}'}",
    ),
    "row-without-name": Explained(
        "“名”里写的列在这一行是空的，成品不知道放哪里。别的行照做。",
        "The column that names the rows is empty here, so there is no place for the files. The other rows are made.",
        "县区,户数\n,28",
        "县区,户数\n青岚县,28",
    ),
    "row-name-twice": Explained(
        "两行同名，后一份会盖掉前一份，所以只做前一份。",
        "Two rows of one name would overwrite each other, so only the first is made.",
        "县区,户数\n青岚县,28\n青岚县,31",
        "县区,户数\n青岚县,28\n东屏县,31",
    ),
    "row-name-long": Explained(
        "名字要作文件夹的名，文件系统只收二百多个字节，一个汉字占三个。",
        "A name is that of a folder: systems take some two hundred bytes, and a Han character has three.",
        "县区,户数\n青岚县（附一大段本应写在备注里的话）,28",
        "县区,户数\n青岚县,28",
    ),
    "row-name-sign": Explained(
        "这些符号在某种系统上不能作文件夹的名，或会把成品放到别处去。",
        "These signs cannot be part of a folder's name on some system, or would lead elsewhere.",
        "县区,户数\n../青岚县,28",
        "县区,户数\n青岚县,28",
    ),
}

ROWS = {**RUNS, **ROWS_OF_TABLES}
