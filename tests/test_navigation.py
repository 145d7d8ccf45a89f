"""Language links of a page's head, and titles of sections."""

from types import SimpleNamespace

from curriculum.navigation import absolute, name_sections

HEAD = '<link rel="alternate" href="../fr/danger.html" hreflang="fr">'


def test_a_language_link_is_made_whole() -> None:
    assert absolute(HEAD, "https://example.org/spor/danger/a.html") == (
        '<link rel="alternate " href="https://example.org/spor/fr/danger.html" hreflang="fr">'
    )


def test_a_page_without_an_address_has_no_language_link() -> None:
    assert absolute(HEAD, "") == ""


def test_a_section_takes_the_title_of_its_index_page() -> None:
    page = SimpleNamespace(is_section=False, is_page=True, is_index=True, title="Moduler")
    section = SimpleNamespace(is_section=True, is_page=False, title="modules", children=[page])
    name_sections([section])
    assert section.title == "Moduler"
