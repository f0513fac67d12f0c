#pragma once

#include <QList>
#include <QString>
#include <QStringView>

#include <optional>

namespace Core {

/// A model of the practice provider. There is no model behind it; they differ in their window.
struct PracticeModel
{
    QString id;
    int window = 0; ///< tokens; 0: an embedding model
};

const QList<PracticeModel> &practiceModels();
std::optional<PracticeModel> practiceModel(QStringView id);

/// The only one that answers /v1/embeddings.
QString practiceEmbeddingModel();

} // namespace Core
