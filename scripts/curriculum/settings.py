"""What mkdocs.yml says of the site: its languages and the order of its pages."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

LICENCE = "CC BY 4.0"
SAFE = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same in C, eight times as fast, where PyYAML brings it


@dataclass(frozen=True)
class Settings:
    """Languages (code to name, the reference first) and the order of the pages (paths inside a language)."""

    root: Path
    languages: dict[str, str]
    reference: str
    order: tuple[str, ...]

    @property
    def docs(self) -> Path:
        return self.root / "docs"


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml without MkDocs: tags such as !ENV stand for nothing here."""


_Loader.add_multi_constructor("", lambda loader, tag, node: None)


def flatten(nav: Any) -> list[str]:
    """The paths of a nav, in order, without its sections."""
    if isinstance(nav, str):
        return [nav]
    items = nav.values() if isinstance(nav, dict) else nav or []
    return [path for item in items for path in flatten(item)]


def read(root: Path) -> Settings:
    """Settings of the project at `root`; raises OSError or KeyError when mkdocs.yml or its i18n plugin is missing."""
    config = yaml.load((root / "mkdocs.yml").read_text("utf-8"), _Loader)
    plugins = {name: options for entry in config["plugins"] if isinstance(entry, dict) for name, options in entry.items()}
    languages = plugins["i18n"]["languages"]
    reference = next(language["locale"] for language in languages if language.get("default"))
    names = {language["locale"]: language["name"] for language in languages}
    ordered = {reference: names.pop(reference), **names}
    return Settings(root, ordered, reference, tuple(flatten(config["nav"])))
