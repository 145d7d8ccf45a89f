"""The words of templates, blocks and PDFs: docs/<lang>/_words.yml."""

import re
from pathlib import Path

import yaml

from .problems import Problem
from .settings import SAFE

NAME = "_words.yml"
PLACEHOLDER = re.compile(r"\{\w+\}")


def load(docs: Path, language: str) -> dict[str, str]:
    """The words of one language, key to text; empty when the file is missing, unreadable or no mapping."""
    path = docs / language / NAME
    try:
        found = yaml.load(path.read_text("utf-8"), SAFE) if path.is_file() else None
    except yaml.YAMLError:  # which `compare` tells
        return {}
    return {str(key): str(text) for key, text in found.items()} if isinstance(found, dict) else {}


def compare(docs: Path, languages: list[str]) -> list[Problem]:
    """Keys and placeholders that differ from the reference (the first language)."""
    if unreadable := [problem for language in languages for problem in _unreadable(docs, language)]:
        return unreadable
    reference, *others = languages
    expected = load(docs, reference)
    return [problem for language in others for problem in _differences(docs, language, expected)]


def _unreadable(docs: Path, language: str) -> list[Problem]:
    path = docs / language / NAME
    try:
        yaml.load(path.read_text("utf-8") if path.is_file() else "", SAFE)
    except yaml.YAMLError as error:
        line = mark.line + 1 if (mark := getattr(error, "problem_mark", None)) else 1
        message = f"the words are not YAML: {getattr(error, 'problem', None) or 'they cannot be read'}"
        return [Problem(f"docs/{language}/{NAME}", line, message, "Put a text that holds a colon between double quotes.")]
    return []


def _differences(docs: Path, language: str, expected: dict[str, str]) -> list[Problem]:
    words = load(docs, language)
    path = f"docs/{language}/{NAME}"
    found = [Problem(path, 1, f"the word “{key}” is missing", f"Translate “{expected[key]}”.") for key in expected.keys() - words.keys()]
    found += [
        Problem(
            path,
            _line(docs, language, key),
            f"no other language has the word “{key}”",
            "Remove it, or add it to all languages.",
        )
        for key in words.keys() - expected.keys()
    ]
    for key in words.keys() & expected.keys():
        wanted, given = sorted(PLACEHOLDER.findall(expected[key])), sorted(PLACEHOLDER.findall(words[key]))
        if wanted != given:
            message = f"the word “{key}” holds {' '.join(given) or 'no placeholder'}; expected {' '.join(wanted) or 'none'}"
            found.append(Problem(path, _line(docs, language, key), message, "Use the same placeholders as the reference."))
    return found


def _line(docs: Path, language: str, key: str) -> int:
    lines = (docs / language / NAME).read_text("utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if line.startswith(f"{key}:")), 1)
