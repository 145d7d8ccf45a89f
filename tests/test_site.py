"""The real site as it ships: its pages, its words, its links, and nothing besides."""

import json
import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import etree, html
from lxml.html import HtmlElement

from conftest import ADDRESS, ROOT
from curriculum import settings, words

SETTINGS = settings.read(ROOT)
LANGUAGES = list(SETTINGS.languages)
OTHERS = LANGUAGES[1:]
HTML = [place.replace(".md", ".html") for place in SETTINGS.order]
ASSETS = r"""favicon\.svg|social-(en|fr|da)\.png|favicon\.svg|fonts/(OFL\.txt|spor-(bold|italic|regular)\.woff2)|images/favicon\.png
|javascripts/(dates|leave|sheet|start|search-worker|worker-shim)\.js|javascripts/bundle\.\w+\.min\.js|javascripts/workers/search\.\w+\.min\.js
|javascripts/lunr/min/lunr\.(da|fr|stemmer\.support)\.min\.js|stylesheets/(main|palette)\.\w+\.min\.css|stylesheets/[a-z]+\.css"""
FEEDS = r"(fr/|da/)?releases\.(rss|atom)"
FILES = re.compile(rf"404\.html|sitemap\.xml|{FEEDS}|search/(en|fr|da|search_index)\.js|search/search_index\.json|assets/({ASSETS})", re.X)
Pages = dict[str, HtmlElement]


def own(language: str, place: str) -> str:
    """A page's path below the site."""
    return place if language == SETTINGS.reference else f"{language}/{place}"


@pytest.fixture(scope="module")
def pages(site: Path) -> Pages:
    """Every page of the site, by its path."""
    parser = html.HTMLParser(encoding="utf-8")
    return {path.relative_to(site).as_posix(): html.parse(path, parser).getroot() for path in sorted(site.rglob("*.html"))}


