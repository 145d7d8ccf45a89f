"""What WeasyPrint 70.0 leaves open in a tagged, fillable PDF, mended before the file is written.

This file reaches into `weasyprint.pdf.tags` and the objects of pydyf: it holds for the pinned release and is
watched by tests/test_pdf.py. Ask of every repair, at every new release, whether it is still needed.
"""

from collections.abc import Iterator
from typing import Any

import pydyf
from weasyprint.formatting_structure import boxes
from weasyprint.pdf import tags

from .widgets import by_reference, mend_form

UA = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description></rdf:RDF>"""

# The parts of HTML for which WeasyPrint knows no tag: without one they are read as loose words.
ROLES = {"label": "/P", "legend": "/P", "figcaption": "/P", "summary": "/P", "fieldset": "/Sect", "figure": "/Sect"}
BULLETS = ("disc", "circle", "square")  # painted after the words they stand before: numbers are read, dots are not
original, bytes_of = tags._build_box_tree, pydyf.Stream.data


def install() -> None:
    """Put our tag tree and our streams before the libraries' own; once or often, it is the same."""
    tags._build_box_tree = build_box_tree
    pydyf.Stream.data = property(closed)


def closed(stream: Any) -> bytes:
    """A stream that ends in two line characters: after one, strict readers take a last data byte of CR for part of it."""
    data: bytes = bytes_of.fget(stream)
    return data.removesuffix(b"\nendstream") + b"\r\nendstream"


def finish(document: Any, pdf: Any) -> None:
    """WeasyPrint's `finisher`."""
    mark_artifacts(pdf)
    mend_form(document, pdf)
    for element in pdf.objects:
        if isinstance(element, dict) and element.get("S") == "/L":
            mend_list(element, pdf)
    if document.labels:
        called = [(place, pydyf.Dictionary({"S": style, "St": first})) for place, style, first in document.labels]
        pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": pydyf.Array([part for pair in called for part in pair])})
    claim_ua(pdf)


def build_box_tree(box: Any, parent: Any, pdf: Any, page: int, marks: dict[int, bytes], notes: Any, left: Any) -> Iterator[Any]:
    """Elements of the tag tree for a box: with its language, without what is only drawn."""
    box = getattr(box, "_box", box)
    elements = original(box, parent, pdf, page, marks, notes, left)
    if is_drawn_only(box):
        known = set(marks)
        list(elements)  # WeasyPrint counts the marks; the elements themselves hang nowhere
        remember(pdf, page, box, marks, marks.keys() - known)
        return
    for element in elements:
        refine(element, box)
        yield element


def is_drawn_only(box: Any) -> bool:
    is_bullet = str(box.element_tag).endswith("::marker") and box.style["list_style_type"] in BULLETS
    is_hidden = box.element is not None and box.element.get("aria-hidden") == "true"
    return is_bullet or is_hidden or isinstance(box, boxes.MarginBox)


def remember(pdf: Any, page: int, box: Any, marks: dict[int, bytes], new: set[int]) -> None:
    kind = {"Type": "/Layout"}
    if isinstance(box, boxes.MarginBox):
        edge = "Top" if box.at_keyword.startswith("@top") else "Bottom"
        role = "/Header" if edge == "Top" else "/Footer"
        kind = {"Type": "/Pagination", "Subtype": role, "Attached": pydyf.Array([f"/{edge}"])}
    if not hasattr(pdf, "artifacts"):
        pdf.artifacts = {}
    for mark in new:
        marks[mark] = b"null"
        pdf.artifacts[page, mark] = kind


def refine(element: Any, box: Any) -> None:
    if box.element is None or "::" in (box.element_tag or ""):
        return
    if language := box.element.get("lang"):
        element["Lang"] = pydyf.String(language)
    if element["S"] == "/TH":
        element["A"]["Scope"] = "/Row" if box.element.get("scope") == "row" else "/Column"
    if element["S"] == "/Link" and not box.link_annotation:  # it leads out of a part of a book
        element["S"] = "/Span"
    if element["S"] == "/NonStruct" and box.element_tag in ROLES:
        element["S"] = ROLES[box.element_tag]


def mend_list(element: Any, pdf: Any) -> None:
    """`dl > div > dt + dd`: a pair is one item, its term the label."""
    for pair in (by_reference(pdf, kid) for kid in element["K"]):
        if pair["S"] == "/Div":
            pair["S"] = "/LI"
            for place, part in enumerate(by_reference(pdf, kid) for kid in pair["K"]):
                part["S"] = "/LBody" if place else "/Lbl"
                for body in (by_reference(pdf, kid) for kid in part["K"]):
                    body["S"] = "/P"


def mark_artifacts(pdf: Any) -> None:
    """Running feet and ornaments: artifacts instead of content without a place (WeasyPrint issue 1836)."""
    for (page, mark), kind in getattr(pdf, "artifacts", {}).items():
        stream = by_reference(pdf, by_reference(pdf, pdf.page_references[page])["Contents"]).stream
        for place, operand in enumerate(stream):
            if isinstance(operand, pydyf.Dictionary) and operand.get("MCID") == mark:
                stream[place - 1 : place + 1] = ["/Artifact", pydyf.Dictionary(kind)]


def claim_ua(pdf: Any) -> None:
    """PDF/A-2a and PDF/UA-1 in one file; PDF/A wants its description stored plain."""
    description = by_reference(pdf, pdf.catalog["Metadata"])
    description.compress = False
    description.stream[0] = description.stream[0].replace(b"</rdf:RDF>", UA)
