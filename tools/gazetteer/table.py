# Copyright 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0
"""The bytes of data/places/gazetteer.bin; src/actor/gazetteer.h says what they mean."""
import struct
import unicodedata
from dataclasses import dataclass, field

LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}
SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
KINDS = ("region", "county", "capital", "seat", "city", "quarter")
CELLS = 4  # names a bucket, about


def fold_word(word):
    """Letters and digits alone, small and without marks: what src/actor/place_key.cc does."""
    out = []
    for c in unicodedata.normalize("NFD", word):
        c = c.lower()
        kind = unicodedata.category(c[0])
        if kind[0] in "LN" and kind != "Lm":  # a modifier is an apostrophe: "Kharkivʼ"
            out.append(LETTERS.get(c, c))
    return SHORT.get("".join(out), "".join(out))


def fold_name(name):
    """The key under which a name is found."""
    parted = "".join(" " if c.isspace() or c in "-‐‑–—/" else c for c in name)
    return " ".join(filter(None, map(fold_word, parted.split())))


def hash_key(key):
    """FNV-1a, 32 bits: base/hash.h."""
    value = 2166136261
    for byte in key.encode():
        value = ((value ^ byte) * 16777619) & 0xFFFFFFFF
    return value


def checksum(data):
    """FNV-1a over words of 8 bytes, little-endian; the rest counts as if zeros followed."""
    value = 0xCBF29CE484222325
    data += bytes(-len(data) % 8)
    for (word,) in struct.iter_unpack("<Q", data):
        value = ((value ^ word) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return value


@dataclass
class Place:
    name: str
    kind: str            # of KINDS
    country: str         # id of data/actors/states.tsv
    area: str            # its first-order unit, "US.AL", or empty
    lat: int             # 1e-5 degrees
    lon: int
    population: int = 0
    geonames: int = 0
    names: list = field(default_factory=list)  # further ones


class Texts:
    """Texts that end with a zero byte, each once."""
    def __init__(self):
        self.bytes, self.at = bytearray(), {}

    def add(self, text):
        if text not in self.at:
            self.at[text] = len(self.bytes)
            self.bytes += text.encode() + b"\0"
        return self.at[text]


def reach(towns):
    """How far the towns of a country reach: south, north, west, east, without far islands."""
    bounds = []
    for values in (sorted(t.lat for t in towns), sorted(t.lon for t in towns)):
        cut = len(values) // 50
        bounds += [values[cut], values[-1 - cut]]
    return bounds


def make_table(places, areas):
    """The file. `areas`: unit -> number of its own place, in the order in which they are numbered."""
    towns = {}
    for p in places:
        if p.kind not in ("region", "county"):
            towns.setdefault(p.country, []).append(p)
    countries = sorted(towns)
    number_of = {unit: i for i, unit in enumerate(areas)}
    texts, keys = Texts(), {}
    rows = bytearray()
    for i, p in enumerate(places):
        area = number_of.get(p.area, 0xFFFF)
        rows += struct.pack("<IiiIIHBB", p.geonames, p.lat, p.lon, p.population, texts.add(p.name), area,
                            countries.index(p.country), KINDS.index(p.kind))
        for key in {fold_name(name) for name in [p.name, *p.names]}:
            if key:
                keys.setdefault(key, []).append(i)
    size = 1
    while size * CELLS < len(keys):
        size *= 2
    buckets = [[] for _ in range(size)]
    for key in sorted(keys):
        buckets[hash_key(key) % size].append(key)
    starts, cells = [0], bytearray()
    for bucket in buckets:
        for key in bucket:
            at = texts.add(key)
            for place in keys[key]:  # the largest first: so are the places in order
                cells += struct.pack("<II", at, place)
        starts.append(len(cells) // 8)
    units = b"".join(struct.pack("<II", texts.add(unit), place) for unit, place in areas.items())
    lands = b"".join(struct.pack("<4s4i", c.encode(), *reach(towns[c])) for c in countries)
    body = b"".join([lands, units, bytes(rows),
                     struct.pack(f"<{len(starts)}I", *starts), bytes(cells), bytes(texts.bytes)])
    head = struct.pack("<8s6IQ", b"DMPLACE1", len(countries), len(areas), len(places), size,
                       len(cells) // 8, len(texts.bytes), checksum(body))
    return head + body, len(keys)
