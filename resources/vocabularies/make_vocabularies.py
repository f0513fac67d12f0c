#!/usr/bin/env python3
"""Makes the tables that core/tokens is built with.

    make_vocabularies.py FOLDER     FOLDER holds cl100k_base.tiktoken and o200k_base.tiktoken

writes cl100k_base.bin and o200k_base.bin beside this script (linked into the program as they
are, see core/tokens/vocabulary.h for what is in them) and core/tokens/unicodeclasses.h.
The same input gives the same bytes.
"""

import array
import base64
import hashlib
import pathlib
import struct
import sys

HERE = pathlib.Path(__file__).resolve().parent
CLASSES_HEADER = HERE.parent.parent / "core" / "tokens" / "unicodeclasses.h"

SOURCES = {
    "cl100k_base": "223921b76ee99bde995b7ff738513eef100fb51d18c93597a113bcffe865b2a7",
    "o200k_base": "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d",
}

MAGIC = 0x4B544B53  # "SKTK"
VERSION = 1
MASK64 = (1 << 64) - 1
ID_BITS = 18  # of a slot; the rest is a fingerprint

# The two hashes and the place of a key, the same as in core/tokens/vocabulary.h.
FIRST_KEY = 0x9E3779B97F4A7C15
SECOND_KEY = 0xC2B2AE3D27D4EB4F
PAIR_KEY = 0xD6E8FEB86659FD93
PILOT_KEY = 0xA0761D6478BD642F


def folded_product(a, b):
    product = a * b
    return (product ^ (product >> 64)) & MASK64


def word_at(token, at):
    return int.from_bytes(token[at : at + 8], "little")


def piece_hash(token):
    result = folded_product(word_at(token, 0) ^ FIRST_KEY, word_at(token, 8) ^ len(token) << 56 ^ SECOND_KEY)
    for at in range(16, len(token), 8):
        result = folded_product(result ^ word_at(token, at), SECOND_KEY)
    return result


def pair_hash(left, right):
    return folded_product((left << 32 | right) ^ FIRST_KEY, PAIR_KEY)


def place(key, pilot, slot_count):
    return (((key ^ pilot * PILOT_KEY) & MASK64) * PILOT_KEY & MASK64) * slot_count >> 64


def perfect_hash(keys, slot_bits, pilot_bits):
    """Slots and pilots so that every key has a slot of its own. keys[id] is the hash of id, or None."""
    slot_count = 1 << slot_bits
    buckets = [[] for _ in range(1 << pilot_bits)]
    for number, key in enumerate(keys):
        if key is not None:
            buckets[key >> (64 - pilot_bits)].append((key, number))
    slots = array.array("I", [0xFFFFFFFF]) * slot_count
    pilots = array.array("H", [0]) * len(buckets)
    for index in sorted(range(len(buckets)), key=lambda i: -len(buckets[i])):
        bucket = buckets[index]
        for pilot in range(1 << 16):
            places = [place(key, pilot, slot_count) for key, _ in bucket]
            if len(set(places)) == len(places) and all(slots[p] == 0xFFFFFFFF for p in places):
                break
        else:
            raise SystemExit("no pilot found: take more slots")
        pilots[index] = pilot
        for where, (key, number) in zip(places, bucket):
            slots[where] = (key & ((1 << (32 - ID_BITS)) - 1)) << ID_BITS | number
    return slots, pilots


def read_tokens(path, expected):
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != expected:
        raise SystemExit(f"{path} is not the pinned vocabulary")
    tokens = []
    for line in content.splitlines():
        text, rank = line.split()
        assert int(rank) == len(tokens), "ranks are expected in order, without holes"
        tokens.append(base64.b64decode(text))
    return tokens


def last_merge(token, number, ids):
    """The two tokens that merge into this one. There is always exactly one such pair."""
    parts = [token[i : i + 1] for i in range(len(token))]
    while len(parts) > 2:
        ranks = [ids.get(parts[i] + parts[i + 1], number) for i in range(len(parts) - 1)]
        lowest = min(ranks)
        assert lowest < number, "a token that merging never makes"
        at = ranks.index(lowest)
        parts[at : at + 2] = [parts[at] + parts[at + 1]]
    return ids[parts[0]], ids[parts[1]]


def longest_by_start(tokens):
    """The length of the longest token that begins with these two bytes, or 0."""
    longest = array.array("B", [0]) * (1 << 16)
    for token in tokens:
        if len(token) > 1:
            start = token[0] | token[1] << 8
            longest[start] = max(longest[start], len(token))
    return longest


