"""Rules about the file as a whole: version, identity, intents, metadata (print.md X01 to X14)."""

from __future__ import annotations

from collections.abc import Iterator

from report.preflight.facts import Inspected, Intent
from report.preflight.packet import Packet, same_moment
from report.preflight.rules.row import A2U, UA1, X4, Asked, Found, Rule, found

CHANNELS = {"GRAY": 1, "RGB ": 3, "CMYK": 4, "Lab ": 3}


def too_new(file: Inspected, _asked: Asked) -> Iterator[Found]:
    highest = max(file.header, file.catalog.version)
    if highest > "1.6" or not file.header:
        yield found(version=highest or "?")


def encrypted(file: Inspected, _asked: Asked) -> Iterator[Found]:
    if file.encrypted:
        yield found()


def unidentified(file: Inspected, _asked: Asked) -> Iterator[Found]:
    if file.identifiers != 2:
        yield found(count=file.identifiers)


def press_intents(file: Inspected) -> list[Intent]:
    return [intent for intent in file.intents if intent.subtype == "GTS_PDFX"]


def not_one_intent(file: Inspected, _asked: Asked) -> Iterator[Found]:
    if (count := len(press_intents(file))) != 1:
        yield found(count=count)


def unnamed_condition(file: Inspected, _asked: Asked) -> Iterator[Found]:
    yield from (found() for intent in press_intents(file) if not intent.identifier.strip())


def bad_profile(file: Inspected, _asked: Asked) -> Iterator[Found]:
    for intent in press_intents(file):
        profile = intent.profile
        if profile is None:
            yield found(what="-")
        elif profile.kind != "prtr" or profile.version not in (2, 4):
            yield found(what=f"{profile.kind} v{profile.version}")
        elif CHANNELS.get(profile.space) != intent.components:
            yield found(what=f"N {intent.components}, {profile.space.strip()}")


def condition_unexplained(file: Inspected, _asked: Asked) -> Iterator[Found]:
    for intent in press_intents(file):
        if not intent.info and not intent.registry:
            yield found(name=intent.identifier)


def profiles_differ(file: Inspected, _asked: Asked) -> Iterator[Found]:
    if len({intent.shared for intent in file.intents if intent.shared}) > 1:
        yield found()


def packet_bad(file: Inspected, _asked: Asked) -> Iterator[Found]:
    if not file.packet_there:
        yield found(what="@no-packet")
    elif file.packet is None:
        yield found(what="@packet-broken")
    elif file.packet_filtered:
        yield found(what="@packet-filtered")


def packet_of(file: Inspected) -> Packet:
    return file.packet or Packet({})


def not_called_x4(file: Inspected, _asked: Asked) -> Iterator[Found]:
    said = packet_of(file).get("pdfxid:GTS_PDFXVersion")
    if said != "PDF/X-4":
        yield found(said=said or "-")


def _absent(file: Inspected, *names: str) -> Iterator[Found]:
    missing = [name for name in names if not packet_of(file).get(name)]
    if missing and file.packet is not None:
        yield found(names="、".join(missing))


def undated(file: Inspected, _asked: Asked) -> Iterator[Found]:
    yield from _absent(file, "dc:title", "xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate")


def without_version(file: Inspected, _asked: Asked) -> Iterator[Found]:
    yield from _absent(file, "xmpMM:DocumentID", "xmpMM:VersionID", "xmpMM:RenditionClass")


def trapping_unsaid(file: Inspected, _asked: Asked) -> Iterator[Found]:
    info, packet = file.info.get("Trapped", ""), packet_of(file).get("pdf:Trapped")
    if info not in ("True", "False") or (packet and packet != info):
        yield found(info=info or "-", packet=packet or "-")


def information_missing(file: Inspected, _asked: Asked) -> Iterator[Found]:
    missing = [key for key in ("Title", "CreationDate", "ModDate") if not file.info.get(key)]
    if missing:
        yield found(names="、".join(missing))


def information_differs(file: Inspected, _asked: Asked) -> Iterator[Found]:
    if file.packet is not None:
        differing = list(_differing(file))
        if differing:
            yield found(names="、".join(differing))


TEXTS = (
    ("Title", "dc:title"),
    ("Author", "dc:creator"),
    ("Subject", "dc:description"),
    ("Keywords", "pdf:Keywords"),
    ("Creator", "xmp:CreatorTool"),
    ("Producer", "pdf:Producer"),
)
DATES = (("CreationDate", "xmp:CreateDate"), ("ModDate", "xmp:ModifyDate"))


def _differing(file: Inspected) -> Iterator[str]:
    """Entries of Info that the packet says otherwise; what it does not say at all counts too (ISO 19005-2, 6.6.3)."""
    packet = packet_of(file)
    for key, name in TEXTS:
        if key in file.info and " ".join(file.info[key].split()) != packet.get(name):
            yield key
    for key, name in DATES:
        if key in file.info and not same_moment(file.info[key], packet.get(name)):
            yield key


def not_called_a2u(file: Inspected, _asked: Asked) -> Iterator[Found]:
    packet = packet_of(file)
    part, level = packet.get("pdfaid:part"), packet.get("pdfaid:conformance")
    if part != "2" or level not in ("U", "A"):
        yield found(said=f"{part}{level}".lower() or "-")


def undescribed(file: Inspected, _asked: Asked) -> Iterator[Found]:
    if file.packet is not None and file.packet.undescribed:
        yield found(names="、".join(file.packet.undescribed))


def archive_version(file: Inspected, _asked: Asked) -> Iterator[Found]:
    if not "1.0" <= file.header <= "1.7":
        yield found(version=file.header or "?")


def attached(file: Inspected, _asked: Asked) -> Iterator[Found]:
    if file.catalog.embedded:
        yield found(names="、".join(file.catalog.embedded))


RULES = (
    Rule("x01-version", (X4,), "error", too_new),
    Rule("x02-encrypted", (X4, A2U), "error", encrypted),
    Rule("x03-file-id", (X4, A2U), "error", unidentified),
    Rule("x04-output-intent", (X4,), "error", not_one_intent),
    Rule("x05-condition-name", (X4,), "error", unnamed_condition),
    Rule("x06-output-profile", (X4,), "error", bad_profile),
    Rule("x07-condition-info", (X4,), "error", condition_unexplained),
    Rule("x08-intents-differ", (X4, A2U), "error", profiles_differ),
    Rule("x09-metadata", (X4, A2U, UA1), "error", packet_bad),
    Rule("x10-x4-name", (X4,), "error", not_called_x4),
    Rule("x11-metadata-dates", (X4,), "error", undated),
    Rule("x12-metadata-version", (X4,), "error", without_version),
    Rule("x13-trapped", (X4,), "error", trapping_unsaid),
    Rule("x14-info", (X4,), "error", information_missing),
    Rule("x14-info-differs", (X4, A2U), "error", information_differs),
    Rule("a2u-name", (A2U,), "error", not_called_a2u),
    Rule("a2u-version", (A2U,), "error", archive_version),
    Rule("a2u-schema", (A2U,), "error", undescribed),
    Rule("a2u-attachment", (A2U,), "error", attached),
)
