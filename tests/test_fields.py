"""Blocks and what they become: pairs of Markdown and HTML, side by side in tests/data/blocks/."""

from pathlib import Path

import pytest

from conftest import ROOT
from curriculum import words
from curriculum.markup import render
from curriculum.written import leftovers, plain

PAIRS = sorted((ROOT / "tests/data/blocks").glob("*.md"))
ENGLISH = words.load(ROOT / "docs", "en")


@pytest.mark.parametrize("pair", PAIRS, ids=lambda path: path.stem)
def test_a_block_becomes_its_html(pair: Path) -> None:
    assert render(pair.read_text("utf-8"), ENGLISH) + "\n" == pair.with_suffix(".html").read_text("utf-8")


def test_every_block_and_every_field_type_has_a_pair() -> None:
    from curriculum.grammar import BLOCKS, FIELD_TYPES

    names = {path.stem for path in PAIRS}
    assert {*BLOCKS, *(f"field-{name}" for name in FIELD_TYPES)} - {"field"} <= names


def test_a_block_left_as_text_is_found() -> None:
    assert leftovers("<p>/// feild | A</p><p>ok</p>") == ["/// feild | A"]


def test_a_label_is_spoken_without_its_markup() -> None:
    assert plain("The **[card](a.md)** and *you*") == "The card and you"