def make_vocabulary(name, tokens):
    ids = {token: number for number, token in enumerate(tokens)}
    splits = [(number, number) if len(token) == 1 else last_merge(token, number, ids)
              for number, token in enumerate(tokens)]
    slot_bits = max(len(tokens) * 5 // 4, 1).bit_length()
    if 1 << (slot_bits - 1) >= len(tokens) * 5 // 4:
        slot_bits -= 1
    pieces, piece_pilots = perfect_hash([piece_hash(token) for token in tokens], slot_bits, slot_bits - 3)
    pairs, pair_pilots = perfect_hash(
        [None if len(token) == 1 else pair_hash(*splits[number]) for number, token in enumerate(tokens)],
        slot_bits, slot_bits - 3)

    offsets = array.array("I", [0])
    for token in tokens:
        offsets.append(offsets[-1] + len(token))
    bytes_to_id = array.array("I", [ids[bytes([byte])] for byte in range(256)])
    sections = [
        bytes_to_id.tobytes(),
        offsets.tobytes(),
        array.array("I", [half for split in splits for half in split]).tobytes(),
        pieces.tobytes(),
        piece_pilots.tobytes(),
        pairs.tobytes(),
        pair_pilots.tobytes(),
        longest_by_start(tokens).tobytes(),
        b"".join(tokens) + bytes(16),  # words are read past the last token
    ]
    head = [MAGIC, VERSION, len(tokens), slot_bits]
    at = 4 * (len(head) + len(sections))
    body = b""
    for section in sections:
        padding = -at % 64
        head.append(at + padding)
        body += bytes(padding) + section
        at += padding + len(section)
    (HERE / f"{name}.bin").write_bytes(struct.pack(f"<{len(head)}I", *head) + body)
    print(f"{name}.bin: {len(tokens)} tokens, {at} bytes")


CLASS_BITS = {"Lu": 1, "Lt": 1, "Ll": 2, "Lm": 4, "Lo": 4, "Mn": 8, "Mc": 8, "Me": 8,
              "Nd": 16, "Nl": 16, "No": 16, "White_Space": 32}
NEWLINE = 64
BLOCK = 256


def read_classes():
    classes = bytearray(0x110000)
    for line in (HERE / "classes.txt").read_text().splitlines():
        if line.startswith("#"):
            continue
        span, name = line.split()
        first, last = (int(end, 16) for end in span.split(".."))
        for code in range(first, last + 1):
            classes[code] |= CLASS_BITS[name]
    for newline in b"\r\n":
        classes[newline] |= NEWLINE
    return bytes(classes)


def rows(values):
    return ",\n".join("    " + ", ".join(str(v) for v in values[i : i + 24]) for i in range(0, len(values), 24))


def make_classes():
    classes = read_classes()
    blocks, index = [], []
    for at in range(0, len(classes), BLOCK):
        block = classes[at : at + BLOCK]
        if block not in blocks:
            blocks.append(block)
        index.append(blocks.index(block))
    CLASSES_HEADER.write_text(f"""#pragma once

#include <cstdint>

// Made by resources/vocabularies/make_vocabularies.py from classes.txt (Unicode 16.0.0); not edited by hand.

namespace Core {{

/// What the patterns of the vocabularies ask of a character. No bit: a symbol.
namespace CharacterClass {{
enum : std::uint8_t {{
    Upper = 1, ///< upper case or title case
    Lower = 2,
    OtherLetter = 4, ///< modifier letters and scripts without case
    Letter = 7,
    Mark = 8,
    Number = 16,
    Blank = 32, ///< White_Space
    Newline = 64, ///< carriage return and line feed, which are blanks too
}};
}}

// clang-format off
/// The block of classBlocks for each {BLOCK} code points.
inline constexpr std::uint8_t classIndex[{len(index)}] = {{
{rows(index)}
}};

inline constexpr std::uint8_t classBlocks[{len(blocks)}][{BLOCK}] = {{
""" + ",\n".join("{\n" + rows(block) + "}" for block in blocks) + """
};
// clang-format on

} // namespace Core
""")
    print(f"{CLASSES_HEADER.name}: {len(blocks)} blocks")


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    make_classes()
    for name, digest in SOURCES.items():
        make_vocabulary(name, read_tokens(pathlib.Path(sys.argv[1]) / f"{name}.tiktoken", digest))


if __name__ == "__main__":
    main()
