"""All that one language's pages may get wrong as language: level, marks, spelling, sources, law, what was left behind."""

from . import glossary, leftover, reading, sources, spelling, typography
from .pages import Page
from .problems import Problem
from .settings import Settings
from .words import load

TOLD = ("programme", "leaflet")  # kinds of page that tell facts to strangers


def problems(settings: Settings, language: str, mine: list[Page], reference: dict[str, Page]) -> list[Problem]:
    """Complaints about the sound pages `mine` of one language; `reference` holds the reference's pages by place."""
    words = load(settings.docs, language)
    countries, known = ([name.strip() for name in words.get(key, "").split(",") if name.strip()] for key in ("countries", "known"))
    terms = glossary.load(settings.docs, [language]).get(language, [])
    found = spelling.problems(settings.docs, mine, language)
    for page in mine:
        found += glossary.problems(page, terms) + reading.problems(page) + typography.problems(page)
        found += sources.unsupported_law(page, countries)
        found += sources.unsourced(page, known) if page.kind in TOLD else []
        if language != settings.reference and page.place in reference:
            found += leftover.problems(page, reference[page.place])
        if page.place == sources.PLACE:
            found += sources.problems(page)
    if language == settings.reference:
        found += leftover.unused_words(settings.docs, [settings.root / "overrides", settings.root / "scripts"], language)
    return found
