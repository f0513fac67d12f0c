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
import itertools
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
VERSION = 8
HEAD_SIZE = 128  # bytes
MASK64 = (1 << 64) - 1
MASK32 = (1 << 32) - 1
ID_BITS = 18  # of a slot; the rest is a fingerprint
NONE = (1 << ID_BITS) - 1  # no token
FINGERPRINT = 24  # where in the hash it is
SHORT = 15  # bytes of a token that has a key
LONG_BITS = 13

# The same odd numbers as in core/tokens/piecekey.h and vocabulary.cpp.
FIRST_KEY = 0x9E3779B97F4A7C15
SECOND_KEY = 0xC2B2AE3D27D4EB4F
PILOT_KEY = 0xA0761D6478BD642F
BORDER_KEY = 0xE7037ED1A0B428DB
PAIR_KEY = 0xCD613E30D8F16ADF
SPLIT_BITS = 13
PAIR_BITS = 15  # of a pair's hash: its bucket
SIEVE_BITS = 6  # the next ones: its place in the bucket's sieve
SPREAD_BITS = 18  # of a pair's hash, after its bucket: spread over the slots
ORDER_BITS = 28  # of a slot of a pair: what it merges into, in the order of ranks
ORDER_SHIFT = 6
ORDER_START = 1 << 23
SEAM_KEY = 0x9E3779B1
THREE_BITS = 11  # of the hash of three bytes that a merge joins: its word
FOUR_BITS = 12  # of four


def words(of16):
    return int.from_bytes(of16[:8], "little"), int.from_bytes(of16[8:16], "little")


def key_of(token):
    """A short token as 16 bytes, the last of which is its length."""
    return token.ljust(SHORT, b"\0") + bytes([len(token)])


def hash_of(of16):
    low, high = words(of16)
    return ((low ^ low >> 32) * FIRST_KEY + (high ^ high >> 32) * SECOND_KEY) & MASK64


def place(key, pilot, count):
    return (((key ^ pilot * PILOT_KEY) & MASK64) * PILOT_KEY & MASK64) * count >> 64


def perfect_hash(hashes, slot_count, pilot_bits):
    """Which slot each hash has to itself, and the pilots that it is found by."""
    buckets = [[] for _ in range(1 << pilot_bits)]
    for number, key in enumerate(hashes):
        buckets[key >> (64 - pilot_bits)].append((key, number))
    slots = [None] * slot_count
    pilots = array.array("H", [0]) * len(buckets)
    for index in sorted(range(len(buckets)), key=lambda i: -len(buckets[i])):
        bucket = buckets[index]
        for pilot in range(1 << 16):
            places = [place(key, pilot, slot_count) for key, _ in bucket]
            if len(set(places)) == len(places) and all(slots[p] is None for p in places):
                break
        else:
            raise SystemExit("no pilot found: take more slots")
        pilots[index] = pilot
        for where, (_, number) in zip(places, bucket):
            slots[where] = number
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


