"""The machine under the PDFs, without loading it: which versions decide what the same words look like on paper."""

import ctypes
from functools import cache
from importlib.metadata import version

PACKAGES = ("weasyprint", "pydyf", "fonttools", "tinycss2", "tinyhtml5", "cssselect2", "Pyphen", "Pillow", "pypdfium2")
# System libraries, and the function that tells the version. Without the last one the same input gives other bytes.
LIBRARIES = {
    "libpango-1.0.so.0": "pango_version_string",
    "libpangoft2-1.0.so.0": "",
    "libharfbuzz.so.0": "hb_version_string",
    "libharfbuzz-subset.so.0": "",
}
APT = "apt-get install --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


@cache
def versions() -> str:
    """One line a package and library; OSError if a library is missing."""
    told = [f"{name} {version(name)}" for name in PACKAGES]
    for name, function in LIBRARIES.items():
        library = ctypes.CDLL(name)
        if function:
            ask = getattr(library, function)
            ask.restype = ctypes.c_char_p
            told.append(f"{name} {ask().decode()}")
    return "\n".join(told)
