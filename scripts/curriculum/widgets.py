"""Form fields of a PDF as readers expect them: the part of `finish` that mends WeasyPrint's AcroForm."""

from typing import Any

import pydyf


def by_reference(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(bytes(reference).split()[0])]


def questions(document: Any) -> dict[str, str]:
    """What each group of radio buttons asks, by its name."""
    radios = document._html.etree_element.iter("input")
    return {radio.get("name"): radio.get("data-question") for radio in radios if radio.get("data-question")}


def mend_form(document: Any, pdf: Any) -> None:
    """Groups that are groups, and an appearance for every state, so that no viewer has to invent one."""
    form = pdf.catalog.get("AcroForm")
    if form is None:
        return
    form.pop("NeedAppearances", None)
    asked, roots = questions(document), pydyf.Array()
    for reference in form["Fields"]:
        field = by_reference(pdf, reference)
        if "Parent" in field:  # a button of a group: it has neither a name nor a type of its own
            del field["T"], field["FT"]
            continue
        roots.append(reference)
        if "Kids" in field:
            field["TU"] = pydyf.String(asked.get(field["T"].string, field["T"].string))
    form["Fields"] = roots
    for widget in [thing for thing in pdf.objects if isinstance(thing, dict) and thing.get("Subtype") == "/Widget"]:
        dress(widget, pdf)


def dress(widget: Any, pdf: Any) -> None:
    x1, y1, x2, y2 = widget["Rect"]
    widget["Rect"] = pydyf.Array((min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)))
    is_button = "AS" in widget
    box = pydyf.Array((0, 0, abs(x2 - x1), abs(y2 - y1)))
    blank = pydyf.Stream([b"" if is_button else b"/Tx BMC EMC"], {"Type": "/XObject", "Subtype": "/Form", "BBox": box})
    pdf.add_object(blank)
    if not is_button:
        widget["AP"] = pydyf.Dictionary({"N": blank.reference})
        return
    widget["AP"]["N"]["Off"] = blank.reference
    widget["MK"]["CA"] = pydyf.String("l" if "Parent" in widget else "4")  # a dot, a tick
