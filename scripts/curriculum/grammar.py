"""The grammar of the blocks, as data: which there are, where each may stand, and what each option takes."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FIGURES = Path(__file__).resolve().parents[2] / "overrides" / "figures"

EXPECTED = {
    "id": "an English id in small letters, digits and hyphens, such as next-step",
    "flag": "true or false",
    "words": "a text",
    "number": "a whole number from {low} to {high}",
    "name": "one of {known}",
    "figure": "the name of a drawing in overrides/figures",
    "numbers": "a list of numbers, [1, 3]",
    "texts": 'a list of texts, ["Sara", "3 June"]',
    "rows": 'a list of rows, each a list of texts, [["at nine", ""], ["at ten", ""]]',
}


@dataclass(frozen=True)
class Option:
    """One option of a block: `type` is a key of EXPECTED; `low`, `high` bound a number; `known` lists names."""

    type: str
    required: bool = False
    default: Any = None
    low: int = 0
    high: int = 0
    known: tuple[str, ...] = ()

    @property
    def expected(self) -> str:
        return EXPECTED[self.type].format(low=self.low, high=self.high, known=", ".join(self.known))

    def accepts(self, value: Any) -> bool:
        match self.type:
            case "id":
                return isinstance(value, str) and re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", value) is not None
            case "flag":
                return isinstance(value, bool)
            case "number":
                return type(value) is int and self.low <= value <= self.high
            case "name" | "figure":
                return value in self.known
            case "numbers":
                return isinstance(value, list) and all(type(one) is int for one in value)
            case "texts":
                return isinstance(value, list) and all(isinstance(one, str) for one in value)
            case "rows":
                return isinstance(value, list) and all(Option("texts").accepts(one) for one in value)
        return isinstance(value, str | int | float) and bool(str(value).strip())


@dataclass(frozen=True)
class Block:
    """A kind of block: what its `| argument` is (empty: none allowed), its options, and the kinds of page it stands on."""

    argument: str = ""
    options: dict[str, Option] = field(default_factory=dict)
    kinds: tuple[str, ...] = ()


def figures(folder: Path = FIGURES) -> tuple[str, ...]:
    """Names of the drawings that a page may ask for."""
    return tuple(sorted(path.stem for path in folder.glob("*.svg")))


ID = Option("id", required=True)
HALF = Option("flag", default=False)
COLUMNS = Option("number", default=1, low=1, high=3)
ROWS = Option("number", default=3, low=1, high=20)
SAMPLE = Option("words")  # `example`: what an invented person would have written
FIELD_TYPES: dict[str, dict[str, Option]] = {
    "line": {"half": HALF, "example": SAMPLE},
    "lines": {"rows": ROWS, "half": HALF, "example": SAMPLE},
    "voice": {"rows": ROWS, "half": HALF, "example": SAMPLE},
    "date": {"half": HALF, "example": SAMPLE},
    "ticks": {"columns": COLUMNS, "half": HALF, "example": Option("numbers")},
    "choice": {"columns": COLUMNS, "half": HALF, "example": Option("number", low=1, high=20)},
    "scale": {
        "from": Option("number", default=0, high=10),
        "to": Option("number", default=10, low=1, high=10),
        "low": Option("words", required=True),
        "high": Option("words", required=True),
        "example": Option("number", low=0, high=10),
    },
    "table": {"rows": Option("number", default=1, low=1, high=4), "stations": HALF, "example": Option("rows")},
    "draw": {"height": Option("number", default=60, low=20, high=230), "figure": Option("figure", known=figures()), "example": SAMPLE},
    "sign": {"example": Option("texts")},
}
TYPE = Option("name", required=True, known=tuple(FIELD_TYPES))
TEACHING = ("lesson", "plan")
BLOCKS: dict[str, Block] = {
    "field": Block("a label", {"id": ID, "type": TYPE}, ("worksheet",)),
    "dialogue": Block(kinds=("lesson",)),
    "check": Block("a question", {"id": ID}, ("lesson",)),
    "step": Block("a title", {"minutes": Option("number", required=True, low=1, high=240)}, ("plan",)),
    "hard": Block(kinds=TEACHING),
    "key": Block(kinds=TEACHING),
    "bring": Block(kinds=("plan",)),
    "figure": Block(
        "a caption", {"name": Option("figure", required=True, known=figures()), "alt": Option("words")},
        (*TEACHING, "module", "curriculum", "programme", "text"),
    ),
    "term": Block("a term", {"id": ID, "forms": Option("texts"), "avoid": Option("texts")}, ("glossary",)),
    "doors": Block(kinds=("home",)),
    "line": Block(kinds=("home", "curriculum")),
}  # fmt: skip


def options_of(name: str, given: dict[str, Any]) -> dict[str, Option]:
    """The options that a block may carry: a field's depend on its type."""
    return BLOCKS[name].options | (FIELD_TYPES.get(str(given.get("type")), {}) if name == "field" else {})


def every_option(name: str) -> dict[str, Option]:
    """All options that any block of this name may carry."""
    merged = dict(BLOCKS[name].options)
    for options in FIELD_TYPES.values() if name == "field" else ():
        merged |= options
    return merged
