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
SPELT = {  # from there on a word counts as the number it names: English, French, Danish
    13: "thirteen treize tretten", 14: "fourteen quatorze fjorten", 15: "fifteen quinze femten", 16: "sixteen seize seksten",
    17: "seventeen dix-sept sytten", 18: "eighteen dix-huit atten", 19: "nineteen dix-neuf nitten", 20: "twenty vingt tyve",
    30: "thirty trente tredive", 40: "forty quarante fyrre", 50: "fifty cinquante halvtreds", 60: "sixty soixante tres",
    70: "seventy soixante-dix halvfjerds", 80: "eighty quatre-vingts firs", 90: "ninety quatre-vingt-dix halvfems",
}  # fmt: skip
NAMED = {word: str(number) for number, words in SPELT.items() for word in words.split()}
WORD = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(NAMED, key=len, reverse=True))})(?![\w-])", re.I)


def numbers(text: str) -> tuple[Counter[str], list[str]]:
    """Numbers from 13 on and decimals as every language counts them, and times of day on a dial of twelve hours."""
    text = WORD.sub(lambda word: NAMED[word[0].lower()], GROUPED.sub("", text.replace("½", ".5")))
    clocks = [(int(h or kl or alone), minutes or "00") for h, minutes, kl, alone in CLOCK.findall(text)]
    times = sorted(f"{hour % 12}.{minutes}" for hour, minutes in clocks if hour <= 24)
    longer = [f"{hour + int(minutes) / 60:g}" for hour, minutes in clocks if hour > 24]
    plain = [number.replace(",", ".") for number in NUMBER.findall(CLOCK.sub(" ", text))]
    return Counter(longer + [one for one in plain if float(one) >= SMALL or ("." in one and not one.endswith(".5"))]), times
