"""Whether a translation still says what its reference says: for the writer, the reader and the build."""

from collections.abc import Iterator
from dataclasses import dataclass

from . import stamps, words
from .fit import MISSING
from .pages import Page
from .problems import Problem
from .settings import Settings
from .stamps import SELF, Section

BEGIN = "Translate them, then the pages about safety, then the rest."
UNTOLD = ("lang", "language")  # words that a new language has of its own from the first minute


@dataclass(frozen=True)
class Lag:
    """A section that is not what it was: as the reference has it (None: gone) and as the translation has it (None: not there)."""

    id: str
    reference: Section | None
    own: Section | None


@dataclass(frozen=True)
class State:
    """A page in one language: `name` is current, behind, unstamped (never compared) or missing."""

    place: str
    language: str
    name: str
    lags: tuple[Lag, ...] = ()
    page: Page | None = None

    @property
    def reviewed(self) -> str:
        return str(self.page.meta.get("reviewed", "")) if self.page else ""


States = dict[tuple[str, str], State]  # by language and place


def states(settings: Settings, pages: list[Page]) -> States:
    """Of every page of the reference, in every other language, in the order of the nav."""
    read = {(page.language, page.place): page for page in pages}
    places = [place for place in settings.order if (settings.reference, place) in read]
    places += [page.place for page in pages if page.language == settings.reference and page.place not in places]
    others = [language for language in settings.languages if language != settings.reference]
    return {
        (language, place): state(read[settings.reference, place], read.get((language, place)), language)
        for language in others
        for place in places
    }


def state(reference: Page, page: Page | None, language: str) -> State:
    if page is None:
        return State(reference.place, language, "missing")
    kept = stamps.stamp(page)
    if not kept:
        return State(reference.place, language, "unstamped", page=page)
    lags = tuple(_lags(reference, page, kept))
    return State(reference.place, language, "behind" if lags else "current", lags, page)


def _lags(reference: Page, page: Page, kept: dict[str, str]) -> Iterator[Lag]:
    mine = {section.id: section for section in stamps.sections(page)}
    theirs = {section.id: section for section in stamps.sections(reference)}
    for name in [*theirs, *(name for name in kept if name not in theirs and name != SELF)]:
        section = theirs.get(name)
        if section is None or kept.get(name) != section.hash:
            yield Lag(name, section, mine.get(name))


def problems(settings: Settings, pages: list[Page], skip: set[str]) -> list[Problem]:
    """Sections that changed since they were translated, and pages never stamped; references in `skip` are not sound yet."""
    reference = {page.place: page for page in pages if page.language == settings.reference and page.path not in skip}
    known = states(settings, pages).values()
    return [problem for one in known if one.place in reference for problem in told(one, reference[one.place])] + _begun(settings)


def safety(settings: Settings, pages: list[Page], skip: set[str]) -> list[Problem]:
    """Pages about safety may neither lag nor be missing: these complaints stop a build.

    A language that was only opened shows them in the reference's words, and one that has no stamp yet is still being compared.
    """
    reference = {page.place: page for page in pages if page.language == settings.reference and page.path not in skip}
    known = states(settings, pages)
    stamped = {one.language for one in known.values() if one.name in ("current", "behind")}
    started = {language for language in settings.languages if not is_begun(settings, language)}
    found = []
    for one in known.values():
        other = reference.get(one.place)
        if other and is_safety(other) and one.language in started:
            found += [_lacking(one, other)] if one.name == "missing" else told(one, other) if one.language in stamped else []
    return found


def told(one: State, reference: Page) -> list[Problem]:
    """What a writer is told of one page that is there."""
    if one.page is None or one.page.fault:
        return []
    if one.name != "unstamped":
        return [_behind(one.page, reference, lag) for lag in one.lags]
    return [
        one.page.problem(1, "the page does not say which text it translates", _cure("Compare it with the reference", one.page, reference))
    ]


def is_safety(page: Page) -> bool:
    return page.meta.get("safety") is True


def _cure(what: str, page: Page, reference: Page) -> str:
    stop = " (it is about safety and stops the build)" if is_safety(reference) else ""
    return f"{what}{stop}, then run: make translated PAGE={page.path}"


def _lacking(one: State, reference: Page) -> Problem:
    return Problem(f"docs/{one.language}/{one.place}", 1, MISSING, f"Translate {reference.path} first: it is about safety.")


def _behind(page: Page, reference: Page, lag: Lag) -> Problem:
    cure = _cure("Translate what is new", page, reference)
    line = lag.own.line if lag.own else page.lines.get(stamps.KEY, 1)
    if lag.reference is None:
        return page.problem(line, f"the section “{lag.id}” is gone from {reference.path}", cure)
    what = f"the section “{lag.id}”" + (f" ({lag.reference.title})" if lag.reference.title else "")
    change = "is new or has changed" if lag.own is None else "has changed since it was translated"
    return page.problem(line, f"{what} {change}: {reference.path}:{lag.reference.line}", cure)


def is_begun(settings: Settings, language: str) -> bool:
    """A language that was only opened: its words are still the reference's."""
    mine, theirs = (words.load(settings.docs, one) for one in (language, settings.reference))
    return language != settings.reference and bool(mine) and all(mine.get(key) == theirs[key] for key in theirs if key not in UNTOLD)


def _begun(settings: Settings) -> list[Problem]:
    return [
        Problem(f"docs/{language}/{words.NAME}", 1, "the words are still those of the reference", BEGIN)
        for language in settings.languages
        if is_begun(settings, language)
    ]
