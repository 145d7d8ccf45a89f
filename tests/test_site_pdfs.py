"""Every PDF of the real site: its pages and size, its standards, its words, and the same bytes on every build."""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from copy import deepcopy
from dataclasses import dataclass
from math import ceil, floor
from pathlib import Path
from urllib.parse import urlsplit

import outloud  # type: ignore[import-untyped]
import page
import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from lxml import html
from lxml.html import HtmlElement
from outloud.model import Document  # type: ignore[import-untyped]
from PIL import Image

from conftest import ADDRESS, ROOT, build
from curriculum import settings, words
from curriculum.announce import MADE, SEEN
from curriculum.pages import Page
from curriculum.printables import find
from curriculum.publish import publish

SETTINGS = settings.read(ROOT)
A4 = {595, 842}  # points
PRINT, FORM, PACK, HANDBOOK, OTHER = 40_000, 100_000, 400_000, 3_000_000, 60_000  # bytes
MOST = {"sheet": PRINT, "easy": PRINT, "form": FORM, "pack": PACK, "trainer": PACK, "book": PACK, "handbook": HANDBOOK}
REFLOWED = ("large", "two")  # promise no number of pages
BOUND = ("pack", "trainer", "book", "handbook")  # of several articles
SAMPLE = 8  # pages that are printed twice
LABEL = re.compile(r"•|\d+\.")  # of a list: HTML does not write it
PARSER = html.HTMLParser(encoding="utf-8")


@dataclass(frozen=True)
class Paper:
    """A PDF that must be there, the article it is made from (of a pack or book, the first), and what it is: an edition or a kind."""

    file: Path
    article: HtmlElement
    kind: str
    title: str = ""  # if it is not that of its article

    def __repr__(self) -> str:
        return "/".join(self.file.parts[-3:])


def articles(source: Path) -> dict[str, HtmlElement]:
    """The printable parts of a page, by kind."""
    return {str(part.get("data-printable")): part for part in html.parse(source, PARSER).xpath("//*[@data-printable]")}


def expected(source: Path, kind: str, language: str) -> list[Paper]:
    """The PDFs of a page."""
    if kind == "worksheet":
        return sheets(source, language)
    if kind == "glossary":
        parts = html.parse(source, PARSER).xpath("//article[@data-printable]")
        return [Paper(source.with_name(f"{part.get('data-name')}.pdf"), part, "pocket") for part in parts]
    found = articles(source)
    if kind == "plan":
        packs = [Paper(source.with_name(name), found[part], named) for name, part, named in PACKS]
        return [Paper(source.with_name("plan.pdf"), found["plan"], "plan"), *packs]
    if kind == "module":
        title = words.load(SETTINGS.docs, language)["pack_module"].format(module=title_of(found["module"]))
        return [Paper(source.with_name("pack.pdf"), found["module"], "book", title)] if found["module"].find_class("stops") else []
    return [Paper(source.with_suffix(".pdf"), found[kind], kind)]  # leaflet, timetable


PACKS = [("pack.pdf", "front", "pack"), ("pack-trainer.pdf", "plan", "trainer")]


def sheets(source: Path, language: str) -> list[Paper]:
    """A sheet in each of its editions, and beside each of the other languages."""
    sheet = articles(source)["sheet"]
    endings = {"sheet": "", **{edition: f"-{edition}" for edition in ("form", "example", "large", "easy")}}
    alone = [Paper(source.with_name(f"{source.stem}{ending}.pdf"), sheet, edition) for edition, ending in endings.items()]
    pairs = [sorted([language, other]) for other in SETTINGS.languages if other != language]
    return alone + [Paper(source.with_name(f"{source.stem}-{'-'.join(pair)}.pdf"), sheet, "two") for pair in pairs]


def title_of(part: HtmlElement) -> str:
    return " ".join(part.xpath("string(.//h1)").split())


