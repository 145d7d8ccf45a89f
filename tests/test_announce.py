"""What the pages of a site say of the PDFs that were made for them."""

from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from conftest import ROOT
from curriculum.announce import HEIGHT, WIDTH, announce, keep
from curriculum.jobs import Job

SPANS = '<span class="seen" data-file="a/b.pdf" data-alt="First page"></span><span class="made" data-file="a/b.pdf"></span>'
PAGE = f'<html lang="{{}}">{SPANS}</html>'


@pytest.fixture
def job(tmp_path: Path) -> Job:
    """A PDF of two pages, kept and put where a page offers it."""
    blank, kept = pikepdf.new(), tmp_path / "cache/x.pdf"
    for _ in range(2):
        blank.add_blank_page(page_size=(595, 842))
    file = tmp_path / "blank.pdf"
    blank.save(file)
    keep(file.read_bytes(), 2, kept)
    return Job((), "B", (tmp_path / "site/a/b.pdf",), kept, "docs/en/a/b.md")


def page(root: Path, place: str, language: str) -> Path:
    file = root / "site" / place
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(PAGE.format(language), "utf-8")
    return file


def test_pages_and_size_stand_beside_the_link_in_the_language_of_the_page(tmp_path: Path, job: Job) -> None:
    english, french = page(tmp_path, "a/b.html", "en"), page(tmp_path, "fr/a/b.html", "fr")
    announce(tmp_path / "site", ROOT / "docs", [job])
    assert ">2 pages · 1 kB</span>" in english.read_text("utf-8")
    assert ">2 pages · 1 ko</span>" in french.read_text("utf-8")


def test_the_first_page_is_shown_with_its_words(tmp_path: Path, job: Job) -> None:
    french = page(tmp_path, "fr/a/b.html", "fr")
    announce(tmp_path / "site", ROOT / "docs", [job])
    assert '<img src="../../a/b.png" alt="First page"' in french.read_text("utf-8")
    with Image.open(tmp_path / "site/a/b.png") as picture:
        assert picture.size == (WIDTH, HEIGHT)


def test_what_was_said_is_not_said_twice(tmp_path: Path, job: Job) -> None:
    english = page(tmp_path, "a/b.html", "en")
    announce(tmp_path / "site", ROOT / "docs", [job])
    once = english.read_text("utf-8")
    announce(tmp_path / "site", ROOT / "docs", [job])
    assert english.read_text("utf-8") == once


def test_a_pdf_that_was_not_made_is_not_announced(tmp_path: Path) -> None:
    english = page(tmp_path, "a/b.html", "en")
    announce(tmp_path / "site", ROOT / "docs", [])
    assert english.read_text("utf-8") == PAGE.format("en")
