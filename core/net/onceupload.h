#pragma once

#include <QIODevice>

namespace Core {

/// A request body that can be read once. When a connection breaks before the first byte of the
/// answer, QNetworkAccessManager silently sends the whole request again, up to three times,
/// and each is billed. It has to rewind the body for that, and this one refuses, so exactly
/// one copy goes out. QBuffer and QByteArray do not help: Qt knows how to rewind them.
class OnceUpload final : public QIODevice
{
    Q_OBJECT

public:
    OnceUpload(QByteArray body, QObject *owner);

    qint64 size() const override { return m_body.size(); }
    bool seek(qint64 position) override;
    bool reset() override { return seek(0); }

protected:
    qint64 readData(char *data, qint64 length) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_body;
    qint64 m_read = 0;
};

} // namespace Core
