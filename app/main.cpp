#include <QCoreApplication>

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("skein"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SKEIN_VERSION));
    return 0;
}
