// Runs a fuzz target without libFuzzer: the files named on the command line as they are, and
// then RUNS changed versions of each. The same changes every time, so that a failure can be
// repeated: FUZZER FILE… --runs N

#include <QByteArray>
#include <QFile>
#include <QList>

#include <cstdint>
#include <cstdio>
#include <random>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace {

/// What tends to hurt parsers of JSON.
const QByteArrayView tokens[] = {"{",
                                 "}",
                                 "[",
                                 "]",
                                 "\"",
                                 "\\",
                                 ",",
                                 ":",
                                 "null",
                                 "true",
                                 "1e999",
                                 "-",
                                 "[]",
                                 "{}",
                                 "\"\"",
                                 "\\ud83d",
                                 "\n",
                                 "\r\n",
                                 "\xff",
                                 "\x00",
                                 "\xed\xa0\x80",
                                 "},{",
                                 "\"id\":",
                                 "0",
                                 "123456789012345678901234567890"};

class Mutator
{
public:
    explicit Mutator(unsigned seed)
        : m_random(seed)
    {
    }

    QByteArray changed(QByteArray bytes)
    {
        const int changes = 1 + int(below(4));
        for (int i = 0; i < changes && !bytes.isEmpty(); ++i)
            change(bytes);
        return bytes;
    }

private:
    qsizetype below(qsizetype bound)
    {
        return qsizetype(m_random() % std::mt19937::result_type(bound));
    }

    void change(QByteArray &bytes)
    {
        const qsizetype at = below(bytes.size());
        const qsizetype length = below(std::min<qsizetype>(bytes.size() - at, 400)) + 1;
        switch (below(6)) {
        case 0:
            bytes[at] = char(below(256));
            break;
        case 1:
            bytes.remove(at, length);
            break;
        case 2:
            bytes.insert(below(bytes.size()), bytes.mid(at, length));
            break;
        case 3:
            bytes.insert(at, tokens[below(std::size(tokens))]);
            break;
        case 4:
            bytes.truncate(at);
            break;
        default:
            bytes.insert(at, QByteArray(length, "[{\" "[below(4)]));
        }
    }

    std::mt19937 m_random;
};

void run(const QByteArray &bytes)
{
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(bytes.constData()),
                           size_t(bytes.size()));
}

} // namespace

int main(int argc, char *argv[])
{
    QList<QByteArray> files;
    int runs = 0;
    for (int i = 1; i < argc; ++i) {
        if (qstrcmp(argv[i], "--runs") == 0 && i + 1 < argc) {
            runs = QByteArray(argv[++i]).toInt();
            continue;
        }
        QFile file(QString::fromLocal8Bit(argv[i]));
        if (!file.open(QIODevice::ReadOnly)) {
            std::fprintf(stderr, "cannot read %s\n", argv[i]);
            return 2;
        }
        files.append(file.readAll());
    }
    for (const QByteArray &bytes : files) {
        run(bytes);
        for (int seed = 1; seed <= runs; ++seed)
            run(Mutator(unsigned(seed)).changed(bytes));
    }
    return files.isEmpty() ? 2 : 0;
}
