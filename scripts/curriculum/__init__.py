"""The machinery of the curriculum, in plain Python: it knows nothing of MkDocs.

In reading order: what a complaint is (`problems`), where the settings stand (`settings`), the words of a language
(`words`), a page (`pages`) and its front matter (`facts`); the grammar of its blocks (`grammar`, `blocks`, `shape`)
and how they become HTML (`written`, `fields`, `lessons`, `order`, `parts`, `markup`); the curriculum that the pages
make together (`model`, `builder`), its timetables (`timetable`, `calendars`) and what does not fit in it (`fit`,
`bones`, `outline`, `links`; `audit` asks all who complain); whether a translation says what its reference says
(`matching`, `numerals`, `parity`; `stamps`, `translations`) and what its reader is told (`notices`); what strangers
and programs are told (`releases`, `social`, `structured`); and what is made from the built pages: `search`, and PDFs:
what can be printed (`printables`, `leads`), in which editions (`editions`), bound into packs and books (`packs`,
`handbook`), as jobs (`jobs`, `publish`) for the press (`engine`, `pdf`, `breaks`, `proof`, `finish`, `widgets`), told
on the pages (`announce`). What has not changed is `kept` from build to build.
"""
