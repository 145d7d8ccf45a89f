"""Going about the site: from language to language, out of it, without script, from a disk, and lost."""

from collections.abc import Iterator
from pathlib import Path

import icalendar
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from conftest import ROOT, watch
from curriculum import settings, words
from curriculum.pages import Page as Source

SETTINGS = settings.read(ROOT)
KINDS = {Source("", place, "").kind: place.replace(".md", ".html") for place in SETTINGS.order}
LANGUAGES = list(SETTINGS.languages)
LESSON = "modules/dialogue/presence/index.html"


def own(language: str, place: str) -> str:
    return place if language == SETTINGS.reference else f"{language}/{place}"


def told(language: str) -> dict[str, str]:
    return words.load(SETTINGS.docs, language)


@pytest.fixture(params=["web", "disk"])
def root(request: pytest.FixtureRequest, site: Path) -> str:
    """Where the site is: on a server, or on a memory stick."""
    return site.as_uri() if request.param == "disk" else str(request.getfixturevalue("web"))


@pytest.mark.parametrize("kind", KINDS)
def test_the_language_changes_and_the_page_stays(page: Page, root: str, kind: str) -> None:
    page.goto(f"{root}/{own(LANGUAGES[0], KINDS[kind])}")
    for language in (*LANGUAGES[1:], LANGUAGES[0]):
        page.click(f".languages__link[lang={language}]")
        page.wait_for_url(f"{root}/{own(language, KINDS[kind])}")
        assert page.get_attribute("html", "lang") == language
        expect(page.locator(".languages__link[aria-current]")).to_have_text(SETTINGS.languages[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mentor_goes_from_the_start_to_a_sheet(page: Page, root: str, language: str) -> None:
    page.goto(f"{root}/{own(language, 'index.html')}")
    for place in ("modules/index.html", "modules/dialogue/index.html", LESSON, "worksheets/dialogue-card.html"):
        page.locator(f"#page a[href$='{'/'.join(place.split('/')[-2:])}']").first.click()
        page.wait_for_url(f"{root}/{own(language, place)}")
        assert page.get_attribute("html", "lang") == language


def test_leaving_takes_the_place_of_the_page(browser: Browser, web: str) -> None:
    context = browser.new_context()
    context.route("https://**", lambda route: route.fulfill(body="<title>Weather</title>", content_type="text/html"))
    page = context.new_page()
    page.goto(f"{web}/da/index.html")
    page.goto(f"{web}/da/danger.html")
    page.click("a.leave")
    page.wait_for_url(told("da")["leave_url"])
    page.go_back()
    assert page.url == f"{web}/da/index.html"
    context.close()


@pytest.fixture
def plain(browser: Browser) -> Iterator[BrowserContext]:
    """A browser without script."""
    context = browser.new_context(java_script_enabled=False)
    yield context
    context.close()


def seen(page: Page, url: str) -> list[tuple[str, int]]:
    """The words of a page and how tall it is, on a phone and on a desk; the tools of a sheet and the hours of a plan are made by script."""
    page.goto(url, wait_until="networkidle")  # our letters are there, or a line may break elsewhere
    page.evaluate("document.querySelectorAll('.tools, .start, .dates, .order__time b').forEach(part => part.remove())")
    found = []
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        found.append((page.inner_text("#page"), page.evaluate("document.documentElement.scrollHeight")))
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_without_script_a_page_reads_the_same(page: Page, plain: BrowserContext, web: str, kind: str) -> None:
    url = f"{web}/{own('da', KINDS[kind])}"
    assert seen(plain.new_page(), url) == seen(page, url)


def test_without_script_the_language_changes(plain: BrowserContext, web: str) -> None:
    page = plain.new_page()
    troubles = watch(page)
    page.goto(f"{web}/{LESSON}")
    page.click(".languages__link[lang=fr]")
    page.wait_for_url(f"{web}/fr/{LESSON}")
    assert troubles == []


def test_without_script_the_menu_of_a_phone_opens(plain: BrowserContext, web: str) -> None:
    page = plain.new_page()
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{web}/{LESSON}")
    page.press(".masthead__menu", "Enter")
    expect(page.locator("#menu .trail")).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_script_a_self_check_answers_by_keyboard(plain: BrowserContext, web: str, language: str) -> None:
    page = plain.new_page()
    page.goto(f"{web}/{own(language, LESSON)}")
    for answer in page.locator("#page .check__answer").all():
        reply = answer.locator("p").first
        expect(reply).to_be_hidden()
        answer.locator("summary").focus()
        page.keyboard.press("Enter")
        expect(reply).to_be_visible()
    assert page.locator("#page .check__answer[open]").count() > 1  # each has its own reply, and none closes another


def test_the_menu_of_a_phone_opens_and_leads_by_keyboard(page: Page, web: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{web}/fr/modules/dialogue/index.html")
    page.focus(".masthead__menu")
    page.keyboard.press("Enter")
    menu = page.locator("#menu")
    expect(menu).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(page.locator(".masthead__menu")).to_be_focused()
    page.keyboard.press("Space")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('href')?.endsWith('danger.html')"):
            break
    assert page.evaluate("document.activeElement.closest('#menu') !== null")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{web}/fr/danger.html")


def test_search_on_a_phone_finds_by_keyboard(page: Page, web: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{web}/da/index.html")
    page.focus(".masthead__name")
    page.keyboard.press("Tab")
    expect(page.locator(".search__input")).to_be_focused()
    page.keyboard.insert_text("uro i kroppe")
    page.keyboard.press("n")  # the search listens to keys: one key, one answer
    found = page.locator(".md-search-result__link")
    expect(found.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".md-search-result__link:focus")).to_have_count(1)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: not url.endswith("/da/index.html"))
    assert page.get_attribute("html", "lang") == "da"
    page.go_back(wait_until="networkidle")
    for _ in range(20):  # until the search is listening again
        page.locator(".search__input").press("Escape")
        if page.locator(".search__output").is_hidden():
            break
        page.wait_for_timeout(250)
    expect(page.locator(".search__output")).to_be_hidden()


@pytest.mark.parametrize("place", ["nowhere.html", "da/worksheets/nowhere/deep/down.html"])
def test_a_lost_reader_is_led_home_in_every_language(browser: Browser, web: str, place: str) -> None:
    page = browser.new_context().new_page()
    for language in LANGUAGES:
        answer = page.goto(f"{web}/{place}")
        assert answer
        assert answer.status == 404
        part = page.locator(f"section[lang={language}]")
        expect(part.get_by_role("heading")).to_have_text(told(language)["lost_title"])
        part.get_by_role("link", name=told(language)["lost_back"]).click()
        page.wait_for_url(f"{web}/{own(language, 'index.html')}")
    page.goto(f"{web}/{place}")
    assert page.evaluate("getComputedStyle(document.querySelector('.masthead__name')).display") == "flex"  # its style was found
    page.context.close()


def test_a_trainer_chooses_when_the_session_starts(page: Page, web: str) -> None:
    page.goto(f"{web}/da/modules/dialogue/presence/plan.html")
    hours = page.locator(".order__time b")
    assert hours.first.inner_text() == "9.00"
    minutes = page.evaluate("Array.from(document.querySelectorAll('.order__time small')).map(part => parseInt(part.textContent))")
    page.fill(".start__time", "17:30")
    late = 17 * 60 + 30 + sum(minutes[:-1])
    expected = ["17.30", f"{late // 60}.{late % 60:02}"]
    assert [hours.first.inner_text(), hours.last.inner_text()] == expected


def test_without_script_a_plan_counts_from_its_start(plain: BrowserContext, web: str) -> None:
    page = plain.new_page()
    page.goto(f"{web}/fr/modules/dialogue/presence/plan.html")
    assert page.locator(".order__time b").all_inner_texts()[:3] == ["0\xa0h\xa000", "0\xa0h\xa005", "0\xa0h\xa020"]
    assert told("fr")["since_start"] in page.locator(".start").inner_text()
    assert page.locator(".start__time").count() == 0


def starts(page: Page) -> list[str]:
    """When the meetings of the calendar begin that a timetable's page gives; each ends on the day it begins."""
    with page.expect_download() as taken:
        page.click("a[type='text/calendar']")
    assert taken.value.suggested_filename == "whole-evenings.ics"
    events = icalendar.Calendar.from_ical(Path(taken.value.path()).read_bytes()).walk("VEVENT")
    assert [event.decoded("dtend").date() for event in events] == [event.decoded("dtstart").date() for event in events]
    return [f"{event.decoded('dtstart'):%Y-%m-%d %H:%M}" for event in events]


def test_a_trainer_puts_days_into_a_timetable_and_its_calendar(page: Page, web: str) -> None:
    page.goto(f"{web}/da/trainers/timetables/whole-evenings.html")
    days = page.locator(".meeting__day")
    page.fill(".dates input[type=time]", "18:15")  # the hour alone: the file keeps its example days
    assert page.locator(".slot__time").first.inner_text() == "18.15–19.45"
    assert starts(page)[:2] == ["2027-01-11 18:15", "2027-01-18 18:15"]
    assert days.first.inner_text() == ""
    page.fill(".dates input[type=date]", "2027-02-05")  # a Friday
    assert [days.nth(0).inner_text(), days.nth(1).inner_text()] == ["fredag den 5. februar 2027", "fredag den 12. februar 2027"]
    page.select_option(".dates select", "1")
    assert days.nth(1).inner_text() == "mandag den 8. februar 2027"
    assert starts(page)[:3] == ["2027-02-05 18:15", "2027-02-08 18:15", "2027-02-09 18:15"]


def test_without_script_a_timetable_has_a_line_for_each_day_and_a_calendar(plain: BrowserContext, web: str) -> None:
    page = plain.new_page()
    page.goto(f"{web}/trainers/timetables/core-full-days.html")
    assert page.locator(".dates").is_hidden()
    assert page.locator(".meeting__day.start__blank").count() == 5
    file = page.get_attribute("a[type='text/calendar']", "href")
    answer = page.request.get(f"{web}/trainers/timetables/{file}")
    assert len(icalendar.Calendar.from_ical(answer.body()).walk("VEVENT")) == 5
