# Copyright 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0
"""Words as WordPiece numbers (uncased) with the shape of the word beside them, as src/infer does it."""
import unicodedata

CLS, SEP, UNK, MASK, PAD = 101, 102, 100, 103, 0
PIECES_A_WORD = 12    # longer words are cut: no word says more in its thirteenth piece
PIECE_CHARS = 100     # as in BERT: a longer run of letters is unknown
# Shapes of words, which the uncased vocabulary does not see.
SHAPES = ("none", "lower", "capital", "upper", "letter", "mixed", "number", "digits", "mark")
DIGITS = "0123456789"
STRAIGHT = str.maketrans("‘’“”", "''\"\"")  # the treebanks know few other marks


def shape_of(word):
    """Number in SHAPES; "none" is for the marks around a sentence."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 6 if any(c in DIGITS for c in word[:2]) else 8
    if any(c in DIGITS for c in word):
        return 7
    upper = [c for c in letters if c.isupper()]
    if not upper:
        return 1
    if len(letters) == 1:
        return 4
    if len(upper) == len(letters):
        return 3
    return 2 if letters[0].isupper() and len(upper) == 1 else 5


def is_punctuation(c):
    o = ord(c)
    if 33 <= o <= 47 or 58 <= o <= 64 or 91 <= o <= 96 or 123 <= o <= 126:
        return True
    return unicodedata.category(c).startswith("P")


def is_cjk(c):
    o = ord(c)
    return 0x4E00 <= o <= 0x9FFF or 0x3400 <= o <= 0x4DBF or 0x20000 <= o <= 0x2FA1F or 0xF900 <= o <= 0xFAFF


def parts_of(word):
    """What is matched by itself: runs of letters in lower case without accents, and each mark."""
    text = "".join(c for c in unicodedata.normalize("NFD", word.lower().translate(STRAIGHT))
                   if unicodedata.category(c) != "Mn")
    parts, last = [], ""
    for c in text:
        if c.isspace() or unicodedata.category(c) in ("Cc", "Cf"):
            last = ""
        elif is_punctuation(c) or is_cjk(c):
            parts.append(c)
            last = ""
        else:
            if last:
                parts[-1] += c
            else:
                parts.append(c)
            last = c
    return parts


class WordPiece:
    """Greedy longest match over BERT's vocabulary (Wu et al. 2016); a word gives at least one piece."""

    def __init__(self, vocabulary):
        self.index = {piece: i for i, piece in enumerate(vocabulary)}
        self.cache = {}

    def cut(self, word):
        if word not in self.cache:
            if len(self.cache) > 200000:
                self.cache.clear()
            self.cache[word] = self.find(word)
        return self.cache[word]

    def find(self, word):
        numbers = [n for part in parts_of(word) for n in self.match(part)][:PIECES_A_WORD]
        return numbers or [UNK]

    def match(self, part):
        if len(part) > PIECE_CHARS:
            return [UNK]
        numbers, begin = [], 0
        while begin < len(part):
            end = len(part)
            while end > begin:
                number = self.index.get(("##" if begin else "") + part[begin:end])
                if number is not None:
                    break
                end -= 1
            if end == begin:
                return [UNK]
            numbers.append(number)
            begin = end
        return numbers
