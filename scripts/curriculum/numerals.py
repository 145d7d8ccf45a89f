"""Numbers as every language counts them, however it writes thousands, decimals and times of day."""

import re
from collections import Counter

BLANK = "[ \u00a0\u202f]?"
CLOCK = re.compile(  # 9.30, 9:30, 9 h 30, kl. 9, 9 pm; a decimal of two digits looks the same and is compared in the same way
    rf"(?<![\w.,])(?:(?:kl\.{BLANK})?(\d+)(?:[.:,]|{BLANK}h{BLANK})([0-5]\d)(?![\d.,]*\d|{BLANK}%)|kl\.{BLANK}(\d+)|(\d+)(?={BLANK}(?:h|[ap]\.?m\.?)\b))"
)
GROUPED = re.compile(r"(?<=\d)[ \u00a0\u202f.,’](?=\d{3}(?!\d))")
NUMBER = re.compile(r"(?<![\w-])\d+(?:[.,]\d+)?")
SMALL = 13  # below, a language may prefer a word


def numbers(text: str) -> tuple[Counter[str], list[str]]:
    """Numbers from 13 on and decimals as every language counts them, and times of day on a dial of twelve hours."""
    text = GROUPED.sub("", text.replace("½", ".5"))
    clocks = [(int(h or kl or alone), minutes or "00") for h, minutes, kl, alone in CLOCK.findall(text)]
    times = sorted(f"{hour % 12}.{minutes}" for hour, minutes in clocks if hour <= 24)
    longer = [f"{hour + int(minutes) / 60:g}" for hour, minutes in clocks if hour > 24]
    plain = [number.replace(",", ".") for number in NUMBER.findall(CLOCK.sub(" ", text))]
    return Counter(longer + [one for one in plain if float(one) >= SMALL or ("." in one and not one.endswith(".5"))]), times