def said(page: HtmlElement) -> str:
    """All that a reader reads or hears in the language of a page: its text, and the names in its attributes."""
    language = page.get("lang")
    known = f"not(ancestor-or-self::*[@lang][1][@lang!='{language}'])"
    texts = page.xpath(f"//text()[not(parent::script or parent::style) and parent::*[{known}]]")
    spoken = " or ".join(f"name()='{name}'" for name in ("aria-label", "alt", "title", "placeholder", "content"))
    names = page.xpath(f"//*[{known}]/@*[{spoken}]")
    return " ".join(" ".join(map(str, [*texts, *names])).split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_there_and_says_its_language(pages: Pages, language: str) -> None:
    for place in HTML:
        page = pages[own(language, place)]
        assert page.get("lang") == language, place
        assert not page.xpath(f"//*[@id='page']//*[@data-printable and @lang!='{language}']"), place
        assert len(page.xpath("//h1[not(ancestor::*[@hidden])]")) == 1, place
        assert page.xpath("string(//meta[@name='description']/@content)"), place


def phrases(language: str) -> dict[str, re.Pattern[str]]:
    """What the interface says in English in more than one word, if this language says it otherwise."""
    english, mine = (words.load(SETTINGS.docs, code) for code in (SETTINGS.reference, language))
    parts = {key: re.split(r"\{\w+\}", text) for key, text in english.items() if text != mine[key]}
    several = {key: texts for key, texts in parts.items() if len(" ".join(texts).split()) > 1}
    return {key: re.compile(r"\b" + ".{1,80}?".join(map(re.escape, texts))) for key, texts in several.items()}


@pytest.mark.parametrize("language", OTHERS)
def test_no_word_of_the_interface_is_left_in_english(pages: Pages, language: str) -> None:
    left = phrases(language)
    assert len(left) > 40
    texts = {place: said(pages[own(language, place)]) for place in HTML}
    assert [(place, key) for place, text in texts.items() for key, phrase in left.items() if phrase.search(text)] == []


def theme_words(page: HtmlElement) -> dict[str, str]:
    """What the theme's scripts say in a page."""
    told: dict[str, str] = json.loads(page.xpath("string(//script[@id='__config'])"))["translations"]
    return told


@pytest.mark.parametrize("language", OTHERS)
def test_no_word_of_the_theme_is_left_in_english(pages: Pages, language: str) -> None:
    english, mine = theme_words(pages["index.html"]), theme_words(pages[own(language, "index.html")])
    assert [key for key, text in mine.items() if text == english[key]] == []


def test_the_page_for_lost_readers_speaks_every_language(pages: Pages) -> None:
    lost = pages["404.html"]
    for language in LANGUAGES:
        part = " ".join(lost.xpath(f"string(//section[@lang='{language}'])").split())
        told = words.load(SETTINGS.docs, language)
        assert all(told[key] in part for key in ("lost_title", "lost", "lost_back", "door", "door_link")), language


def test_no_block_is_left_as_text(pages: Pages) -> None:
    assert [place for place, page in pages.items() if "///" in said(page)] == []


def targets(page: HtmlElement) -> set[str]:
    """Every address that a page loads or leads to; those that tell machines where it is published are read apart."""
    told = "not(self::link[@rel='canonical' or contains(@rel, 'alternate')])"
    return set(map(str, page.xpath(f"//*[{told}]/@href | //@src | //@action | //@data | //@poster | //*[name()='use']/@*")))


def broken(place: str, page: HtmlElement, pages: Pages, site: Path) -> list[str]:
    """Links of a page that lead nowhere; the way out is the only one that may leave."""
    found = []
    for target in targets(page) - set(page.xpath("//a[@class='leave']/@href")):
        url = urljoin(ADDRESS + place, target)
        inside = unquote(urlsplit(url).path).removeprefix("/spor/")
        whole = bool(urlsplit(target).netloc) or (target.startswith("/") and place != "404.html")
        anchor = urlsplit(url).fragment
        gone = not (site / inside).is_file() or (anchor and not pages[inside].xpath("//*[@id=$id]", id=anchor))
        found += [f"{place}: {target}"] if whole or gone else []
    return found


def test_every_link_leads_somewhere_inside_the_site(pages: Pages, site: Path) -> None:
    assert [link for place, page in pages.items() for link in broken(place, page, pages, site)] == []


def test_every_page_has_its_way_out_and_its_door(pages: Pages) -> None:
    for place, page in pages.items():
        language = str(page.get("lang"))
        told = words.load(SETTINGS.docs, language)
        assert page.xpath("//a[@class='leave']/@href") == [told["leave_url"]], place
        [door] = page.xpath("//footer//*[contains(@class, 'foot__door')]//a/@href")
        assert urljoin(ADDRESS + place, door) == ADDRESS + own(language, "danger.html"), place


def test_styles_ask_no_other_host(site: Path) -> None:
    for style in site.rglob("*.css"):
        asked = re.findall(r"""(?:url\(|@import)\s*["']?([^"')]+)""", style.read_text("utf-8"))
        assert [url for url in asked if "//" in url and not url.startswith("data:")] == [], style.name
        assert [url for url in asked if not url.startswith("data:") and not (style.parent / url).is_file()] == [], style.name


def test_every_page_names_its_translations(pages: Pages) -> None:
    for place in HTML:
        every = {language: ADDRESS + own(language, place) for language in LANGUAGES}
        for language in LANGUAGES:
            page = pages[own(language, place)]
            named = {link.get("hreflang"): link.get("href") for link in page.xpath("//head/link[@hreflang]")}
            assert named == every, place
            assert page.xpath("//head/link[@rel='canonical']/@href") == [every[language]], place


def test_the_sitemap_names_every_page_and_its_translations(site: Path) -> None:
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    tree = etree.parse(site / "sitemap.xml")
    entries = {str(url.findtext("s:loc", namespaces=space)): url for url in tree.findall("s:url", space)}
    places = [own(language, place) for language in LANGUAGES for place in HTML]
    assert set(entries) == {ADDRESS + ("" if place == "index.html" else place) for place in places}
    for url in entries.values():
        assert {link.get("hreflang") for link in url.findall("x:link", space)} == set(LANGUAGES)
        assert {str(link.get("href")) for link in url.findall("x:link", space)} <= set(entries)


def test_the_site_holds_what_its_pages_name_and_nothing_else(pages: Pages, site: Path) -> None:
    promised = {own(language, place) for language in LANGUAGES for place in HTML}
    papers = {urljoin(ADDRESS + place, link).removeprefix(ADDRESS) for place, page in pages.items() for link in page.xpath("//a/@href")}
    promised |= {paper for paper in papers if paper.endswith((".pdf", ".ics"))}
    promised |= {
        urljoin(ADDRESS + place, shown).removeprefix(ADDRESS) for place, page in pages.items() for shown in page.xpath("//img/@src")
    }
    there = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert promised - there == set()
    assert [path for path in sorted(there - promised) if not FILES.fullmatch(path)] == []


def test_the_icon_is_our_own(pages: Pages) -> None:
    assert {urljoin(ADDRESS + place, icon) for place, page in pages.items() for icon in page.xpath("//link[@rel='icon']/@href")} == {
        ADDRESS + "assets/favicon.svg"
    }
