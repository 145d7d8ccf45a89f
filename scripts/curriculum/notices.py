"""What a reader is told of a translation: a notice on the page, and the page that shows how all of them stand."""

from typing import Any

from . import pages, translations, words
from .settings import Settings
from .stamps import START
from .translations import Lag, State

TOLD = ("behind", "missing")  # states that a reader must know of; the others are the writers' business
STATES = ("current", "behind", "unstamped", "missing")


class Notices:
    """The notices of one language: `on` a page, and `overview` of all."""

    def __init__(self, settings: Settings, language: str) -> None:
        read = pages.read(settings.docs, list(settings.languages))
        self.settings, self.language = settings, language
        self.states = translations.states(settings, read)
        self.titles = {(page.language, page.place): str(page.meta.get("title", "")) for page in read}
        self.start = words.load(settings.docs, language).get("notice_start", "")

    def context(self, place: str) -> dict[str, Any]:
        """What the templates ask for; `foreign` is the language of a text that stands in for one not yet translated."""
        notice = self.on(place)
        is_foreign = notice is not None and notice["state"] == "missing"
        return {"notice": notice, "foreign": self.settings.reference if is_foreign else "", "overview": self.overview}

    def on(self, place: str) -> dict[str, Any] | None:
        """What the reader of a page is told: that it is missing, or which sections lag, in the reader's words."""
        state = self.states.get((self.language, place))
        if state is None or state.name not in TOLD:
            return None
        url = address(place)
        return {"state": state.name, "url": url if state.page else "", "sections": [self.section(lag, url) for lag in state.lags]}

    def section(self, lag: Lag, url: str) -> dict[str, str]:
        """A section that lags: where it stands on this page, or in the reference when it is not here at all."""
        if lag.id == START:
            return {"title": self.start, "url": "", "lang": ""}
        if lag.own:
            return {"title": lag.own.title, "url": f"#{lag.id}", "lang": ""}
        title = lag.reference.title if lag.reference else lag.id
        return {"title": title, "url": f"{url}#{lag.id}" if lag.reference else "", "lang": self.settings.reference}

    def overview(self) -> dict[str, Any]:
        """Every language with its counts; pages of the reader's own language, or of all for a reader of the reference."""
        listed = [code for code in self.settings.languages if code != self.settings.reference]
        return {"states": STATES, "languages": [self.standing(code, self.language in (code, self.settings.reference)) for code in listed]}

    def standing(self, code: str, is_listed: bool) -> dict[str, Any]:
        """One language: how many pages are in each state, and which."""
        mine = [state for (language, _), state in self.states.items() if language == code]
        counted = {name: sum(state.name == name for state in mine) for name in STATES}
        rows = [self.row(state) for state in mine] if is_listed else []
        return {"code": code, "name": self.settings.languages[code], "counts": counted, "pages": rows}

    def row(self, state: State) -> dict[str, Any]:
        own = self.titles.get((self.language, state.place))
        return {
            "title": own or self.titles[self.settings.reference, state.place],
            "lang": "" if own else self.settings.reference,
            "url": address(state.place, state.language),
            "state": state.name,
            "sections": [self.section(lag, address(state.place)) for lag in state.lags],
            "reviewed": state.reviewed,
        }


def address(place: str, language: str = "") -> str:
    """Where a page is in the built site; the reference has no folder."""
    return f"{language}/{place}".removeprefix("/").removesuffix(".md") + ".html"
