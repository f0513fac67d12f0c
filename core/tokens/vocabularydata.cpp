#include "core/tokens/vocabularydata.h"

// The tables go into the read-only segment as they are in the file, so that they are shared
// between processes and only the pages that are used are ever read.
// clang-format off
asm(".section .rodata\n"
    ".balign 64\n"
    ".global skeinCl100kTable\n"
    "skeinCl100kTable:\n"
    ".incbin \"" VOCABULARIES "/cl100k_base.bin\"\n"
    ".balign 64\n"
    ".global skeinO200kTable\n"
    "skeinO200kTable:\n"
    ".incbin \"" VOCABULARIES "/o200k_base.bin\"\n"
    ".text\n");
// clang-format on
