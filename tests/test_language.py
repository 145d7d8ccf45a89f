"""A new language, opened by one command: one written from left to right and one from right to left, built and looked at."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

import language
from conftest import ROOT, build, copy
from curriculum import audit, settings, words
from curriculum.translations import is_begun

NAMES = {"nb": "Norsk", "ar": "العربية"}
PLACES = [
    "index", "danger", "sources", "modules/index", "modules/dialogue/index", "modules/dialogue/presence/index",
    "modules/dialogue/presence/plan", "worksheets/index", "worksheets/every-field", "about/translations",
]  # fmt: skip
READ = "يستمع المرشد أولا ثم يسأل سؤالا واحدا، وينتظر الجواب."
TRANSLATED = "modules/dialogue/presence/index"  # in Arabic; all the rest is not there yet


def open_languages(root: Path) -> None:
    for code, name in NAMES.items():
        assert language.main(root, code, name) == 0


def about(root: Path) -> None:
    """The page that shows how the translations stand, which the small site does without."""
    for code in ("en", "fr", "da"):
        page = root / "docs" / code / "about" / "translations.md"
        page.parent.mkdir()
        page.write_text("---\ntitle: State\nsummary: How they stand.\n---\n\nText.\n", "utf-8")
    config = root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("  - danger.md\n", "  - about/translations.md\n  - danger.md\n"), "utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site in five languages, with its PDFs; one lesson speaks Arabic, and one Danish section lags."""
    root = copy(tmp_path_factory.mktemp("five"))
    about(root)
    open_languages(root)
    lesson = root / "docs/ar" / f"{TRANSLATED}.md"
    lesson.parent.mkdir(parents=True)
    text = (root / "docs/da" / f"{TRANSLATED}.md").read_text("utf-8")
    lesson.write_text(text.replace("Lidt tekst.", READ), "utf-8")
    for place, old in (("modules/dialogue/presence/plan.md", "- A pen"), ("worksheets/every-field.md", "A word is enough.")):
        english = root / "docs/en" / place
        english.write_text(english.read_text("utf-8").replace(old, f"{old} Or two."), "utf-8")
    made = build(root, root / "site", EDITIONS="print form example large easy two plan timetable")  # packs would need Arabic letters
    assert made.returncode == 0, made.stderr
    return root / "site"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    yield page
    page.close()


@pytest.mark.parametrize(("code", "direction"), [("nb", "ltr"), ("ar", "rtl"), ("da", "ltr")])
def test_every_page_is_there_and_does_not_scroll_sideways(code: str, direction: str, site: Path, page: Page) -> None:
    for place in PLACES:
        page.goto(f"{(site / code / place).as_uri()}.html")
        assert (page.locator("html").get_attribute("lang"), page.locator("body").get_attribute("dir")) == (code, direction)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, place


@pytest.mark.parametrize("code", NAMES)
def test_a_page_not_yet_translated_is_the_reference_s_and_says_so(code: str, site: Path, page: Page) -> None:
    page.goto((site / code / "danger.html").as_uri())
    assert page.locator(".notice").inner_text().strip() == words.load(ROOT / "docs", "en")["notice_missing"]
    english = page.get_by_text("Some text.").locator("xpath=ancestor-or-self::*[@lang][1]")
    assert english.get_attribute("lang") == "en"
    assert page.get_by_text("Some text.").evaluate("one => getComputedStyle(one).direction") == "ltr"


def test_a_translated_page_reads_from_the_right(site: Path, page: Page) -> None:
    page.goto(f"{(site / 'ar' / TRANSLATED).as_uri()}.html")
    assert page.locator(".notice").count() == 0
    text = page.get_by_text(READ).first
    assert text.evaluate("one => getComputedStyle(one).direction") == "rtl"
    box, dot = page.locator(".key__item").first.bounding_box(), page.locator(".key__item").first
    assert box
    assert dot.evaluate("one => getComputedStyle(one, '::after').right") == "0px"


@pytest.mark.parametrize("code", NAMES)
def test_the_switch_stays_on_the_page(code: str, site: Path, page: Page) -> None:
    for place in ("index", "modules/dialogue/presence/plan", "worksheets/every-field"):
        page.goto(f"{(site / 'da' / place).as_uri()}.html")
        page.get_by_role("link", name=NAMES[code], exact=True).click()
        assert page.url == f"{(site / code / place).as_uri()}.html"
        page.get_by_role("link", name="Dansk", exact=True).click()
        assert page.url == f"{(site / 'da' / place).as_uri()}.html"


