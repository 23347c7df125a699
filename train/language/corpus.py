# Copyright 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0
"""Treebanks and named-entity sets as sentences, and the inventories of labels that the heads choose from."""
import re
import tarfile
import zlib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

NAME_KINDS = ("PER", "ORG", "LOC", "NAT")
NAME_MAP = {"per": "PER", "person": "PER", "org": "ORG", "organisation": "ORG", "organization": "ORG",
            "corporation": "ORG", "group": "ORG", "loc": "LOC", "location": "LOC", "locderiv": "NAT",
            "nationality": "NAT"}
MENTION_KINDS = ("O", *NAME_KINDS[:3])
GUM_KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}
SKIP = -100  # a label that says nothing: left out of the loss
NEWS = ("news", "interview", "speech")


@dataclass
class Sentence:
    """Words of one sentence; a layer that the source does not have is empty. heads: 0 is the root."""
    document: str
    words: list
    upos: list = field(default_factory=list)
    xpos: list = field(default_factory=list)
    feats: list = field(default_factory=list)
    lemmas: list = field(default_factory=list)
    heads: list = field(default_factory=list)
    relations: list = field(default_factory=list)
    names: list = field(default_factory=list)  # BIOES; None: unknown
    mentions: list = field(default_factory=list)  # kind of actor or place that a word is the head of, or O
    free: bool = True                          # the source states a licence


def read_conllu(path):
    """Sentences of a CoNLL-U file. Ranges of multi-word tokens and empty nodes are left out."""
    document, rows, sentences = path.stem, [], []

    def close():
        if rows:
            columns = list(zip(*rows))
            sentences.append(Sentence(document, list(columns[1]), list(columns[3]), list(columns[4]),
                                      list(columns[5]), list(columns[2]), [int(h) for h in columns[6]],
                                      list(columns[7])))
            if any("Entity=" in misc for misc in columns[9]) or "gum" in str(path).lower():
                sentences[-1].entities = list(columns[9])
            tags = [re.search(r"(?:^|\|)NE=([^|]+)", misc) for misc in columns[9]]
            if any(tags):
                sentences[-1].names = to_bioes([tag.group(1) if tag else "O" for tag in tags])
        rows.clear()

    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith("# newdoc id = "):
                document = line[14:]
            elif line.startswith("#"):
                continue
            elif not line:
                close()
            else:
                cells = line.split("\t")
                if cells[0].isdigit():
                    rows.append(cells)
    close()
    return sentences


def read_treebank(path):
    """Sentences of a CoNLL-U file whose last column has the names of all of them, "NE=B-PER", or of none."""
    sentences = read_conllu(path)
    if any(sentence.names for sentence in sentences):
        for sentence in sentences:
            sentence.names = sentence.names or ["O"] * len(sentence.words)
    return sentences


def read_words(path):
    """The words alone of a CoNLL-U file that the program wrote."""
    document, words, sentences = path.stem, [], []
    with open(path, encoding="utf-8") as file:
        for line in [*file, "\n"]:
            if line.startswith("# newdoc id = "):
                document = line[14:].rstrip("\n")
            elif line[0].isdigit():
                number, word, _ = line.split("\t", 2)
                if number.isdigit():
                    words.append(word)
            elif line == "\n" and words:
                sentences.append(Sentence(document, words))
                words = []
    return sentences


def to_bioes(tags):
    """IOB2 tags of any scheme of classes as BIOES over the four kinds; other classes are O."""
    kinds = []
    for tag in tags:
        prefix, _, kind = tag.partition("-")
        kind = NAME_MAP.get(kind.lower())
        kinds.append((prefix, kind) if kind else ("O", None))
    names = []
    for i, (prefix, kind) in enumerate(kinds):
        if not kind:
            names.append("O")
            continue
        begins = prefix == "B" or i == 0 or kinds[i - 1][1] != kind
        ends = i + 1 == len(kinds) or kinds[i + 1][1] != kind or kinds[i + 1][0] == "B"
        names.append(("S-" if begins and ends else "B-" if begins else "E-" if ends else "I-") + kind)
    return names


def spans_of(names):
    """(first, last, kind) of BIOES names, last inside; unknown and broken names are in none."""
    spans, begin = [], None
    for i, name in enumerate(names):
        prefix, _, kind = (name or "O").partition("-")
        if prefix in ("B", "S"):
            begin = i
        if prefix in ("E", "S") and begin is not None and names[begin][2:] == kind:
            spans.append((begin, i, kind))
        if prefix in ("E", "S", "O"):
            begin = None
    return spans


