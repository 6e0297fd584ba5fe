"""The content of a foreign page as it may stand in our file: without marks of its own, with a list of what it uses."""

from __future__ import annotations

from typing import Any

from report.record import field, holder

MARKS = frozenset({"BMC", "BDC", "EMC", "MP", "DP"})
"""Marked content, whose numbers would be taken for ours."""
DEVICE = {"rg": "/DeviceRGB", "RG": "/DeviceRGB", "k": "/DeviceCMYK", "K": "/DeviceCMYK"}
USES = {"Tf": "/Font", "Do": "/XObject", "gs": "/ExtGState", "sh": "/Shading", "scn": "/Pattern", "SCN": "/Pattern"}
"""The category of the resource that an operator names."""
SPACES = frozenset({"cs", "CS"})
SHORT = {"/RGB": "/DeviceRGB", "/CMYK": "/DeviceCMYK", "/G": "/DeviceGray", "/I": "/Indexed"}
"""Colour spaces of inline images by their short names (ISO 32000-1, table 93)."""
ALWAYS = ("/DefaultGray", "/DefaultRGB", "/DefaultCMYK")
"""Colour spaces that are used without being named."""


@holder
class Code:
    """Cleaned operators; names of resources by category; names of colour spaces and filters said in the code."""

    data: bytes
    names: dict[str, set[str]] = field(default_factory=dict)
    spaces: set[str] = field(default_factory=set)
    filters: set[str] = field(default_factory=set)

    def use(self, category: str, name: Any) -> None:
        self.names.setdefault(category, set()).add(str(name))


def cleaned(content: Any) -> Code:
    """A page's or form's content; q and Q are made to match, since what follows stands on our page."""
    import pikepdf

    found = Code(b"", {"/ColorSpace": set(ALWAYS)})
    kept: list[Any] = []
    depth = 0
    for instruction in pikepdf.parse_content_stream(content):
        operator = str(instruction.operator)
        if operator in MARKS or (operator == "Q" and not depth):
            continue
        depth += (operator == "q") - (operator == "Q")
        _note(instruction, operator, found)
        kept.append(instruction)
    found.data = pikepdf.unparse_content_stream(kept) + b"\nQ" * depth
    return found


def _note(instruction: Any, operator: str, found: Code) -> None:
    if operator == "INLINE IMAGE":
        _inline(instruction.iimage.obj, found)
        return
    operands = instruction.operands
    last = operands[-1] if len(operands) else None
    if operator in DEVICE:
        found.spaces.add(DEVICE[operator])
    elif operator == "Tf":
        found.use("/Font", operands[0])
    elif operator in SPACES:
        found.spaces.add(str(last))
        found.use("/ColorSpace", last)
    elif operator in USES and str(last).startswith("/"):
        found.use(USES[operator], last)


def _inline(image: Any, found: Code) -> None:
    for key in ("/CS", "/ColorSpace"):
        given = image.get(key)
        for one in (given,) if str(given).startswith("/") else list(given or ())[:2]:
            name = SHORT.get(str(one), str(one))
            found.spaces.add(name)
            found.use("/ColorSpace", name)
    for key in ("/F", "/Filter"):
        given = image.get(key)
        found.filters |= {str(given)} if str(given).startswith("/") else {str(one) for one in given or ()}
