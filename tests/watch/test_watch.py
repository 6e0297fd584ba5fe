"""A run nobody watches: log, heartbeats, metrics, notices, absence."""

from __future__ import annotations

import base64
import json
import ssl
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from report.deliver.jobs import Hook, Job, Mail, Notices
from report.deliver.jobs.model import Channel
from report.deliver.watch import Done, Records, Watch, absences, read_beat, read_records
from report.deliver.watch.absence import alarm
from report.deliver.watch.beats import as_json, file_of
from report.messages import render
from report.problem import ContentError, Place
from tests.tools import run
from tests.watch.servers import HookServer, MailServer, serving

HERE = Place("任务.yaml", 3, 5)
HOUR = 3600.0
GOOD = Done("月报", "龙亭区", "built", 1.25, 8)
SAME = Done("月报", "鼓楼区", "unchanged", 0.1)
BAD = Done("月报", "祥符区", "failed", 0.5, 0, ("县区.csv:4:2: 错误[empty-cell] 这一格是空的",))


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self, now: float = 1_772_000_000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture
def hook() -> Iterator[HookServer]:
    server = HookServer()
    with serving(server):
        yield server


@pytest.fixture
def mail() -> Iterator[MailServer]:
    server = MailServer()
    with serving(server):
        yield server


def job(*channels: Channel, absence: float | None = None, name: str = "月报") -> Job:
    return Job(name, Path("r.yaml"), "out", Path(), HERE, notices=Notices(channels, absence))


def letterbox(server: MailServer, **more: str) -> Mail:
    values = {"sender": "banxin@example.org", "user": "", "password": "", **more}
    return Mail(
        "127.0.0.1", server.port, "none", values["sender"], ("a@example.org",), values["user"], values["password"], HERE
    )


def ran(
    records: Records, told: Job, *done: Done, clock: Clock | None = None, code: int = 0, **environ: str
) -> list[str]:
    """One run with these outcomes; the codes of what it warned of."""
    clock = clock or Clock()
    watch = Watch([told], records, environ, clock)
    warned = [one.code for one in watch.started(len(done))]
    for one in done:
        watch.finished(one)
    clock.now += 10
    return warned + [one.code for one in watch.ended(code)]


def test_a_log_is_json_a_line(tmp_path: Path) -> None:
    records = Records(tmp_path / "beats", tmp_path / "new" / "log.jsonl")
    for _ in range(2):
        assert ran(records, job(), GOOD, BAD, code=1) == []
    lines = [json.loads(line) for line in (tmp_path / "new/log.jsonl").read_text("utf-8").splitlines()]
    assert [line["event"] for line in lines] == ["started", "finished", "finished", "ended"] * 2
    assert lines[0] == {"time": "2026-02-25T06:13:20.000+00:00", "event": "started", "jobs": ["月报"], "reports": 2}
    assert lines[2]["messages"] == list(BAD.messages)
    assert (lines[3]["exit_code"], lines[3]["built"], lines[3]["failed"], lines[3]["seconds"]) == (1, 1, 1, 10.0)


def test_a_heartbeat_knows_the_last_success(tmp_path: Path) -> None:
    records, clock = Records(tmp_path), Clock()
    ran(records, job(), GOOD, SAME, clock=clock)
    first = read_beat(tmp_path, "月报")
    clock.now += 5 * HOUR
    ran(records, job(), GOOD, BAD, clock=clock, code=1)
    second = read_beat(tmp_path, "月报")
    assert first is not None
    assert second is not None
    assert first.succeeded == first.ended == 1_772_000_010.0
    assert (second.succeeded, second.ended) == (first.succeeded, clock.now)
    assert (second.runs, second.total.built, second.total.unchanged, second.total.failed) == (2, 2, 1, 1)
    assert (second.last.built, second.last.failed, second.total.pages, second.last.seconds) == (1, 1, 16, 1.75)