@pytest.mark.parametrize("code", NAMES)
def test_the_papers_are_there_and_say_that_they_are_not_translated(code: str, site: Path) -> None:
    for name in ("worksheets/every-field", "worksheets/every-field-form", "modules/dialogue/presence/plan"):
        paper = PdfReader(site / code / f"{name}.pdf")
        text = "".join(page.extract_text() for page in paper.pages)
        assert str(paper.root_object["/Lang"]) == "en"
        assert words.load(ROOT / "docs", "en")["paper_missing" if "every" in name else "notice_missing"].split(".")[0] in text
        assert "English" in text


def test_a_paper_that_lags_says_so(site: Path) -> None:
    told = words.load(ROOT / "docs", "da")
    for name, key in (("worksheets/every-field", "paper_behind"), ("modules/dialogue/presence/plan", "notice_behind")):
        text = " ".join("".join(page.extract_text() for page in PdfReader(site / "da" / f"{name}.pdf").pages).split())
        assert told[key] in text
    assert "Medbring" in text


def test_the_overview_counts_the_new_languages(site: Path, page: Page) -> None:
    page.goto((site / "about/translations.html").as_uri())
    counts = page.locator(".standings__item").all_inner_texts()
    told = words.load(ROOT / "docs", "en")
    assert f"{told['state_missing']}: 11" in counts[2]
    assert f"{told['state_missing']}: 10" in counts[3]
    assert page.locator("table.states").count() == 4
    page.goto((site / "da/about/translations.html").as_uri())
    assert page.locator("table.states").count() == 1


def test_one_command_makes_folder_words_and_entry_and_leaves_the_rest(project: Path) -> None:
    before = (project / "mkdocs.yml").read_text("utf-8").splitlines()
    open_languages(project)
    after = (project / "mkdocs.yml").read_text("utf-8").splitlines()
    assert [line for line in after if line not in before] == [
        "        - {locale: nb, name: Norsk, site_name: Spor}",
        "        - {locale: ar, name: العربية, site_name: Spor}",
    ]
    assert [line for line in after if line in before] == before
    known = settings.read(project)
    assert list(known.languages) == ["en", "fr", "da", "nb", "ar"]
    norwegian = yaml.safe_load((project / "docs/nb/_words.yml").read_text("utf-8"))
    assert (norwegian["lang"], norwegian["language"], norwegian["search"]) == ("nb", "Norsk", "Search")
    assert is_begun(known, "nb")
    assert not is_begun(known, "da")


def test_check_is_its_list_of_what_to_do_and_the_build_goes_on(project: Path) -> None:
    open_languages(project)
    known = settings.read(project)
    assert audit.quick(known) == []
    told = [problem for problem in audit.full(known) if problem.path.startswith("docs/nb/")]
    assert {problem.message for problem in told} == {"the page is missing in this language", "the words are still those of the reference"}
    assert len(told) == 11
    path = project / "docs/nb/_words.yml"
    path.write_text(path.read_text("utf-8").replace("search: Search", "search: Søk"), "utf-8")
    assert [problem.path for problem in audit.quick(known)] == ["docs/nb/danger.md"]


@pytest.mark.parametrize(
    ("code", "name", "why"),
    [("Norsk", "nb", "no language code"), ("da", "Dansk", "already"), ("nb", "", "own name"), ("", "", "no language code")],
)
def test_what_cannot_be_opened_is_refused(code: str, name: str, why: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (project / "mkdocs.yml").read_text("utf-8")
    assert language.main(project, code, name) == 1
    assert why in capsys.readouterr().err
    assert (project / "mkdocs.yml").read_text("utf-8") == before
    assert not (project / "docs/nb").exists()


def test_a_code_that_yaml_would_misread_is_quoted(project: Path) -> None:
    assert language.main(project, "no", "Norsk: bokmål") == 0
    assert settings.read(project).languages["no"] == "Norsk: bokmål"
    assert yaml.safe_load((project / "docs/no/_words.yml").read_text("utf-8"))["lang"] == "no"
