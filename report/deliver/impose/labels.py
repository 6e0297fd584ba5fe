"""What an imposed file says of its standards: kept where it is still so, taken away where it is not."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from report.named import NamedTuple
from report.problem import Problem, problem

if TYPE_CHECKING:
    import pikepdf

PRESS, ARCHIVE, ACCESS = "PDF/X-4", "PDF/A-2u", "PDF/UA-1"
UNICODE_LEVELS = {"1": "B", "2": "U", "3": "U"}
"""What is left of level A, which asks for tags, by part of PDF/A (ISO 19005-1 to -3)."""
ONLY_U = frozenset(("a2u-name", "a2u-unicode"))
"""What level U asks for and level B does not."""
LABELS = {PRESS: ("pdfxid:GTS_PDFXVersion",), ARCHIVE: ("pdfaid:part", "pdfaid:conformance"), ACCESS: ("pdfuaid:part",)}


class Labelled(NamedTuple):
    """The finished bytes, the standards that they claim, and what they claim no longer."""

    data: bytes
    standards: tuple[str, ...]
    problems: tuple[Problem, ...]


def labelled(file: pikepdf.Pdf, source: bytes, tagged: bool) -> Labelled:
    """The file with the claims that still hold.

    Where tags are gone, PDF/UA and level A are. What else is claimed is read back by preflight: an error that the
    source had not, or one of the standard's own, takes the claim away.
    """
    from report.preflight.judgement import judge

    changed = () if tagged else tuple(_without_tags(file))
    data = saved(file)
    found = judge(data, separations=False)
    claimed = {name: _called(name, found.file) for name in (found.file.claimed if found.file else ())}
    old = frozenset(one.code for one in judge(source, separations=False).problems) if claimed else frozenset()
    lost = {
        name: "、".join(dict.fromkeys(_broken(found.problems, name, called, old))) for name, called in claimed.items()
    }
    lost = {name: codes for name, codes in lost.items() if codes}
    for name in lost:
        _unsay(file, LABELS[name])
    if PRESS in lost:
        _unsay_intent(file)
    told = (problem("impose-label-lost", severity="warning", standard=claimed[n], codes=lost[n]) for n in lost)
    kept = [called for name, called in claimed.items() if name not in lost]
    return Labelled(saved(file) if lost else data, (*kept, *_unjudged(found.file)), (*changed, *told))


def _unjudged(file: Any) -> Iterator[str]:
    """Parts of PDF/A that preflight does not judge; what they ask beyond tags is not changed by placing pages."""
    part = file.packet.get("pdfaid:part") if file and file.packet else ""
    if part and part != "2":
        yield f"PDF/A-{part}{file.packet.get('pdfaid:conformance').lower()}"


def _called(name: str, file: Any) -> str:
    """A standard with the level that the file claims: preflight judges all of PDF/A-2 as 2u."""
    level = file.packet.get("pdfaid:conformance") if name == ARCHIVE and file.packet else ""
    return f"PDF/A-2{level.lower()}" if level else name


def _broken(problems: tuple[Problem, ...], standard: str, called: str, old: frozenset[str]) -> Iterator[str]:
    """The codes of errors by a standard; what print shops ask beside PDF/X-4 counts where it is the sheet's doing."""
    from report.preflight.rules import RULES

    own = {rule.code for rule in RULES if standard in rule.standards}
    own -= frozenset() if called in (PRESS, ARCHIVE) else ONLY_U
    for one in problems:
        shops = standard == PRESS and not one.code.startswith("x")
        if one.severity == "error" and one.code in own and not (shops and one.code in old):
            yield one.code


def _without_tags(file: Any) -> Iterator[Problem]:
    if "/Metadata" not in file.Root:
        return
    with file.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as packet:
        said = {key: packet.get(key, "") for key in ("pdfuaid:part", "pdfaid:part", "pdfaid:conformance")}
    if said["pdfuaid:part"]:
        _unsay(file, ("pdfuaid:part",))
        yield problem("impose-label-changed", severity="notice", standard=f"PDF/UA-{said['pdfuaid:part']}", now="")
    if said["pdfaid:conformance"].upper() == "A":
        level = UNICODE_LEVELS.get(said["pdfaid:part"], "B")
        with file.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as packet:
            packet["pdfaid:conformance"] = level
        part = said["pdfaid:part"]
        now = f"PDF/A-{part}{level.lower()}"
        yield problem("impose-label-changed", severity="notice", standard=f"PDF/A-{part}a", now=now)


def _unsay(file: Any, keys: tuple[str, ...]) -> None:
    if "/Metadata" not in file.Root:
        return
    with file.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as packet:
        for key in keys:
            if key in packet:
                del packet[key]


def _unsay_intent(file: Any) -> None:
    """The printing condition stays said, but no longer as that of a PDF/X file."""
    import pikepdf

    intents = file.Root.get("/OutputIntents", pikepdf.Array())
    others = [one for one in intents if one.get("/S") != "/GTS_PDFX"]
    if others:
        file.Root.OutputIntents = pikepdf.Array(others)
        return
    for intent in intents:
        intent.S = pikepdf.Name.GTS_PDFA1


def saved(file: Any) -> bytes:
    """The same bytes on every machine: nothing is compressed here, and the identifier comes from the content."""
    import pikepdf

    out = BytesIO()
    file.save(
        out,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        compress_streams=False,
        fix_metadata_version=False,
    )
    return out.getvalue()
