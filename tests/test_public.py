"""What the real site tells strangers: shared links, programs that read it, feeds, and the three doors."""

import json
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import etree, html
from lxml.html import HtmlElement
from PIL import Image

from conftest import ADDRESS, ROOT
from curriculum import settings, words
from curriculum.pages import Page

SETTINGS = settings.read(ROOT)
PLACES = [place.replace(".md", ".html") for place in SETTINGS.order]
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture(scope="module", params=SETTINGS.languages)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def home(site: Path, language: str) -> Path:
    return site if language == SETTINGS.reference else site / language


def read(file: Path) -> HtmlElement:
    return html.parse(file, html.HTMLParser(encoding="utf-8")).getroot()


def test_a_shared_link_shows_title_words_and_our_picture(home: Path, site: Path, language: str) -> None:
    for place in PLACES:
        page = read(home / place)
        told = {meta.get("property"): meta.get("content") for meta in page.xpath("//meta[starts-with(@property, 'og:')]")}
        [canonical] = page.xpath("//link[@rel='canonical']/@href")
        assert told["og:url"] == canonical, place
        assert told["og:description"] == page.xpath("string(//meta[@name='description']/@content)"), place
        assert told["og:title"] in page.xpath("string(//title)") or place == "index.html", place
        assert told["og:locale"].startswith(f"{language}_"), place
        with Image.open(site / told["og:image"].removeprefix(ADDRESS)) as picture:
            assert (str(picture.width), str(picture.height)) == (told["og:image:width"], told["og:image:height"])


def test_every_page_has_a_title_and_a_description_of_its_own(home: Path) -> None:
    told = [
        (page.xpath("string(//title)"), page.xpath("string(//meta[@name='description']/@content)"))
        for page in map(read, map(home.joinpath, PLACES))
    ]
    assert len({title for title, _ in told}) == len({said for _, said in told}) == len(PLACES)


def test_programs_read_course_and_parts(home: Path, language: str) -> None:
    kinds = {place: Page("", place.replace(".html", ".md"), "").kind for place in PLACES}
    for place, kind in kinds.items():
        told = [json.loads(script.text) for script in read(home / place).xpath("//script[@type='application/ld+json']")]
        assert [one["@type"] for one in told] == {"home": ["Course"]}.get(
            kind, ["LearningResource"] * (f"use_{kind}" in words.load(SETTINGS.docs, language))
        )
        for one in told:
            assert (one["@context"], one["inLanguage"]) == ("https://schema.org", language)
            assert one["license"] == "https://creativecommons.org/licenses/by/4.0/"
            assert one["educationalUse"]
            assert one["url"] == urljoin(ADDRESS, f"{home.name}/{place}" if language != SETTINGS.reference else place)
    assert {"lesson", "plan", "worksheet", "module"} <= {
        kind for kind in kinds.values() if f"use_{kind}" in words.load(SETTINGS.docs, language)
    }


def test_two_feeds_tell_the_same_releases(home: Path) -> None:
    rss, atom = etree.parse(home / "releases.rss"), etree.parse(home / "releases.atom")
    items = [(str(one.findtext("title")), str(one.findtext("link")), str(one.findtext("description"))) for one in rss.iter("item")]
    entries = [
        (one.findtext("a:title", None, ATOM), one.xpath("string(a:link/@href)", namespaces=ATOM), one.findtext("a:summary", None, ATOM))
        for one in atom.iterfind("a:entry", ATOM)
    ]
    assert items == entries != []
    days = [parsedate_to_datetime(str(one.findtext("pubDate"))) for one in rss.iter("item")]
    assert days == [datetime.fromisoformat(str(one.findtext("a:updated", None, ATOM))) for one in atom.iterfind("a:entry", ATOM)]
    assert days == sorted(days, reverse=True)


def test_a_feed_leads_to_its_page_and_the_pages_lead_to_it(home: Path, site: Path) -> None:
    links = [str(one.text) for one in etree.parse(home / "releases.rss").iter("link")]
    for link in links:
        place, _, anchor = link.removeprefix(ADDRESS).partition("#")
        assert not anchor or read(site / place).xpath("//*[@id=$id]", id=anchor), link
    named = read(home / "index.html").xpath("//link[@type='application/rss+xml' or @type='application/atom+xml']/@href")
    assert [(site / url.removeprefix(ADDRESS)).is_file() for url in named] == [True, True]


DOORS = {"modules/index.html": "/modules/", "trainers/index.html": "/plan.html", "programme/index.html": "/programme/"}


@pytest.mark.parametrize("door", DOORS)
def test_each_door_leads_in_one_step_to_what_a_reader_came_for(home: Path, door: str) -> None:
    assert door in read(home / "index.html").xpath("//*[contains(@class, 'doors')]//a/@href")
    led = [urljoin(f"/{door}", link) for link in read(home / door).xpath("//*[@id='page']//a/@href")]
    assert sum(DOORS[door] in link for link in led) >= 4


def test_the_start_offers_what_can_be_taken_away(home: Path) -> None:
    papers = read(home / "index.html").xpath("//*[@class='downloads']//a/@href")
    assert "programme/leaflet.pdf" in papers
    assert all((home / paper).is_file() for paper in papers)