@pytest.fixture(scope="module", params=SETTINGS.languages)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def papers(site: Path, language: str) -> list[Paper]:
    """All PDFs that a language must have."""
    folder = site if language == SETTINGS.reference else site / language
    places = {place: Page("", place, "").kind for place in SETTINGS.order}
    printed = {place: kind for place, kind in places.items() if kind in ("worksheet", "plan", "glossary", "leaflet", "module", "timetable")}
    found = [paper for place, kind in printed.items() for paper in expected(folder / place.replace(".md", ".html"), kind, language)]
    told = words.load(SETTINGS.docs, language)
    chapter = articles(folder / "glossary.html")["chapter"]
    return [*found, Paper(folder / "handbook.pdf", chapter, "handbook", f"{told['handbook']} – {told['tagline']}")]


def test_every_edition_of_every_sheet_and_every_pack_is_there(papers: list[Paper]) -> None:
    counted = Counter(paper.kind for paper in papers)
    lessons, leaves = counted["plan"], counted["sheet"]
    assert (lessons, leaves) > (15, 20)
    assert counted == {
        **dict.fromkeys(("sheet", "form", "example", "large", "easy"), leaves), "two": leaves * (len(SETTINGS.languages) - 1),
        **dict.fromkeys(("plan", "pack", "trainer"), lessons), "pocket": 2, "leaflet": 1, "timetable": 6, "book": 4, "handbook": 1,
    }  # fmt: skip
    assert [paper for paper in papers if not paper.file.is_file()] == []


def test_every_paper_keeps_its_promise_of_pages_and_size(papers: list[Paper]) -> None:
    for paper in papers:
        with pikepdf.open(paper.file) as opened:
            if paper.kind not in (*REFLOWED, *BOUND):
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
    """Suspicions about tables and long lists that are as they should be."""
    to_write_in = article.xpath(".//table[.//input or .//textarea]")
    empty = {"TBL-010", "TBL-012"} if to_write_in else set()  # whole columns without a word, and cells
    merged = {"TBL-014"} if len(to_write_in) > 1 else set()  # two tables, taken for one that has no tag
    paired = {"TBL-010"} if article.xpath(".//tr[count(th)=1 and count(td)=1]") else set()  # as many heads as cells
    long = LISTS if article.xpath(".//ol[not(@class)][count(li) > 9]") else set()
    return empty | merged | paired | long


# In what is bound of many, feet say titles, and a sheet stands beside its example: both are taken for prose out of place.
FEET = {"PAG-001", "TAG-002"}
LISTS = {"ORD-001"}  # numbers hang outside their items and are painted apart from them; they are read in their place
NUMBERED = {"HDG-010"}  # the bibliography has headings such as “ASH, legal issue 3039”


def test_every_paper_reads_well_aloud(papers: list[Paper]) -> None:
    for paper in papers:
        result = outloud.check(str(paper.file))
        accepted = let_off(paper.article) if paper.kind not in BOUND else {"TBL-010", "TBL-012", "TBL-014", *FEET, *LISTS, *NUMBERED}
        accepted |= FEET | LISTS if paper.kind == "large" else set()
        found = [finding for finding in result.findings if str(finding.severity) != "info" and finding.rule not in accepted]
        assert (result.error, found) == (None, []), paper


def test_every_paper_says_its_title_and_its_language(papers: list[Paper], language: str) -> None:
    for paper in papers:
        title = paper.title or title_of(paper.article)
        with pikepdf.open(paper.file) as opened:
            if paper.kind == "two":
                assert title in str(opened.docinfo.Title).split(" / "), paper
                assert str(opened.Root.Lang) in paper.file.stem.split("-"), paper
                continue
            assert (str(opened.Root.Lang), " ".join(str(opened.docinfo.Title).split())) == (language, " ".join(title.split())), paper
            assert opened.Root.ViewerPreferences.DisplayDocTitle
            with opened.open_outline() as outline:
                assert " ".join(outline.root[0].title.split()) == " ".join(title.split()), paper


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
        if paper.kind not in (*REFLOWED, *BOUND):
            assert on_paper(paper.file) == on_screen(paper), paper


