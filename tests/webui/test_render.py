"""Marks and passages → segments: nothing lost, nothing doubled, marked is what was marked."""

from hypothesis import given
from hypothesis import strategies as st

from discovery.answering.highlight import Mark
from discovery.records import Passage, Word, Words
from webui.overlay import boxes
from webui.render import Segment, paragraphs, segments


@st.composite
def marked(draw):
    text = draw(st.text("абв déf\n", max_size=60))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    return text, tuple(zip(cuts[::2], cuts[1::2], strict=False))


@given(marked())
def test_segments_are_the_text(case):
    text, marks = case
    parts = segments(text, marks)
    assert "".join(part.text for part in parts) == text
    assert [part.text for part in parts if part.marked] == [text[start:end] for start, end in marks]


@given(marked(), marked())
def test_paragraphs_keep_every_letter_and_mark(case, other):
    text, marks = case
    passages = tuple(Passage(start, end, "ru") for start, end in other[1] if end <= len(text))
    runs = [run for block in paragraphs(text, passages, marks) for run in block]
    whole = "".join(segment.text for run in runs for segment in run.segments)
    assert "".join(whole.split()) == "".join(text.split())
    told = "".join(s.text for run in runs for s in run.segments if s.marked)
    assert "".join(told.split()) == "".join("".join(text[start:end] for start, end in marks).split())


def test_blocks_are_paragraphs_and_lines_stay():
    (first, second) = paragraphs("One\ntwo\n\nthree\n")
    assert [run.segments for run in first] == [(Segment("One\ntwo"),)]
    assert [run.segments for run in second] == [(Segment("three"),)]


def test_a_paragraph_in_two_languages_has_two_runs():
    (block,) = paragraphs("oui nein", (Passage(0, 4, "fr"), Passage(4, 8, "de")), ((4, 8),))
    assert [(run.language, run.segments) for run in block] == [
        ("fr", (Segment("oui "),)),
        ("de", (Segment("nein", True),)),
    ]


def test_boxes_are_those_of_the_marked_words_and_both_halves_of_a_broken_one():
    body = "left оппо-\nзиция right"
    packed = Words([Word(0, 4, 1, 2, 3, 4), Word(5, 10, 5, 6, 7, 8), Word(11, 16, 9, 9, 9, 9)]).to_bytes()
    found = boxes(body, packed, [Mark(5, 16, 0, "typed")])
    assert [(box.x, box.text) for box in found] == [(5, "оппо-"), (9, "зиция")]
    assert boxes(body, b"", [Mark(0, 4, 0, "typed")]) == []