@pytest.mark.parametrize(("done", "code"), [((), 0), ((GOOD,), 130)])
def test_a_run_that_made_nothing_or_was_stopped_is_no_success(
    done: tuple[Done, ...], code: int, tmp_path: Path
) -> None:
    ran(Records(tmp_path), job(), *done, code=code)
    beat = read_beat(tmp_path, "月报")
    assert beat is not None
    assert (beat.succeeded, beat.runs) == (None, 1)


def test_two_jobs_never_share_a_heartbeat() -> None:
    names = ["a/b", "a_b", "a:b", ".a", "_a", "月报", "月报."]
    assert len({file_of(name).lower() for name in names}) == len(names)
    assert all(not set(file_of(name)) & set('/\\:*?"<>|') for name in names)


@pytest.mark.parametrize("broken", [b"", b"[]", b'{"format": 2}', b"\xff", b'{"format": 1, "job": "x"}'])
def test_a_broken_heartbeat_starts_anew(broken: bytes, tmp_path: Path) -> None:
    (tmp_path / file_of("月报")).write_bytes(broken)
    assert ran(Records(tmp_path), job(), GOOD) == []
    beat = read_beat(tmp_path, "月报")
    assert beat is not None
    assert beat.runs == 1


def test_a_heartbeat_comes_back_as_it_was(tmp_path: Path) -> None:
    ran(Records(tmp_path), job(), GOOD, BAD, code=1)
    beat = read_beat(tmp_path, "月报")
    assert beat is not None
    assert as_json(beat) == (tmp_path / file_of("月报")).read_bytes()


def test_metrics_are_text_of_prometheus(tmp_path: Path) -> None:
    records = Records(tmp_path / "beats", None, tmp_path / "banxin.prom")
    ran(records, job(name='一"二\\三'), Done('一"二\\三', "x", "built", 2.0, 3))
    clock = Clock()
    ran(records, job(), GOOD, BAD, clock=clock, code=1)
    lines = (tmp_path / "banxin.prom").read_text("utf-8").splitlines()
    assert 'banxin_reports_total{job="月报",outcome="failed"} 1' in lines
    assert 'banxin_reports_total{job="一\\"二\\\\三",outcome="built"} 1' in lines
    assert 'banxin_pages_total{job="月报"} 8' in lines
    assert 'banxin_build_seconds_total{job="月报"} 1.75' in lines
    assert 'banxin_last_run_seconds{job="月报"} 10.0' in lines
    assert 'banxin_last_success_timestamp_seconds{job="一\\"二\\\\三"} 1772000010.0' in lines
    assert not [line for line in lines if line.startswith('banxin_last_success_timestamp_seconds{job="月报"')]
    heads = [line.split()[2] for line in lines if line.startswith("# TYPE")]
    assert len(heads) == len(set(heads)), "a metric is one group"
    samples = [line.split("{")[0] for line in lines if not line.startswith("#")]
    assert sorted(set(samples)) == sorted(heads)