def test_large_print_and_two_languages_lose_no_question(papers: list[Paper]) -> None:
    for paper in papers:
        if paper.kind in REFLOWED:
            said, labels = on_paper(paper.file), paper.article.find_class("field__label") + paper.article.xpath(".//h2|.//th")
            lost = [text for label in labels if (text := "".join(label.text_content().split())) not in said]
            assert lost == [], paper


def test_both_languages_of_a_sheet_are_read_in_their_own(papers: list[Paper]) -> None:
    for paper in papers:
        if paper.kind == "two":
            with pikepdf.open(paper.file) as opened:
                spoken = Counter(
                    str(part.Lang) for part in opened.objects if isinstance(part, pikepdf.Dictionary) and "/S" in part and "/Lang" in part
                )
            one, other = paper.file.stem.split("-")[-2:]
            assert min(spoken[one], spoken[other]) > 10, paper


def test_a_pack_holds_its_sheets_in_order(papers: list[Paper], site: Path, language: str) -> None:
    alone = {paper.file: paper for paper in papers}
    folder = site if language == SETTINGS.reference else site / language
    for front in (paper for paper in papers if paper.kind == "pack"):
        named = [one.split(":") for one in front.article.get("data-sheets", "").split()]
        parts = {slug: "".join(on_screen(alone[folder / f"worksheets/{slug}.pdf"])) for slug, _ in named}
        back = articles(front.file.with_name("index.html"))["back"]
        handed = [parts[slug] for slug, unit in named if unit != "trainer"]
        assert on_paper(front.file) == "".join([on_screen(front), *handed, on_screen(Paper(front.file, back, "pack"))]), front
        led = on_paper(front.file.with_name("pack-trainer.pdf"))
        begins = [led.index(part) for part in parts.values()]
        assert begins == sorted(begins), front
        assert led.startswith(on_screen(alone[front.file.with_name("plan.pdf")])), front


def test_the_contents_and_the_index_of_a_book_lead_to_its_pages(papers: list[Paper]) -> None:
    for paper in papers:
        if paper.kind in ("book", "handbook"):
            with pikepdf.open(paper.file) as opened:
                notes = [note for sheet in opened.pages for note in sheet.get("/Annots", [])]
                inside = [note for note in notes if "/URI" not in note.get("/A", {})]
                with opened.open_outline() as outline:
                    assert len(outline.root) + sum(len(part.children) for part in outline.root) > 5, paper
            assert len(inside) > (100 if paper.kind == "handbook" else 10), paper


def contrast(picture: Image.Image, box: tuple[float, float, float, float]) -> float:
    """Between the lightest and the darkest grey of a part of a picture."""
    grey = picture.crop((floor(box[0]), floor(box[1]), ceil(box[2]), ceil(box[3]))).tobytes()
    dark, light = (((part / 255 + 0.055) / 1.055) ** 2.4 + 0.05 for part in (min(grey), max(grey)))
    return float(light / dark)


def test_every_letter_survives_a_print_in_grey(papers: list[Paper]) -> None:
    """Drawn as a printer without colour would: the words in drawings too, which no stylesheet's colours tell."""
    scale, read = 3, 0
    for paper in (paper for paper in papers if paper.kind in ("sheet", "easy", "leaflet", "timetable")):
        for sheet in pypdfium2.PdfDocument(paper.file):
            picture, words, height = sheet.render(scale=scale, grayscale=True).to_pil(), sheet.get_textpage(), sheet.get_height()
            boxes = [words.get_charbox(place) for place in range(words.count_chars()) if words.get_text_range(place, 1).strip()]
            found = [(left * scale, (height - top) * scale, right * scale, (height - bottom) * scale) for left, bottom, right, top in boxes]
            assert min(contrast(picture, box) for box in found if box[2] > box[0]) >= 4.5, paper
            read += len(found)
    assert read > 10_000


