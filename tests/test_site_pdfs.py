"""Every PDF of the real site: its pages and size, its standards, its words, and the same bytes on every build."""

import os
import re
import shutil
import subprocess
import sys
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import outloud  # type: ignore[import-untyped]
import page
import pikepdf
import pytest
from lxml import html
from lxml.html import HtmlElement
from outloud.model import Document  # type: ignore[import-untyped]

from conftest import ADDRESS, ROOT, build
from curriculum import settings
from curriculum.pages import Page
from curriculum.printables import find
from curriculum.publish import publish

SETTINGS = settings.read(ROOT)
A4 = {595, 842}  # points
PRINT, FORM, OTHER = 40_000, 100_000, 60_000  # bytes
MOST = {"sheet": PRINT, "form": FORM}
SAMPLE = 8  # pages that are printed twice
LABEL = re.compile(r"•|\d+\.")  # of a list: HTML does not write it


@dataclass(frozen=True)
class Paper:
    """A PDF that must be there, the article it is made from, and what it is: sheet, form, example, plan or pocket."""

    file: Path
    article: HtmlElement
    kind: str

    def __repr__(self) -> str:
        return self.file.name


def expected(source: Path, kind: str) -> list[Paper]:
    """The PDFs of a page."""
    articles = html.parse(source, html.HTMLParser(encoding="utf-8")).xpath("//article[@data-printable]")
    if kind != "worksheet":
        return [Paper(source.with_name(f"{part.get('data-name', source.stem)}.pdf"), part, part.get("data-printable")) for part in articles]
    [sheet] = articles
    endings = {"sheet": "", "form": "-form"} | ({"example": "-example"} if sheet.find_class("example") else {})
    return [Paper(source.with_name(f"{source.stem}{ending}.pdf"), sheet, edition) for edition, ending in endings.items()]


@pytest.fixture(scope="module", params=SETTINGS.languages)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def papers(site: Path, language: str) -> list[Paper]:
    """All PDFs that a language must have."""
    folder = site if language == SETTINGS.reference else site / language
    places = {place: Page("", place, "").kind for place in SETTINGS.order}
    printed = {place: kind for place, kind in places.items() if kind in ("worksheet", "plan", "glossary")}
    found = [(kind, expected(folder / place.replace(".md", ".html"), kind)) for place, kind in printed.items()]
    assert all(papers for _, papers in found)
    return [paper for _, papers in found for paper in papers]


def test_every_paper_keeps_its_promise_of_pages_and_size(papers: list[Paper]) -> None:
    for paper in papers:
        with pikepdf.open(paper.file) as opened:
            assert str(len(opened.pages)) == paper.article.get("data-pages", str(len(opened.pages))), paper
            assert all({round(float(end)) for end in one.mediabox[2:]} == A4 for one in opened.pages), paper
            assert ("/AcroForm" in opened.Root) == (paper.kind == "form"), paper
        assert paper.file.stat().st_size <= MOST.get(paper.kind, OTHER), paper


@pytest.mark.parametrize("standard", ["PDF_UA_1", "PDF_A_2A"])
def test_every_paper_keeps_its_standards(papers: list[Paper], standard: str) -> None:
    for paper in papers:
        report = page.validate_pdf(str(paper.file), profile=getattr(page.ValidationProfile, standard))
        assert report.is_compliant, (paper, [failure.message for failure in report.failures])


def let_off(article: HtmlElement) -> set[str]:
    """Suspicions about tables that are as they should be."""
    to_write_in = article.xpath(".//table[.//input or .//textarea]")
    empty = {"TBL-010", "TBL-012"} if to_write_in else set()  # whole columns without a word, and cells
    merged = {"TBL-014"} if len(to_write_in) > 1 else set()  # two tables, taken for one that has no tag
    paired = {"TBL-010"} if article.xpath(".//tr[count(th)=1 and count(td)=1]") else set()  # as many heads as cells
    return empty | merged | paired


def test_every_paper_reads_well_aloud(papers: list[Paper]) -> None:
    for paper in papers:
        result = outloud.check(str(paper.file))
        accepted = let_off(paper.article)
        found = [finding for finding in result.findings if str(finding.severity) != "info" and finding.rule not in accepted]
        assert (result.error, found) == (None, []), paper


