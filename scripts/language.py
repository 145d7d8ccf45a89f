"""Command: open a new language. Its words begin as the reference's, and every page shows the reference with a notice.

python scripts/language.py CODE NAME
"""

import json
import re
import sys
from pathlib import Path

from curriculum import settings
from curriculum.stamps import write
from curriculum.words import NAME as WORDS

ROOT = Path(__file__).resolve().parent.parent
CODE = re.compile(r"[a-z]{2,3}(-[A-Z]{2}|-[A-Z][a-z]{3})?")
ENTRY = re.compile(r"^( *- \{locale: )([\w-]+)(, name: )([^,}]+)(.*\}) *$")


def main(root: Path, code: str, name: str) -> int:
    """Make the folder, the words and the line in mkdocs.yml; nothing when something speaks against it."""
    known = settings.read(root)
    config = (root / "mkdocs.yml").read_text("utf-8")
    if why := refusal(code, name, known.languages, config):
        print(why, file=sys.stderr)
        return 1
    reference = (known.docs / known.reference / WORDS).read_text("utf-8")
    folder = known.docs / code
    folder.mkdir(exist_ok=True)
    if not (folder / WORDS).exists():
        write(folder / WORDS, words(reference, code, name))
    write(root / "mkdocs.yml", entered(config, code, name))
    print(f"{name} is open. First translate docs/{code}/{WORDS}; `make check` lists what comes next, and `make serve` shows it.")
    return 0


def refusal(code: str, name: str, languages: dict[str, str], config: str) -> str:
    """What speaks against a new language; empty when nothing does."""
    if not CODE.fullmatch(code):
        return f"“{code}” is no language code. Give two small letters: make language CODE=nb NAME=Norsk"
    if code in languages:
        return f"The curriculum has {languages[code]} ({code}) already."
    if not name.strip():
        return "Give the language its own name for itself: make language CODE=nb NAME=Norsk"
    if not any(map(ENTRY.match, config.splitlines())):
        return "mkdocs.yml lists no language as “- {locale: en, name: English, …}”."
    return ""


def words(reference: str, code: str, name: str) -> str:
    """The reference's words, which say of themselves that they are the new language's."""
    text = re.sub(r"(?m)^lang:.*$", f"lang: {quoted(code)}", reference, count=1)
    return re.sub(r"(?m)^language:.*$", lambda _: f"language: {quoted(name)}", text, count=1)


def entered(config: str, code: str, name: str) -> str:
    """mkdocs.yml with one line more, below the last language; every other line stays as it is."""
    lines = config.splitlines(keepends=True)
    last = max(number for number, line in enumerate(lines) if ENTRY.match(line.rstrip("\n")))
    found = ENTRY.match(lines[last].rstrip("\n"))
    assert found
    rest = found[5].replace(", default: true", "")
    return "".join([*lines[: last + 1], f"{found[1]}{quoted(code)}{found[3]}{quoted(name)}{rest}\n", *lines[last + 1 :]])


def quoted(text: str) -> str:
    """A word as YAML takes it: `no` alone would be false."""
    return (
        text
        if re.fullmatch(r"[^\W\d_]{2,}", text) and text.lower() not in ("no", "on", "yes", "off")
        else json.dumps(text, ensure_ascii=False)
    )


if __name__ == "__main__":
    sys.exit(main(ROOT, *[*sys.argv[1:3], "", ""][:2]))
