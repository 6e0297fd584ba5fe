"""A notice to those who must know: by mail, by a webhook, by a robot of 企业微信."""

from __future__ import annotations

import json
import smtplib
import ssl
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from typing import Any

from report.deliver.jobs import Channel, Hook, Mail
from report.named import NamedTuple
from report.problem import Problem, problem

TIMEOUT = 20.0
"""Seconds that a server may take to answer."""
MOST_OF_ROBOT = 4096
"""Bytes that the robot of 企业微信 takes in a message."""


class Notice(NamedTuple):
    """What is told: a line, the text below it, and the same for machines."""

    subject: str
    text: str
    data: Mapping[str, Any]


class NotSentError(Exception):
    """A channel refused; the message never holds the address, which is a secret."""


def wanting(channel: Channel, environ: Mapping[str, str]) -> tuple[str, ...]:
    """The environment variables that a channel needs and that are not set."""
    names = (channel.user, channel.password) if isinstance(channel, Mail) else (channel.url,)
    return tuple(name for name in names if name and not environ.get(name))


def send(notice: Notice, channels: Sequence[Channel], environ: Mapping[str, str], now: float) -> Iterator[Problem]:
    """Send by every channel; what could not be sent is a warning, since the reports are what counts."""
    for channel in dict.fromkeys(channels):
        missing = wanting(channel, environ)
        if missing:
            yield problem("notice-unset", channel.place, "warning", channel=_name(channel), name="、".join(missing))
            continue
        try:
            if isinstance(channel, Mail):
                _mail(channel, notice, environ, now)
            else:
                _hook(channel, notice, environ)
        except NotSentError as error:
            yield problem("notice-not-sent", channel.place, "warning", channel=_name(channel), reason=str(error))


def _name(channel: Channel) -> str:
    """What a channel is called when it fails: its server, never its secret address."""
    return channel.host if isinstance(channel, Mail) else channel.kind


def letter(channel: Mail, notice: Notice, now: float) -> EmailMessage:
    """The notice as a mail."""
    mail = EmailMessage()
    mail["Subject"] = " ".join(notice.subject.split())
    mail["From"] = channel.sender
    mail["To"] = ", ".join(channel.to)
    mail["Date"] = formatdate(now)
    mail["Message-ID"] = make_msgid(domain=Address(addr_spec=channel.sender).domain)
    mail["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody answers it by machine
    mail.set_content(notice.text)
    return mail


def _mail(channel: Mail, notice: Notice, environ: Mapping[str, str], now: float) -> None:
    try:
        with _server(channel) as server:
            if channel.user:
                server.login(environ[channel.user], environ[channel.password])
            refused = server.send_message(letter(channel, notice, now))
    except smtplib.SMTPAuthenticationError as error:
        raise NotSentError(f"SMTP {error.smtp_code}") from None  # the server's words may repeat the login
    except smtplib.SMTPResponseException as error:
        raise NotSentError(f"SMTP {error.smtp_code}") from error
    except (smtplib.SMTPException, ssl.SSLError, OSError, UnicodeError) as error:
        raise NotSentError(getattr(error, "strerror", None) or type(error).__name__) from error
    if refused:
        raise NotSentError(", ".join(refused))


def _server(channel: Mail) -> smtplib.SMTP:
    if channel.security == "ssl":
        return smtplib.SMTP_SSL(channel.host, channel.port, timeout=TIMEOUT, context=ssl.create_default_context())
    server = smtplib.SMTP(channel.host, channel.port, timeout=TIMEOUT)
    if channel.security == "starttls":
        try:
            server.starttls(context=ssl.create_default_context())
        except BaseException:
            server.close()
            raise
    return server


def _hook(channel: Hook, notice: Notice, environ: Mapping[str, str]) -> None:
    robot = channel.kind == "wecom"
    body = robot_message(notice) if robot else {"subject": notice.subject, "text": notice.text, **notice.data}
    answer = _post(environ[channel.url], body)
    if robot:
        _check_robot(answer)


def _post(url: str, body: Mapping[str, Any]) -> bytes:
    if not url.lower().startswith(("http://", "https://")):
        raise NotSentError("not http or https")
    headers = {"Content-Type": "application/json; charset=utf-8", "User-Agent": "banxin"}
    try:
        request = urllib.request.Request(url, json.dumps(body, ensure_ascii=False).encode(), headers)
        with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:
            return bytes(answer.read(65536))
    except urllib.error.HTTPError as error:
        with error:
            raise NotSentError(f"HTTP {error.code}") from None
    except urllib.error.URLError as error:
        raise NotSentError(getattr(error.reason, "strerror", None) or type(error.reason).__name__) from None
    except (OSError, ValueError) as error:  # ValueError: what is no URL; its words hold it
        raise NotSentError(type(error).__name__) from None


def _check_robot(answer: bytes) -> None:
    """The robot says in its answer whether it took the message; HTTP says 200 in any case."""
    try:
        told = json.loads(answer)
        code = told["errcode"]
    except (ValueError, TypeError, LookupError):
        raise NotSentError("no errcode") from None
    if code != 0:
        raise NotSentError(f"errcode {code}")


def robot_message(notice: Notice) -> Mapping[str, Any]:
    """The notice as markdown, cut to what the robot takes."""
    text = f"**{notice.subject}**\n{notice.text}"
    while len(text.encode()) > MOST_OF_ROBOT:
        text = text[: len(text) * MOST_OF_ROBOT // len(text.encode()) - 2] + "…"
    return {"msgtype": "markdown", "markdown": {"content": text}}
