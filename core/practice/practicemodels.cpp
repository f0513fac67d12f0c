#include "core/practice/practicemodels.h"

using namespace Qt::Literals::StringLiterals;

namespace Core {

const QList<PracticeModel> &practiceModels()
{
    static const QList<PracticeModel> all = {
        {u"practice-small"_s, 8'192},
        {u"practice"_s, 128'000},
        {u"practice-large"_s, 1'048'576},
        {practiceEmbeddingModel(), 0},
    };
    return all;
}

std::optional<PracticeModel> practiceModel(QStringView id)
{
    for (const PracticeModel &model : practiceModels()) {
        if (model.id == id)
            return model;
    }
    return std::nullopt;
}

QString practiceEmbeddingModel()
{
    return u"practice-embedding"_s;
}

} // namespace Core
