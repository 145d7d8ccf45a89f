"""Complaints: one shape, sorted, each told once."""

from hypothesis import given
from hypothesis import strategies as st

from curriculum.problems import Problem, nearest, report


def test_a_complaint_reads_as_place_message_and_cure() -> None:
    assert str(Problem("docs/en/a.md", 3, "it is wrong", "Mend it.")) == "docs/en/a.md:3: it is wrong\n  Mend it."


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(1, 99)), max_size=9))
def test_a_report_is_sorted_and_tells_each_once(places: list[tuple[str, int]]) -> None:
    told = report(Problem(path, line, "wrong") for path, line in places).splitlines()
    expected = [f"{path}:{line}: wrong" for path, line in sorted(set(places))]
    assert told[:-1] == expected
    assert told[-1].startswith(f"{len(expected)} problem")


def test_a_word_close_to_a_known_one_is_guessed() -> None:
    assert nearest("feild", ["field", "figure"]) == "Did you mean “field”?"
    assert nearest("zzz", ["b", "a"]) == "Known are: a, b."