def agree_on_names(sentences):
    """One convention for sets that differ: a name that is a place more often than not is one everywhere, as in UNER
    (others make of a country that acts an organization), and a name ends before its genitive."""
    seen = {}
    for sentence in sentences:
        for first, last, kind in spans_of(sentence.names):
            seen.setdefault(" ".join(sentence.words[first:last + 1]), Counter())[kind] += 1
    for sentence in sentences:
        for first, last, kind in spans_of(sentence.names):
            kinds = seen[" ".join(sentence.words[first:last + 1])]
            if kind in ("ORG", "PER") and 2 * kinds["LOC"] >= sum(kinds.values()):
                kind = "LOC"
            if last > first and sentence.words[last] in ("'s", "’s"):
                sentence.names[last] = "O"
                last -= 1
            for i in range(first, last + 1):
                prefix = "S" if first == last else "B" if i == first else "E" if i == last else "I"
                sentence.names[i] = f"{prefix}-{kind}"


def read_names(path, free=True):
    """Sentences of a column file: word, tag, further columns that are not read."""
    sentences, words, tags = [], [], []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.strip() and not line.startswith("#"):
            cells = line.split("\t")
            words.append(cells[0])
            tags.append(cells[1])
        elif words:
            sentences.append(Sentence(f"{path.stem}-{len(sentences) // 20}", words, names=to_bioes(tags), free=free))
            words, tags = [], []
    return sentences


def entities_of_gum(sentence):
    """(first, last, kind, place of its head from 0) of each phrase that GUM marks; kind None: no person, organization
    or place."""
    open_spans = []
    for i, misc in enumerate(sentence.entities):
        found = re.search(r"(?:^|\|)Entity=([^|]+)", misc)
        if not found:
            continue
        for part in re.findall(r"\([^()]*\)?|\d+\)", found.group(1)):
            if part.startswith("("):
                # number, kind, status, salience, centering, numbers of the words that carry it, link, identity
                bits = part.strip("()").split("-")
                kind = GUM_KINDS.get(bits[1]) if len(bits) > 1 else None
                carries = bits[5].split(",")[0] if len(bits) > 5 else ""
                opened = (bits[0], i, kind, i + int(carries) - 1 if carries.isdigit() else None)
                if part.endswith(")"):
                    yield opened[1], i, *opened[2:]
                else:
                    open_spans.append(opened)
            else:
                number = part[:-1]
                for k in range(len(open_spans) - 1, -1, -1):
                    if open_spans[k][0] == number:
                        _, first, kind, head = open_spans.pop(k)
                        yield first, i, kind, head
                        break


def mentions_of_gum(sentence):
    """The kind of each word that is the head of a phrase for a person, an organization or a place, pronouns too;
    of two phrases with one head the longer one counts."""
    mentions, lengths = ["O"] * len(sentence.words), [0] * len(sentence.words)
    for first, last, kind, head in entities_of_gum(sentence):
        head = first if head is None or not first <= head <= last else head
        if last - first + 1 > lengths[head]:
            mentions[head], lengths[head] = kind or "O", last - first + 1
    return mentions


def names_of_gum(sentence):
    """Names in GUM, whose entities are phrases: a name is the run of proper nouns at the head of a phrase for a
    person, an organization or a place. Proper nouns elsewhere are unknown; all other words are no names."""
    size = len(sentence.words)
    names = [None if tag == "PROPN" else "O" for tag in sentence.upos]
    for i, (word, tag, xpos) in enumerate(zip(sentence.words, sentence.upos, sentence.xpos)):
        if tag == "ADJ" and word[:1].isupper() and i > 0:
            names[i] = None  # may be a nationality
    for first, last, kind, _ in entities_of_gum(sentence):
        mark_name(sentence, names, first, last, kind)
    assert len(names) == size
    return names


def mark_name(sentence, names, first, last, kind):
    if not kind:
        return
    inside = range(first, last + 1)
    heads = [i for i in inside if not first <= sentence.heads[i] - 1 <= last]
    if len(heads) != 1 or sentence.upos[heads[0]] != "PROPN":
        return
    head = heads[0]
    begin = end = head
    while end < last and sentence.upos[end + 1] == "PROPN" and sentence.heads[end + 1] - 1 == head and \
            sentence.relations[end + 1].startswith("flat"):
        end += 1
    while kind != "PER" and begin > first and sentence.upos[begin - 1] == "PROPN":
        begin -= 1
    if end < last and sentence.upos[end + 1] == "PROPN":
        return  # a longer name than was seen: unknown
    if kind == "PER" and begin > first and sentence.upos[begin - 1] == "PROPN":
        return  # a title or a first name: unknown
    for i in range(begin, end + 1):
        names[i] = ("S-" if begin == end else "B-" if i == begin else "E-" if i == end else "I-") + kind


