"""Settings: mkdocs.yml is their one place."""

from conftest import ROOT
from curriculum.settings import flatten, read


def test_the_reference_comes_first_and_the_order_is_the_nav() -> None:
    settings = read(ROOT)
    assert next(iter(settings.languages)) == settings.reference == "en"
    assert set(settings.languages) == {"en", "fr", "da"}
    assert settings.order[0] == "index.md"
    assert all(place.endswith(".md") for place in settings.order)


def test_a_nav_is_flattened_in_order() -> None:
    assert flatten(["a.md", {"b": ["b/index.md", {"c": ["b/c.md"]}]}, "d.md"]) == ["a.md", "b/index.md", "b/c.md", "d.md"]