def test_a_failure_is_told_by_mail(mail: MailServer, tmp_path: Path) -> None:
    channel = letterbox(mail, user="MAIL_USER", password="MAIL_PASSWORD")
    warned = ran(Records(tmp_path), job(channel), GOOD, SAME, BAD, code=1, MAIL_USER="u", MAIL_PASSWORD="geheim")
    assert warned == []
    (letter,) = mail.letters
    assert letter["Subject"] == "版心：月报 有 1 份没有做成"
    assert (letter["From"], letter["To"]) == ("banxin@example.org", "a@example.org")
    assert letter["Date"].endswith("+0000") or letter["Date"].endswith("-0000")
    assert letter.get_content().splitlines() == ["做成 1 份，未变 1 份，没有做成 1 份", f"祥符区: {BAD.messages[0]}"]
    assert base64.b64decode(mail.logins[0]) == b"\0u\0geheim"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of this machine with its key, which nobody trusts unless told to."""
    path = tmp_path_factory.mktemp("tls") / "here.pem"
    names = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2"]
    run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *names, "-keyout", path, "-out", f"{path}.crt")
    path.write_text(path.read_text() + Path(f"{path}.crt").read_text())
    return path


@pytest.mark.parametrize("security", ["ssl", "starttls"])
@pytest.mark.parametrize("trusted", [True, False])
def test_a_login_travels_covered_and_to_none_but_the_server(
    security: str, trusted: bool, certificate: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", f"{certificate}.crt")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    server = MailServer(context, at_once=security == "ssl")
    with serving(server):
        own = letterbox(server, user="U", password="P")
        channel = replace(own, security=security)
        warned = ran(Records(tmp_path), job(channel), BAD, code=3, U="u", P="geheim")
    assert warned == ([] if trusted else ["notice-not-sent"])
    assert (len(server.letters), len(server.logins)) == ((1, 1) if trusted else (0, 0))


def test_a_failure_is_told_by_hooks(hook: HookServer, tmp_path: Path) -> None:
    channels = (Hook("webhook", "HOOK", HERE), Hook("wecom", "ROBOT", HERE))
    assert ran(Records(tmp_path), job(*channels), GOOD, BAD, code=1, HOOK=hook.url, ROBOT=hook.url) == []
    (path, told), (_, robot) = hook.posts
    assert path == "/hook?key=secret-key"
    assert (told["event"], told["job"], told["failed"], told["built"]) == ("failure", "月报", 1, 1)
    assert told["reports"] == [{"name": "祥符区", "messages": list(BAD.messages)}]
    assert robot["msgtype"] == "markdown"
    assert robot["markdown"]["content"].startswith("**版心：月报 有 1 份没有做成**\n")


def test_nobody_is_told_of_success(hook: HookServer, tmp_path: Path) -> None:
    assert ran(Records(tmp_path), job(Hook("webhook", "HOOK", HERE)), GOOD, SAME, HOOK=hook.url) == []
    assert hook.posts == []


def test_the_robot_gets_no_more_than_it_takes(hook: HookServer, tmp_path: Path) -> None:
    failed = [Done("月报", f"县区{i}", "failed", messages=("错" * 300,)) for i in range(30)]
    ran(Records(tmp_path), job(Hook("wecom", "ROBOT", HERE)), *failed, code=3, ROBOT=hook.url)
    content = hook.posts[0][1]["markdown"]["content"]
    assert 3900 < len(content.encode()) <= 4096
    assert content.endswith("…")


@pytest.mark.parametrize(
    ("kind", "answer", "reason"),
    [
        ("webhook", (500, b""), "HTTP 500"),
        ("wecom", (200, b'{"errcode": 93000, "errmsg": "invalid webhook url"}'), "errcode 93000"),
        ("wecom", (200, b"<html>"), "no errcode"),
    ],
)
def test_a_refused_notice_is_a_warning(
    hook: HookServer, kind: str, answer: tuple[int, bytes], reason: str, tmp_path: Path
) -> None:
    hook.status, hook.answer = answer
    channel = Hook("wecom" if kind == "wecom" else "webhook", "HOOK", HERE)
    watch = Watch([job(channel)], Records(tmp_path), {"HOOK": hook.url}, Clock())
    watch.finished(BAD)
    (told,) = watch.ended(1)
    assert (told.code, told.severity, dict(told.values)["reason"]) == ("notice-not-sent", "warning", reason)
    assert "secret-key" not in render(told)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:1/secret-key", "secret-key", "file:///secret-key", "http://[secret-key"]
)
def test_an_address_that_leads_nowhere_is_not_repeated(url: str, tmp_path: Path) -> None:
    watch = Watch([job(Hook("webhook", "HOOK", HERE))], Records(tmp_path), {"HOOK": url}, Clock())
    watch.finished(BAD)
    (told,) = watch.ended(1)
    assert told.code == "notice-not-sent"
    assert "secret-key" not in render(told)


def test_a_refused_login_does_not_repeat_the_password(mail: MailServer, tmp_path: Path) -> None:
    mail.lets_in = False
    channel = letterbox(mail, user="U", password="P")
    watch = Watch([job(channel)], Records(tmp_path), {"U": "u", "P": "geheim"}, Clock())
    watch.finished(BAD)
    (told,) = watch.ended(1)
    assert dict(told.values)["reason"] == "SMTP 535"
    assert mail.letters == []


def test_a_variable_that_is_not_set_is_told_before_it_is_needed(tmp_path: Path) -> None:
    assert ran(Records(tmp_path), job(Hook("wecom", "ROBOT", HERE)), GOOD) == ["notice-variable"]
    assert ran(Records(tmp_path), job(Hook("wecom", "ROBOT", HERE)), BAD, code=3) == ["notice-variable", "notice-unset"]


def test_records_that_cannot_be_written_stop_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    records = Records(tmp_path / "file" / "beats", tmp_path / "file" / "log", tmp_path / "file" / "m.prom")
    warned = ran(records, job(), GOOD)
    assert set(warned) == {"not-a-folder", "record-not-written"}


# Absence


def test_an_absence_is_told_once_for_each_time_that_it_lasts(hook: HookServer, tmp_path: Path) -> None:
    records, clock, told = Records(tmp_path), Clock(), job(Hook("webhook", "HOOK", HERE), absence=26 * HOUR)
    ran(records, told, GOOD, clock=clock)
    late, subjects = [], []
    for hours in (25, 27, 30, 54):
        now = 1_772_000_010.0 + hours * HOUR
        found, _ = absences([told], records, now)
        late.append(found[0].late)
        assert alarm(found, records, {"HOOK": hook.url}, now, "zh") == []
        subjects.append([post["subject"] for _, post in hook.posts])
    assert late == [False, True, True, True]
    assert [len(one) for one in subjects] == [0, 1, 1, 2]
    assert subjects[1] == ["版心：月报 已 27.0 小时没有做成"]
    assert hook.posts[0][1]["succeeded"] == "2026-02-25T06:13:30.000+00:00"


def test_a_job_that_never_ran_is_absent_from_the_first_look(tmp_path: Path) -> None:
    records, told = Records(tmp_path), job(absence=HOUR)
    first, _ = absences([told, job(name="无")], records, 1000.0)
    later, _ = absences([told], records, 1000.0 + 2 * HOUR)
    assert [(one.job.name, one.late) for one in (*first, *later)] == [("月报", False), ("月报", True)]


def test_failures_do_not_end_an_absence(tmp_path: Path) -> None:
    records, clock, told = Records(tmp_path), Clock(), job(absence=HOUR)
    ran(records, told, GOOD, clock=clock)
    clock.now += 2 * HOUR
    ran(records, told, BAD, clock=clock, code=3)
    assert absences([told], records, clock.now)[0][0].late


# Where the job file puts them


def test_a_job_file_says_where_records_go(tmp_path: Path) -> None:
    path = tmp_path / "任务.yaml"
    path.write_text("格式: 1\n记录: {心跳: 心跳, 日志: 日志.jsonl, 指标: m/banxin.prom}\n任务: []\n", "utf-8")
    home = tmp_path / ".banxin"
    assert read_records(path, home) == Records(tmp_path / "心跳", tmp_path / "日志.jsonl", tmp_path / "m/banxin.prom")
    path.write_text("format: 1\njobs: []\n", "utf-8")
    assert read_records(path, home) == Records(home / "heartbeats")


def test_metrics_that_nobody_would_collect_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "任务.yaml"
    path.write_text("格式: 1\n任务: []\n记录:\n  指标: 指标.txt\n  日记: x\n", "utf-8")
    with pytest.raises(ContentError) as raised:
        read_records(path, tmp_path)
    assert {(one.code, one.place and one.place.line) for one in raised.value.problems} >= {("metrics-name", 4)}