def test_every_paper_says_its_title_and_its_language(papers: list[Paper], language: str) -> None:
    for paper in papers:
        title = " ".join(paper.article.xpath("string(.//h1)").split())
        with pikepdf.open(paper.file) as opened:
            assert (str(opened.Root.Lang), str(opened.docinfo.Title)) == (language, title)
            assert opened.Root.ViewerPreferences.DisplayDocTitle
            with opened.open_outline() as outline:
                assert " ".join(outline.root[0].title.split()) == title


def test_every_letter_is_ours(papers: list[Paper]) -> None:
    for paper in papers:
        told = subprocess.run(["pdffonts", paper.file], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
        assert told
        for line in told:
            assert "Spor" in line.split()[0], (paper, line)
            assert (line.split()[-5], line.split()[-3]) == ("yes", "yes"), (paper, line)  # embedded, with its letters


def on_screen(paper: Paper) -> str:
    """The text of an article, without what is only for screens, only to be seen, or only in another edition."""
    hidden = "contains(@class, 'example__label')" if paper.kind == "example" else "@hidden"
    part = deepcopy(paper.article)
    for other in part.xpath(f".//*[contains(concat(' ', @class, ' '), ' screen ') or @aria-hidden='true' or self::button or {hidden}]"):
        other.drop_tree()
    return "".join(part.text_content().split())


def on_paper(file: Path) -> str:
    """The text of a PDF in the order in which it is read aloud, without the labels of lists."""
    document, said = Document(str(file)), dict[tuple[int, object, int], str]()
    for one in document.pages:
        for run in document.content(one.index).runs:
            said[one.index, run.stream, run.mcid] = said.get((one.index, run.stream, run.mcid), "") + run.text
    parts = [(part.path, said.get((ref.page, ref.stream, ref.mcid), "")) for part in document.elements for ref in part.mcrefs]
    document.close()
    return "".join("".join(text for path, text in parts if not ("/Lbl/" in path and LABEL.fullmatch(text.strip()))).split())


def test_paper_says_what_the_page_says(papers: list[Paper]) -> None:
    for paper in papers:
        assert on_paper(paper.file) == on_screen(paper), paper


def test_every_link_on_paper_leads_to_a_page_of_the_site(site: Path, papers: list[Paper]) -> None:
    for paper in papers:
        with pikepdf.open(paper.file) as opened:
            links = {str(note.A.URI) for one in opened.pages for note in one.get("/Annots", []) if "/URI" in note.get("/A", {})}
        assert [url for url in links if not url.startswith(ADDRESS)] == [], paper
        assert [url for url in links if not (site / urlsplit(url).path.removeprefix("/spor/")).is_file()] == [], paper


def test_nothing_is_made_again_while_nothing_changes(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert publish(site, ROOT) == []
    assert capsys.readouterr().err == ""


def test_another_place_and_time_make_the_same_bytes(site: Path, tmp_path: Path) -> None:
    there, strange = tmp_path / "another place" / "far away", {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "77", "SOURCE_DATE_EPOCH": "1"}
    for part in ("docs", "overrides", "scripts", ".cache/fonts"):
        shutil.copytree(ROOT / part, there / part)
    shutil.copy(ROOT / "mkdocs.yml", there)
    made = build(there, there / "site", SITE_URL=ADDRESS, PDF="no", **strange)
    assert made.returncode == 0, made.stdout + made.stderr
    files = [path.relative_to(site) for path in site.rglob("*") if path.is_file() and path.suffix != ".pdf"]
    assert [path for path in files if (site / path).read_bytes() != (there / "site" / path).read_bytes()] == []
    printed = list(find(there / "site"))
    for number, source in enumerate(printed):
        if number % (len(printed) // SAMPLE):
            source.unlink()
    subprocess.run([sys.executable, "scripts/publish.py"], cwd=there, env=os.environ | strange, check=True)
    papers = [path.relative_to(there / "site") for path in there.rglob("site/**/*.pdf")]
    assert len(papers) >= SAMPLE
    assert [path for path in papers if (site / path).read_bytes() != (there / "site" / path).read_bytes()] == []
