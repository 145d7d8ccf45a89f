"""Command: a translation says which text it translates (`translates:` in its front matter).

python scripts/translated.py [--still-true] [PAGE …]     without a page: all that have no stamp yet
"""

import argparse
import sys
from pathlib import Path

from curriculum import pages, settings, stamps, translations
from curriculum.pages import Page
from curriculum.settings import Settings

ROOT = Path(__file__).resolve().parent.parent


def main(root: Path, names: list[str], is_still_true: bool = False) -> int:
    """Stamp pages of the project at `root`; say of each what was done, and of those refused, why."""
    known = settings.read(root)
    every = {page.path: page for page in pages.read(known.docs, list(known.languages))}
    reference = {page.place: page for page in every.values() if page.language == known.reference}
    wanted = [path(name, root) for name in names] or unstamped(every, reference, known)
    refused = [why for name in wanted if (why := refusal(every.get(name), name, reference, known, is_still_true))]
    if refused:
        print("\n".join(refused), file=sys.stderr)
        return 1
    for name in wanted:
        page = every[name]
        text = stamps.stamped(page, reference[page.place])
        if text != page.text:
            stamps.write(root / name, text)
        print(f"{name} {'translates' if text != page.text else 'translated already'} {reference[page.place].path} as it is now.")
    return 0


def path(name: str, root: Path) -> str:
    """A page as complaints call it, however it was typed."""
    given = Path(name)
    return given.resolve().relative_to(root).as_posix() if given.is_absolute() and given.is_relative_to(root) else given.as_posix()


def unstamped(every: dict[str, Page], reference: dict[str, Page], known: Settings) -> list[str]:
    return [
        name
        for name, page in every.items()
        if page.language != known.reference and page.place in reference and not page.fault and not stamps.stamp(page)
    ]


def refusal(page: Page | None, name: str, reference: dict[str, Page], known: Settings, is_still_true: bool) -> str:
    """Why a page is not stamped; empty when it may be."""
    if page is None:
        return f"{name}: there is no such page. Name it as complaints do: PAGE=docs/da/danger.md"
    if page.language == known.reference:
        return f"{name}: this is the reference, which translates nothing."
    if page.place not in reference or page.fault or reference[page.place].fault:
        return f"{name}: it cannot be compared with docs/{known.reference}/{page.place}. Run: make check"
    kept = stamps.stamp(page)
    is_behind = translations.state(reference[page.place], page, page.language).name == "behind"
    if is_behind and kept.get(stamps.SELF) == stamps.own(page) and not is_still_true:
        return f"{name}: the reference has changed and this page has not. If it is still true as it stands, add STILL_TRUE=yes."
    return ""


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="*")
    parser.add_argument("--still-true", action="store_true")
    given = parser.parse_args()
    sys.exit(main(ROOT, given.pages, given.still_true))
