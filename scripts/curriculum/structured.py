"""What programs read of a page: schema.org, as a Course (the whole) or a LearningResource (lesson, plan, sheet, module)."""

from typing import Any

from .model import Lesson

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
WHOLE = "home"


def describe(kind: str, page: dict[str, str], site: str, words: dict[str, str], lesson: Lesson | None) -> dict[str, Any]:
    """JSON-LD of a page, or nothing for a kind that teaches nothing.

    `page` has title, summary, language (that of its text) and url (empty without an address).
    """
    if f"use_{kind}" not in words:
        return {}
    course = {"@type": "Course", "name": f"{site} – {words['tagline']}", "provider": {"@type": "Project", "name": site}}
    told: dict[str, Any] = {"@context": "https://schema.org"}
    told |= course if kind == WHOLE else {"@type": "LearningResource", "isPartOf": course, "name": page["title"]}
    told |= {"description": page["summary"], "inLanguage": page["language"]} | ({"url": page["url"]} if page["url"] else {})
    told |= {"license": LICENCE, "educationalUse": words[f"use_{kind}"], "isAccessibleForFree": True}
    if lesson and kind in ("lesson", "plan"):
        told["timeRequired"] = f"PT{lesson.minutes}M"
    return told
