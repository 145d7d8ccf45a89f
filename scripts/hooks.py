"""The only file that knows MkDocs: it hands each event to the curriculum and keeps nothing.

i18n builds one language after the other inside one run, so each event comes once for every language; a hook of
priority -200 comes after i18n, when the language is set. `building` is true while i18n makes the other languages:
what must happen once, after everything, waits until it is false.
"""

import os
import sys
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from curriculum import audit, builder, glossary, kept, navigation, notices, pages, publish, releases, search, settings, social, words
from curriculum.calendars import write
from curriculum.problems import Problem, report
from curriculum.written import leftovers

log = get_plugin_logger("curriculum")
LATE = -200  # after i18n
MARKUP = "curriculum.markup"
EXPLAINED = ("lesson", "plan", "module", "curriculum", "programme", "text")  # kinds of page whose terms lead to the glossary


def on_startup(**_: Any) -> None:
    """MkDocs finds our package while it loads this file and forgets it after: the makers of PDFs look for it later."""
    sys.path.insert(0, str(Path(__file__).resolve().parent))


def _i18n(config: MkDocsConfig) -> Any:
    return config.plugins["i18n"]


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _language(config: MkDocsConfig) -> str:
    return str(_i18n(config).current_language)


@event_priority(LATE)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Give Markdown the words of this language; the version selector belongs to published releases only."""
    if MARKUP not in config.markdown_extensions:
        config.markdown_extensions.append(MARKUP)
    docs, languages = Path(config.docs_dir), list(settings.read(_root(config)).languages)
    config.extra["glossary"] = glossary.load(docs, languages)
    config.mdx_configs[MARKUP] = {"words": words.load(docs, _language(config)), "terms": glossary.names(config.extra["glossary"])}
    config.mdx_configs["toc"] = {"permalink": False, "toc_depth": 2}
    if "MIKE_DOCS_VERSION" not in os.environ:
        config.extra.pop("version", None)
    return config


@event_priority(LATE)
def on_pre_build(config: MkDocsConfig) -> None:
    """Stop before anything is overwritten when a page is not sound."""
    if not _i18n(config).building:
        _complain(audit.quick(settings.read(_root(config))), config)


def _complain(found: list[Problem], config: MkDocsConfig) -> None:
    """A strict build stops; `make serve` says it and goes on, since the next edit may be the cure."""
    if found and config.strict:
        raise Abort(report(found))
    if found:
        log.warning("%s", report(found))


@event_priority(LATE)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Drawings and the printed document are templates of ours, not files for the reader."""
    for file in list(files):
        if file.src_uri.startswith(("figures/", "print/")):
            files.remove(file)
    known = [_language(config), config.site_url, config.mdx_configs, config.extra["glossary"]]
    config.extra["kept"] = kept.Shelf(_root(config), files, known, get_toc)
    return files


def on_env(env: Any, config: MkDocsConfig, files: Any) -> Any:
    """Words for the templates of this language, and of all for the one page that speaks all."""
    known, language = settings.read(_root(config)), _language(config)
    config.extra["curriculum"] = builder.curriculum(known, language)
    config.extra["notices"] = notices.Notices(known, language)
    write(config.extra["curriculum"].timetables, Path(config.site_dir), config.site_name, words.load(known.docs, language))
    env.globals.update(builder.speech(known, language), release=config.extra.get("release"))
    env.bytecode_cache = kept.templates(known.root)
    return env


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Any) -> str:
    """The kind of a page, told by its place, chooses its template."""
    if Path(config.theme.custom_dir or "", f"{_kind(page)}.html").is_file():
        page.meta["template"] = f"{_kind(page)}.html"
    config.extra["kept"].attach(page, lambda html: _finish(html, page, config))
    return markdown


def _place(page: Page) -> str:
    return page.file.src_uri.split("/", 1)[1]


def _kind(page: Page) -> str:
    return pages.Page("", _place(page), "").kind


def _finish(html: str, page: Page, config: MkDocsConfig) -> str:
    """A net below the checks, nothing of a block may be left as text; and terms that lead to the glossary."""
    for text in leftovers(html):
        log.warning("%s: “%s” stands in the page as text", page.file.src_uri, text)
    if _kind(page) not in EXPLAINED:
        return html
    address = "../" * page.url.removeprefix(f"{_language(config)}/").count("/") + "glossary.html"
    return glossary.mark(html, config.extra["glossary"], _language(config), address)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """What the template of this kind asks for; language links that stay on the page (i18n leaves its home absolute)."""
    navigation.name_sections(nav.items)
    for alternate in config.extra["alternate"]:
        if other := getattr(page.file, "alternates", {}).get(alternate["lang"]):
            alternate["link"] = other.url
    context.update(config.extra["curriculum"].context(_place(page)), kind=_kind(page))
    context["terms"] = sorted(glossary.names(config.extra["glossary"]).values(), key=lambda named: named.get(_language(config), "").lower())
    return {**context, **config.extra["notices"].context(_place(page))}


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Pages outside the nav (404) have sections with titles too."""
    navigation.name_sections(context["nav"].items)
    return context


def on_pre_template(template: Any, template_name: str, config: MkDocsConfig) -> Any:
    """The page for lost readers leads to each language's home: i18n left the links of the last page here."""
    if config.site_url:
        config.site_url = config.site_url.rstrip("/") + "/"
    if template_name == "404.html":
        i18n = _i18n(config)
        homes = {one["lang"]: i18n.get_language_config(one["lang"]).link for one in i18n.extra_alternate}
        config.extra["alternate"] = navigation.lead_home(i18n.extra_alternate, homes, config.site_url)
    return template


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """One page for lost readers, of the reference build; site_url goes back to how mike gave it."""
    if config.site_url and "MIKE_DOCS_VERSION" in os.environ:
        config.site_url = config.site_url.rstrip("/")
    if template_name in releases.FEEDS:
        own = _language(config) if _i18n(config).building else ""  # i18n makes all others inside the reference's build
        return releases.save(output, Path(config.site_dir, own, template_name))
    if template_name == "404.html":
        return "" if _i18n(config).building else search.point(navigation.absolute(output, ""), _language(config))
    return output


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Search in one language; absolute language links that the theme's script does not take for a sitemap's."""
    return search.point(navigation.absolute(output, page.canonical_url or ""), _language(config))


@event_priority(LATE)
def on_post_build(config: MkDocsConfig) -> None:
    """Last of all, once: search by language, then the PDFs, made from the pages that were just built."""
    i18n, site = _i18n(config), Path(config.site_dir)
    if i18n.building:
        return
    search.split(site, list(i18n.build_languages), i18n.default_language)
    social.save(site, _root(config), config.site_name, i18n.build_languages)
    if os.environ.get("PDF") != "no":
        _complain(publish.publish(site, _root(config)), config)
