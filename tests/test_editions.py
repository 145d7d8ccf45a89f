"""What each edition changes in a sheet before it is laid out."""

import pytest
from lxml import html

from curriculum.editions import edit, of, pair

TABLE = """<article data-pages="1"><div class="field"><table>
<thead><tr><th>Day</th><th>A</th><th>B</th><th>C</th></tr></thead>
<tbody><tr><th>Monday</th><td>Work</td>
<td data-rows="2"><textarea></textarea><span class="example">at nine</span></td><td data-rows="1"></td></tr></tbody>
</table></div></article>"""
SHEET = """<article lang="{}"><h1>{}</h1><label class="tick"><input><span>{}</span></label>
<svg><title>{}</title></svg><span>0</span></article>"""
DANISH = SHEET.format("da", "Ugen", "Ja <em>tak</em>", "En ring")
ENGLISH = SHEET.format("en", "The week", "Yes", "A ring")


def test_a_sheet_has_more_editions_than_a_plan_and_a_part_of_a_pack_none() -> None:
    assert set(of("sheet")) >= {"print", "form", "example", "large", "easy"}
    assert (of("plan"), of("front")) == ({"plan": ""}, {})


def test_large_print_sets_a_wide_table_as_a_list() -> None:
    part = html.fragment_fromstring(edit(TABLE, "large"))
    assert part.find(".//table") is None
    assert [line.text for line in part.iter("p")] == ["Day – Monday", "A – Work", "B", "C"]
    assert [len(rules) for rules in part.find_class("field__rules")] == [2, 1]
    assert part.get("data-pages") is None


@pytest.mark.parametrize("edition", ["print", "form", "easy"])
def test_other_editions_keep_the_table_and_the_promise(edition: str) -> None:
    part = html.fragment_fromstring(edit(TABLE, edition))
    assert part.find(".//table") is not None
    assert part.get("data-pages") == "1"


def test_only_the_example_keeps_what_somebody_wrote() -> None:
    assert "at nine" in edit(TABLE, "example")
    assert not any("at nine" in edit(TABLE, edition) for edition in ("print", "form", "easy", "large"))


def test_two_languages_stand_side_by_side_with_one_place_to_write() -> None:
    part = html.fragment_fromstring(pair(DANISH, ENGLISH, ("da", "en")))
    assert len(list(part.iter("input"))) == 1
    halves = [(half.get("lang"), half.text_content()) for half in part.xpath(".//*[@class='two']/*")]
    assert halves == [("da", "Ugen"), ("en", "The week"), ("da", "Ja tak"), ("en", "Yes")]
    assert part.findtext(".//title") == "En ring / A ring"
    assert part.xpath("string(./span)") == "0"  # the same in both


def test_sheets_that_differ_cannot_be_paired() -> None:
    with pytest.raises(ValueError, match="has 4 parts in da and 3 in en"):
        pair(DANISH, ENGLISH.replace("<span>0</span>", ""), ("da", "en"))