def test_a_page_of_a_book_is_called_by_its_number_and_keeps_it_in_a_part_of_the_book(papers: list[Paper]) -> None:
    numbered: dict[str, dict[str, str]] = {}
    for paper in (paper for paper in papers if paper.kind in ("book", "handbook")):
        with pikepdf.open(paper.file) as opened:
            labels = [str(page.label) for page in opened.pages]
        texts = [page.get_textpage().get_text_range().split() for page in pypdfium2.PdfDocument(paper.file)]
        body = {label: words for label, words in zip(labels, texts, strict=True) if label.isdigit()}
        assert [label for label, words in body.items() if words[-1] != label] == [], paper
        assert labels[:2] == ["i", "ii"], paper
        numbered[paper.file.as_posix()] = {label: " ".join(words) for label, words in body.items()}
    whole = next(pages for name, pages in numbered.items() if name.endswith("handbook.pdf"))
    assert all(pages.items() <= whole.items() for pages in numbered.values())
    assert sum(map(len, numbered.values())) > 150


def test_every_link_on_paper_leads_to_a_page_of_the_site(site: Path, papers: list[Paper]) -> None:
    for paper in papers:
        with pikepdf.open(paper.file) as opened:
            links = {str(note.A.URI) for one in opened.pages for note in one.get("/Annots", []) if "/URI" in note.get("/A", {})}
        assert [url for url in links if not url.startswith(ADDRESS)] == [], paper
        assert [url for url in links if not (site / urlsplit(url).path.removeprefix("/spor/")).is_file()] == [], paper


def test_nothing_is_made_again_while_nothing_changes(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert publish(site, ROOT) == []
    assert capsys.readouterr().err == ""


def unannounced(file: Path) -> bytes:
    """A file of the site without what is filled in when its PDFs are made."""
    if file.suffix != ".html":
        return file.read_bytes()
    text = MADE.sub(r'<span class="made" data-file="\1"></span>', file.read_text("utf-8"))
    return SEEN.sub(r'<span class="seen" data-file="\1" data-alt="\2"></span>', text).encode()


LESSON = ("modules/dialogue/presence/index.html", "modules/dialogue/presence/plan.html", "worksheets/dialogue-card.html")


def test_another_place_and_time_make_the_same_bytes(site: Path, tmp_path: Path) -> None:
    there, strange = tmp_path / "another place" / "far away", {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "77", "SOURCE_DATE_EPOCH": "1"}
    for part in ("docs", "overrides", "scripts", ".cache/fonts"):
        shutil.copytree(ROOT / part, there / part)
    shutil.copy(ROOT / "mkdocs.yml", there)
    made = build(there, there / "site", SITE_URL=ADDRESS, PDF="no", **strange)
    assert made.returncode == 0, made.stdout + made.stderr
    files = [path.relative_to(there / "site") for path in there.rglob("site/**/*") if path.is_file()]
    assert [path for path in files if unannounced(site / path) != unannounced(there / "site" / path)] == []
    printed = list(find(there / "site"))
    for number, source in enumerate(printed):
        is_sampled = number % (len(printed) // SAMPLE) == 0 and "/modules/" not in source.as_posix()  # and one lesson, whole
        if not is_sampled and not source.as_posix().endswith(LESSON):
            source.unlink()
    subprocess.run([sys.executable, "scripts/publish.py"], cwd=there, env=os.environ | strange, check=True)
    papers = [path.relative_to(there / "site") for path in there.rglob("site/**/*") if path.suffix in (".pdf", ".png")]
    assert len(papers) >= SAMPLE
    assert {"pack.pdf", "pack-trainer.pdf"} <= {path.name for path in papers}
    assert [path for path in papers if (site / path).read_bytes() != (there / "site" / path).read_bytes()] == []
