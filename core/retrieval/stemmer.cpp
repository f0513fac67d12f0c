#include "core/retrieval/stemmer.h"

#include <libstemmer.h>

#include <memory>

namespace Core {

namespace {

struct StemmerDeleter
{
    void operator()(sb_stemmer *stemmer) const { sb_stemmer_delete(stemmer); }
};

} // namespace

QByteArrayView englishStem(QByteArrayView word)
{
    thread_local const std::unique_ptr<sb_stemmer, StemmerDeleter> stemmer(
        sb_stemmer_new("english", "UTF_8"));
    if (!stemmer) // out of memory; the word itself still matches itself
        return word;
    const auto *stem = sb_stemmer_stem(
        stemmer.get(), reinterpret_cast<const sb_symbol *>(word.data()), int(word.size()));
    return stem
        ? QByteArrayView(reinterpret_cast<const char *>(stem), sb_stemmer_length(stemmer.get()))
        : word;
}

} // namespace Core