def unpack(shared, work):
    for name in ("ewt", "gum", "ner", "news-unlabelled"):
        target = work / name.split("-")[0]
        if not target.is_dir():
            with tarfile.open(shared / "data/language" / f"{name}.tar.xz") as archive:
                archive.extractall(work)


def held_out(sentence, share=12):
    """A part of the training documents on which choices are made; never trained on while choosing."""
    return zlib.crc32(sentence.document.encode()) % share == 0


def load(shared, work):
    """{part: sentences}: train, ewt-dev, gum-dev, gum-news-dev, names, unstated (names without a licence)."""
    unpack(shared, work)
    gum_train = [s for path in sorted((work / "gum/train").glob("*.conllu")) for s in read_conllu(path)]
    gum_dev = [s for path in sorted((work / "gum/dev").glob("*.conllu")) for s in read_conllu(path)]
    for sentence in gum_train:
        sentence.names = names_of_gum(sentence)
    for sentence in gum_train + gum_dev:
        sentence.mentions = mentions_of_gum(sentence)
    names = [s for path in sorted((work / "ner").rglob("*.tsv")) for s in read_names(path)]
    return {
        "train": read_conllu(work / "ewt/train.conllu") + gum_train,
        "ewt-dev": read_conllu(work / "ewt/dev.conllu"),
        "gum-dev": gum_dev,
        "gum-news-dev": [s for s in gum_dev if s.document.split("_")[1] in NEWS],
        "names": names,
        "unstated": read_names(work / "ner/ewt-nner-train.conll", free=False),
        "uner-dev": read_uner(work / "ner/uner-ewt-dev.iob2"),
    }


def read_uner(path):
    sentences, words, tags = [], [], []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("#"):
            continue
        if line.strip():
            cells = line.split("\t")
            words.append(cells[1])
            tags.append(cells[2])
        elif words:
            sentences.append(Sentence("uner", words, names=to_bioes(tags)))
            words, tags = [], []
    return sentences


def script_of(form, lemma):
    """The edit script from a form to its lemma: case, bytes cut at the end, what is added; or the whole lemma.

    "c|n|s": case l (lower) or k (keep), n characters cut at the end, s added. "=lemma": the lemma itself.
    After Straka, Straková, Hajič (2019), UDPipe at SIGMORPHON 2019, without prefixes.
    """
    case = "k" if lemma != lemma.lower() or form == form.lower() else "l"
    if lemma == form:
        case = "k"
    base = form if case == "k" else form.lower()
    common = 0
    while common < min(len(base), len(lemma)) and base[common] == lemma[common]:
        common += 1
    if common == 0:
        return "=" + lemma
    return f"{case}|{len(base) - common}|{lemma[common:]}"


def apply_script(form, script):
    if script.startswith("="):
        return script[1:]
    case, cut, added = script.split("|", 2)
    base = form if case == "k" else form.lower()
    return (base[:len(base) - int(cut)] if int(cut) < len(base) else base[:1]) + added


class Inventory:
    """The labels of each head, most frequent first; what is seen less than twice is left out."""

    def __init__(self, sentences):
        def pick(values, least):
            return [value for value, count in sorted(Counter(values).items(), key=lambda v: (-v[1], v[0]))
                    if count >= least]
        trees = [s for s in sentences if s.upos]
        self.upos = sorted({tag for s in trees for tag in s.upos})
        self.xpos = pick((tag for s in trees for tag in s.xpos), 2)
        self.feats = pick((f for s in trees for f in s.feats), 2)
        self.relations = pick((r for s in trees for r in s.relations), 2)
        self.scripts = pick((script_of(f, l) for s in trees for f, l in zip(s.words, s.lemmas)), 3)
        self.names = ["O"] + [f"{prefix}-{kind}" for kind in NAME_KINDS for prefix in "BIES"]
        self.mentions = list(MENTION_KINDS) if any(s.mentions for s in sentences) else []
        self.index = {layer: {label: i for i, label in enumerate(getattr(self, layer))}
                      for layer in ("upos", "xpos", "feats", "relations", "scripts", "names", "mentions")}

    def sizes(self):
        """{layer: labels} of the layers that the data have labels for."""
        return {layer: len(labels) for layer, labels in self.index.items() if labels}