def piece_table(tokens, pilot_bits):
    """Finds a short token by its bytes: its id with a fingerprint of its hash."""
    short = [(hash_of(key_of(token)), number) for number, token in enumerate(tokens) if len(token) <= SHORT]
    slots, pilots = perfect_hash([key for key, _ in short], len(short) * 20 // 19, pilot_bits)
    mask = 0xFFFFFFFF >> ID_BITS
    return array.array("I", [0xFFFFFFFF if index is None else
                             (short[index][0] >> FINGERPRINT & mask) << ID_BITS | short[index][1]
                             for index in slots]), pilots


def sieve_of(hashes):
    """A word for every bucket with a bit for each of its pairs. Most pairs that merge into nothing
    find none."""
    sieve = array.array("Q", [0]) * (1 << PAIR_BITS)
    for key in hashes:
        sieve[key >> (64 - PAIR_BITS)] |= 1 << (key >> (64 - PAIR_BITS - SIEVE_BITS) & 63)
    return sieve


def displaced(hashes, slot_count):
    """Which slot each pair's hash has to itself, and the pilots that it is found by."""
    buckets = [[] for _ in range(1 << PAIR_BITS)]
    for number, key in enumerate(hashes):
        spread = key >> (64 - PAIR_BITS - SPREAD_BITS) & ((1 << SPREAD_BITS) - 1)
        buckets[key >> (64 - PAIR_BITS)].append((spread, number))
    slots = [None] * slot_count
    pilots = array.array("H", [0]) * len(buckets)
    for index in sorted(range(len(buckets)), key=lambda i: -len(buckets[i])):
        bucket = buckets[index]
        if len({spread for spread, _ in bucket}) != len(bucket):
            raise SystemExit("two pairs cannot be told apart: take another PAIR_KEY")
        for pilot in range(1 << 16):
            places = [(spread ^ pilot) * slot_count >> SPREAD_BITS for spread, _ in bucket]
            if all(slots[p] is None for p in places) and len(set(places)) == len(places):
                break
        else:
            raise SystemExit("no pilot found: take more slots")
        pilots[index] = pilot
        for where, (_, number) in zip(places, bucket):
            slots[where] = number
    return slots, pilots


def pair_table(splits):
    """Finds what two tokens merge into: both, and the result as a number that can be compared."""
    pairs = [(left, right, number) for number, (left, right) in enumerate(splits) if number not in (left, right)]
    hashes = [(left << ID_BITS | right) * PAIR_KEY & MASK64 for left, right, _ in pairs]
    spare = 79 if len(pairs) < 4 << PAIR_BITS else 13  # small buckets find a place among few free slots
    slots, pilots = displaced(hashes, len(pairs) + len(pairs) // spare)
    pack = lambda left, right, number: \
        (left << ID_BITS | right) << ORDER_BITS | (number << ORDER_SHIFT) + ORDER_START
    packed = [pack(*pair) for pair in pairs] + [pack(NONE, NONE, NONE)]
    return array.array("Q", [packed[-1 if index is None else index] for index in slots]), pilots, sieve_of(hashes)


def ascii_pairs(tokens, ids, splits):
    """For every two ASCII bytes the token of both; the first token that is made of a longer one ending
    with the left byte and of the right byte; and the first of the left byte and a longer one that
    begins with the right byte. In one word, the first lowest."""
    both, by_left, by_right = ([NONE] * (1 << 14) for _ in range(3))
    for number, (left, right) in enumerate(splits):
        if number in (left, right):
            continue
        ends = tokens[left][-1] << 7 | tokens[right][0]
        if tokens[left][-1] > 127 or tokens[right][0] > 127:
            continue
        if len(tokens[right]) == 1 < len(tokens[left]):
            by_left[ends] = min(by_left[ends], number)
        if len(tokens[left]) == 1 < len(tokens[right]):
            by_right[ends] = min(by_right[ends], number)
        if len(tokens[number]) == 2:
            both[ends] = number
    return array.array("Q", [pair | left << ID_BITS | right << 2 * ID_BITS
                             for pair, left, right in zip(both, by_left, by_right)])


def long_tokens(tokens):
    """The tokens without a key: grouped by their first 16 bytes, the last of a group marked, with
    their texts; and a table from the hash of those bytes to the first of each group."""
    order = sorted((n for n, token in enumerate(tokens) if len(token) > SHORT), key=lambda n: tokens[n][:16])
    offsets, texts, heads = {}, b"", array.array("H", [0xFFFF]) * (1 << LONG_BITS)
    groups = [tokens[number][:16] for number in order] + [None]
    marked = [number | (groups[i] != groups[i + 1]) << 31 for i, number in enumerate(order)]
    for position, number in enumerate(order):
        offsets[number] = len(texts)
        texts += tokens[number]
        if position and groups[position - 1] == groups[position]:
            continue
        slot = hash_of(groups[position]) >> (64 - LONG_BITS)
        while heads[slot] != 0xFFFF:
            slot = (slot + 1) % len(heads)
        heads[slot] = position
    return array.array("I", marked), heads, texts + bytes(16), offsets


def character_length(lead):
    return 1 if lead < 0x80 else 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4


def is_continuation(byte):
    return byte & 0xC0 == 0x80


def borders_within(token):
    """The neighbouring characters that the token joins, as (left, right); each whole, or as
    much of it as the token has."""
    starts = [i for i, byte in enumerate(token) if not is_continuation(byte)]
    for number, start in enumerate(starts):
        if start > 0:
            yield token[starts[number - 1] if number else 0 : start], token[start : start + character_length(token[start])]


def bit_table(borders, bits):
    table = bytearray(1 << (bits - 3))
    for left, right in borders:
        key = int.from_bytes(left, "little") << 32 | int.from_bytes(right, "little")
        where = (key * BORDER_KEY & MASK64) >> (64 - bits)
        table[where >> 3] |= 1 << (where & 7)
    return bytes(table)


def border_tables(tokens):
    """Two sets of hashed borders: those between whole characters that some token joins, with the
    logarithm of how many bits it has, and those that some token joins without having both
    characters whole.

    A border between an ASCII character and a longer one is left out of the first, since it is
    always taken to be joined. In the second, the last byte of a left character stands for all that
    end with it, and the first byte of a right character for all that begin with it, where a
    token has only that."""
    joined, split = set(), set()
    for left, right in {border for token in tokens for border in borders_within(token)}:
        left_is_whole = not is_continuation(left[0])
        right_is_whole = len(right) == character_length(right[0])
        if not (left_is_whole and right_is_whole):
            split.add((left if left_is_whole else left[-1:], right if right_is_whole else right[:1]))
        elif not (left[0] < 0x80 <= right[0]):
            joined.add((left, right))
    joined_bits = (len(joined) * 20).bit_length()  # so that few of them are set
    return joined_bits, bit_table(joined, joined_bits), bit_table(split, SPLIT_BITS)


def seam_tables(tokens, splits):
    """Two sets of hashed bytes around the seam of a merge, ASCII only: two bits for every three of
    them, whether a first byte is merged with what begins with the other two, and whether what ends with
    the first two is merged with a last byte; and a bit for every four, whether what ends with the
    first two is merged with what begins with the last two. Each is at two places of a word, which
    few others share."""
    threes, fours = (array.array("Q", [0]) * (1 << bits) for bits in (THREE_BITS, FOUR_BITS))
    for number, (left, right) in enumerate(splits):
        around = tokens[left][-2:] + tokens[right][:2]
        if number in (left, right) or len(around) < 3 or max(around) > 127:
            continue
        key = int.from_bytes(around.rjust(4, b"\0"), "little") * SEAM_KEY & MASK32
        if len(around) == 4:
            rest = key >> (32 - FOUR_BITS - 12)
            fours[key >> (32 - FOUR_BITS)] |= 1 << (rest >> 6 & 63) | 1 << (rest & 63)
        else:
            rest = key >> (32 - THREE_BITS - 10)
            side = 1 if len(tokens[left]) == 1 else 2
            threes[key >> (32 - THREE_BITS)] |= side << 2 * (rest >> 5 & 31) | side << 2 * (rest & 31)
    return threes.tobytes(), fours.tobytes()


def checksum(data):
    """Words of eight bytes, in four sums that each turn and multiply."""
    sums = [FIRST_KEY, SECOND_KEY, PILOT_KEY, BORDER_KEY]
    for number, word in enumerate(array.array("Q", data)):
        turned = sums[number % 4]
        turned = (turned << 29 | turned >> 35) & MASK64
        sums[number % 4] = (turned ^ word) * PAIR_KEY & MASK64
    return sums[0] ^ sums[1] >> 1 ^ sums[2] >> 2 ^ sums[3] >> 3


def make_vocabulary(name, tokens):
    ids = {token: number for number, token in enumerate(tokens)}
    splits = [(number, number) if len(token) == 1 else last_merge(token, number, ids)
              for number, token in enumerate(tokens)]
    long_order, long_heads, long_texts, long_offsets = long_tokens(tokens)
    records = b"".join(key_of(token) if len(token) <= SHORT
                       else struct.pack("<QIxxxB", long_offsets[number], 0, len(token))
                       for number, token in enumerate(tokens))
    pilot_bits = (len(tokens) // 4).bit_length() - 1
    pieces, piece_pilots = piece_table(tokens, pilot_bits)
    pairs, pair_pilots, pair_sieve = pair_table(splits)
    joined_bits, joined, split = border_tables(tokens)
    sections = [
        array.array("I", [ids[bytes([byte])] for byte in range(256)]).tobytes(),
        records,
        pieces.tobytes(),
        piece_pilots.tobytes(),
        pairs.tobytes(),
        pair_pilots.tobytes(),
        pair_sieve.tobytes(),
        ascii_pairs(tokens, ids, splits).tobytes(),
        joined,
        split,
        *seam_tables(tokens, splits),
        long_order.tobytes(),
        long_heads.tobytes(),
        long_texts,
    ]
    fields = [len(tokens), pilot_bits, len(pieces), len(pairs), joined_bits]
    at = HEAD_SIZE
    body, offsets = b"", []
    for section in sections:
        padding = -at % 64
        offsets.append(at + padding)
        body += bytes(padding) + section
        at += padding + len(section)
    body += bytes(-at % 64)
    contents = struct.pack(f"<{len(fields + offsets)}I", *fields, *offsets)
    contents = contents.ljust(HEAD_SIZE - 24, b"\0") + body
    head = struct.pack("<4IQ", MAGIC, VERSION, 24 + len(contents), 0, checksum(contents))
    (HERE / f"{name}.bin").write_bytes(head + contents)
    print(f"{name}.bin: {len(tokens)} tokens, {24 + len(contents)} bytes")


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
