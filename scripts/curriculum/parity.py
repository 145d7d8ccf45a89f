"""What a translation has and the reference has not, or the other way round: bones, their facts, and numbers."""

from collections import Counter
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from .bones import Bone
from .matching import align
from .numerals import numbers
from .outline import Outline
from .pages import Page
from .problems import Problem

COUNTS = ("items", "rows", "columns", "turns", "answers", "choices", "signers", "terms", "explanations", "words", "minutes")
IMPLIED = {"empty": ("rows", "columns"), "mentor": ("turns",)}  # a fact that differs because another does


def compare(page: Page, mine: Outline, reference: Page, theirs: Outline) -> Iterator[Problem]:
    """Every difference between a translation and its reference, told at the translation's lines."""
    end = page.start + len(page.body.splitlines())
    pairs = align(mine.bones, theirs.bones)
    for number, (own, other) in enumerate(pairs):
        if own is None and other is not None:
            line = _gap(page, pairs[number - 1][0], other) or next((bone.line for bone, _ in pairs[number:] if bone), end)
            cure = f"Translate it{' and keep its id' if 'id' in dict(other.facts) else ''}, or remove it there."
            yield page.problem(line, f"{called(other)} is missing; {where(reference, other)} has it", cure)
        elif own is not None and other is None:
            cure = f"Remove it, or add it to {reference.path}."
            yield page.problem(own.line, f"{called(own)} has no counterpart in {reference.path}", cure)
        elif own is not None and other is not None:
            yield from _of_facts(page, own, reference, other)
            yield from _of_numbers(page, own, reference, other)


def _gap(page: Page, before: Bone | None, missing: Bone) -> int | None:
    """Where the first words of a block are missing: right below its options."""
    if before is None or missing.around != f"{before.kind} {dict(before.facts).get('id', '')}":
        return None
    lines = enumerate(page.text.splitlines()[before.line :], before.line + 1)
    return next((number for number, text in lines if text and not text.startswith("    ")), None)


def _of_facts(page: Page, own: Bone, reference: Page, other: Bone) -> Iterator[Problem]:
    here, there = dict(own.facts), dict(other.facts)
    for name in sorted(here.keys() | there.keys()):
        is_told = any(here.get(other) != there.get(other) for other in IMPLIED.get(name, ()))
        if here.get(name) != there.get(name) and not is_told:
            given, wanted = told(name, here.get(name), there.get(name)), told(name, there.get(name), here.get(name))
            message = f"{called(own)} has {given}; {where(reference, other)} has {wanted}"
            yield page.problem(_line(page, own, name), message, f"Make {page.path} and {reference.path} agree.")


def _line(page: Page, bone: Bone, name: str) -> int:
    """An option stands right below the opening of its block."""
    below = takewhile(lambda line: line.startswith("    "), page.text.splitlines()[bone.line :])
    return next((number for number, line in enumerate(below, bone.line + 1) if line.strip().startswith(f"{name}:")), bone.line)


def _of_numbers(page: Page, own: Bone, reference: Page, other: Bone) -> Iterator[Problem]:
    (mine, my_times), (theirs, their_times) = numbers(own.words), numbers(other.words)
    if len(my_times) == len(their_times):  # an hour may be written in words
        mine, theirs = mine + Counter(my_times), theirs + Counter(their_times)
    if mine != theirs:
        line = _number_line(page, own, set(mine - theirs))
        extra, lacking = (", ".join(sorted((one - two).elements())) or "none" for one, two in ((mine, theirs), (theirs, mine)))
        message = f"{called(own)} has the number {extra}; {where(reference, other)} has {lacking}"
        yield page.problem(line, message, "Write the same number in digits in both, or in words in both.")


def _number_line(page: Page, bone: Bone, extra: set[str]) -> int:
    """The line of the first number that the reference lacks."""
    lines = enumerate(page.text.splitlines()[bone.line - 1 :], bone.line)
    near = ((number, numbers(line)) for number, line in lines if number < bone.line + 40)
    return next((number for number, (plain, times) in near if extra & {*plain, *times}), bone.line)


def told(name: str, value: Any, beside: Any) -> str:
    """A fact in words; of links, only those that the other page lacks."""
    if name in COUNTS and type(value) is int:
        return f"{value} {name if value != 1 else name[:-1]}"
    if name in ("links", "images"):
        found = Counter(value or ()) - Counter(beside or ())
        return f"the {name[:-1]} {', '.join(found.elements())}" if found else f"no such {name[:-1]}"
    if name == "mentor":
        return f"the mentor in turn {', '.join(map(str, value))}" if value else "no mentor"
    if name == "empty":
        return f"empty cells in {', '.join(f'row {row} column {column}' for row, column in value)}" if value else "no empty cell"
    if value in (None, False, "", ()):
        return f"no {name}"
    return f"{name} {value}" if value is not True else f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def called(bone: Bone) -> str:
    """A bone by its kind and first words."""
    words = bone.words.split()
    first = " ".join(words[:6]) + (" …" if len(words) > 6 else "")
    name = f"{dict(bone.facts).get('telling', '')} {bone.kind}".strip()
    return f"the {name} “{first}”" if first else f"the {name}"


def where(page: Page, bone: Bone) -> str:
    return f"{page.path}:{bone.line}"


def problems(pages: list[Page], outlines: dict[str, Outline], reference: str) -> list[Problem]:
    """Of every page whose reference and itself could be rendered."""
    by_place = {page.place: page for page in pages if page.language == reference}
    pairs = [(page, by_place[page.place]) for page in pages if page.language != reference and page.place in by_place]
    return [
        problem
        for page, other in pairs
        if page.path in outlines and other.path in outlines
        for problem in compare(page, outlines[page.path], other, outlines[other.path])
    ]
