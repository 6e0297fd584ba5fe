"""What an imposed file says of its standards: kept where it is still so, taken away where it is not."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from report.problem import Problem, problem

if TYPE_CHECKING:
    import pikepdf

PRESS, ARCHIVE = "PDF/X-4", "PDF/A-2u"
UNICODE_LEVELS = {"1": "B", "2": "U", "3": "U"}
"""What is left of level A, which asks for tags, by part of PDF/A (ISO 19005-1 to -3)."""
LABELS = {PRESS: ("pdfxid:GTS_PDFXVersion",), ARCHIVE: ("pdfaid:part", "pdfaid:conformance")}


class Labelled(NamedTuple):
    """The finished bytes, the standards that they claim, and what they claim no longer."""

    data: bytes
    standards: tuple[str, ...]
    problems: tuple[Problem, ...]


def labelled(file: pikepdf.Pdf, source: bytes) -> Labelled:
    """The file with the claims that still hold.

    Tags are gone, so PDF/UA and level A are. What else is claimed is read back by preflight: an error that the source
    had not, or one of the standard's own, takes the claim away.
    """
    from report.preflight.judgement import judge

    changed = tuple(_without_tags(file))
    data = saved(file)
    found = judge(data, separations=False)
    claimed = found.file.claimed if found.file else ()
    old = frozenset(one.code for one in judge(source, separations=False).problems) if claimed else frozenset()
    lost = {name: "、".join(dict.fromkeys(_broken(found.problems, name, old))) for name in LABELS if name in claimed}
    lost = {name: codes for name, codes in lost.items() if codes}
    for name in lost:
        _unsay(file, LABELS[name])
    told = (problem("impose-label-lost", severity="warning", standard=name, codes=lost[name]) for name in lost)
    kept = tuple(name for name in claimed if name not in lost)
    return Labelled(saved(file) if lost else data, kept, (*changed, *told))


def _broken(problems: tuple[Problem, ...], standard: str, old: frozenset[str]) -> Iterator[str]:
    """The codes of errors by a standard; what print shops ask beside PDF/X-4 counts where it is the sheet's doing."""
    from report.preflight.rules import RULES

    own = {rule.code for rule in RULES if standard in rule.standards}
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
    with file.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as packet:
        for key in keys:
            if key in packet:
                del packet[key]


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
