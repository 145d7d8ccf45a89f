"""Every complaint about the pages, in two helpings: what their text shows at once, and what shows when it is rendered."""

from . import blocks, facts, fit, links, pages, parity, shape, sources, translations, words
from . import language as language_of
from .outline import Outline, outline
from .pages import Page
from .problems import Problem
from .settings import Settings


def quick(settings: Settings) -> list[Problem]:
    """Complaints found without rendering: front matter, blocks, shapes, what does not fit together, words, safety that lags."""
    languages = list(settings.languages)
    read = pages.read(settings.docs, languages)
    found = [
        problem for page in read for problem in (*facts.problems(page, settings.reference), *blocks.problems(page), *shape.problems(page))
    ]
    found += fit.problems(settings, read) + words.compare(settings.docs, languages) + _misplaced(settings)
    return found + translations.safety(settings, read, {problem.path for problem in found})


def full(settings: Settings) -> list[Problem]:
    """All complaints: the quick ones, and of every page whose text is sound, links, language, and how it answers its reference."""
    found = quick(settings)
    if any(problem.path.endswith(words.NAME) for problem in found):  # no page can be drawn without its words
        return found
    every = pages.read(settings.docs, list(settings.languages))
    drawn = outlines(settings, every, {problem.path for problem in found})
    told = {problem.path for problem in found if problem.message == fit.MISSING}  # what is about safety was told at once
    found += [problem for problem in fit.parity(settings, every) if problem.path not in told]
    reference = {page.place: page for page in every if page.language == settings.reference}
    for language in settings.languages:
        found += links.problems(settings.docs, [page for page in every if page.language == language], drawn, set(reference))
    spoilt = {page.path for page in reference.values()} & {problem.path for problem in found}  # mended before it is compared
    found += parity.problems(every, {path: bones for path, bones in drawn.items() if path not in spoilt}, settings.reference)
    found += translations.problems(settings, every, spoilt)
    for language in settings.languages:
        sound = [page for page in every if page.language == language and page.path in drawn]
        found += language_of.problems(settings, language, sound, {place: page for place, page in reference.items() if page.path in drawn})
    bibliography = reference.get(sources.PLACE)
    return found + (sources.uncited(bibliography, list(reference.values())) if bibliography else [])


def outlines(settings: Settings, every: list[Page], unsound: set[str]) -> dict[str, Outline]:
    """The bones of every page whose text is sound, by path."""
    told = {language: words.load(settings.docs, language) for language in settings.languages}
    return {page.path: outline(page, told[page.language]) for page in every if page.path not in unsound}


def _misplaced(settings: Settings) -> list[Problem]:
    """MkDocs would build a page that lies outside the language folders into every language."""
    known = {*settings.languages, "assets"}
    others = [path for path in settings.docs.iterdir() if path.name not in known]
    return [
        Problem(
            f"docs/{path.name}",
            1,
            "only language folders and assets/ belong here",
            "Move it into docs/assets/ or a language.",
        )
        for path in others
    ]
