"""YAML into nodes: what scalars mean, where they stand, what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.content import source
from report.content.source import Fields, Scalar, parse, plain
from report.problem import ContentError


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"),
        ("12:30", "12:30"),
        ("0012", "0012"),
        ("2026-03-08", "2026-03-08"),
        ("28_000", "28_000"),
        ("true", True),
        ("null", None),
        ("~", None),
        ("1.10", 1.1),
        ("-7", -7),
        ("'7'", "7"),
        ("1e3", 1000.0),
    ],
)
def test_scalars_mean_what_yaml_1_2_says(written: str, value: object) -> None:
    assert plain(parse(f"键: {written}".encode(), "a")) == {"键": value}


def test_every_node_knows_its_place() -> None:
    node = parse("甲: 一\n乙:\n  - 二\n  - 丙: 三\n".encode(), "a")
    assert isinstance(node, Fields)
    assert [(k.text, k.place.line, k.place.column) for k, _ in node.entries] == [("甲", 1, 1), ("乙", 2, 1)]
    assert node.entries[0][1].place[1:] == (1, 4)


def test_a_text_block_knows_where_its_words_begin() -> None:
    node = parse("文: |\n    五年\n    同行\n".encode(), "a")
    assert isinstance(node, Fields)
    text = node.entries[0][1]
    assert isinstance(text, Scalar)
    assert text.body is not None
    assert text.body[1:] == (2, 5)


def test_traps_inside_block_text_are_prose() -> None:
    node = parse("文: |\n  主题：新征程\n  -第一条\n  {{ 村 }}\n甲: 乙\n".encode(), "a")
    assert plain(node)["文"].startswith("主题：新征程")


def test_anchors_are_allowed_and_their_weight_is_counted() -> None:
    assert plain(parse(b"a: &x [1, 2]\nb: *x\n", "a")) == {"a": [1, 2], "b": [1, 2]}
    bomb = "a: &a [1,1,1,1,1,1,1,1,1,1]\n" + "".join(
        f"{b}: &{b} [{','.join(['*' + a] * 10)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    with pytest.raises(ContentError) as caught:
        parse(bomb.encode(), "a")
    assert caught.value.problems[-1].code == "too-deep"


def test_limits_are_problems(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "MAX_BYTES", 10)
    with pytest.raises(ContentError) as caught:
        parse(b"a: 123456789", "a")
    assert caught.value.problems[0].code == "file-too-big"
    with pytest.raises(ContentError) as caught:
        parse(b"\xff\xfe", "a")
    assert caught.value.problems[0].code == "not-utf8"


def problems_of(yaml: str) -> int:
    """How many problems a text has; anything but nodes or problems is a failure."""
    try:
        parse(yaml.encode("utf-8", "surrogatepass"), "a")
    except ContentError as error:
        return len(error.problems)
    return -1


@given(st.text(max_size=80))
def test_any_text_is_nodes_or_problems(text: str) -> None:
    assert problems_of(text) != 0


SIGNS = ["- ", "键", ": ", "：", "|", ">", "[", "]", "{", "}", ",", "'", '"', "#", "&", "*", "!", "%", "@", "`"]
LAYOUT = ["\n", "\n  ", "\u3000", "\t", "一", "1", "---"]


@given(st.lists(st.sampled_from([*SIGNS, *LAYOUT])).map("".join))
def test_any_signs_are_nodes_or_problems(text: str) -> None:
    assert problems_of(text) != 0


def test_lines_between_quotes_are_no_traps() -> None:
    node = parse('a: "甲\n  {{ 乙 }}\n  % 丙"\nb: 1\n'.encode(), "r.yaml")
    assert plain(node) == {"a": "甲 {{ 乙 }} % 丙", "b": 1}
    with pytest.raises(ContentError) as caught:
        parse('a: "甲\n  {{ 乙 }}"\nb: {{ 丙 }}\n'.encode(), "r.yaml")
    assert [(p.code, p.place and p.place.line) for p in caught.value.problems] == [("quote-needed", 3)]
