// Measures how long the charts of the costs take to be drawn anew, with a year of days of eight
// models in them.
//
// QT_QPA_PLATFORM=offscreen bench_charts

#include "ui/base/stackchart.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int runs = 21;
constexpr int days = 365;
constexpr int models = 8;

double median(const std::function<void()> &work)
{
    QList<double> times;
    for (int i = 0; i < runs; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        times += double(timer.nsecsElapsed()) / 1e6;
    }
    std::sort(times.begin(), times.end());
    return times[runs / 2];
}

StackData year()
{
    StackData data{.unit = u"US dollars"_s,
                   .label = [](double value, double) { return QString::number(value); }};
    for (int model = 0; model < models; ++model)
        data.bars += {u"model %1"_s.arg(model), QColor::fromHsv(model * 40, 160, 180), {}};
    StackData::Line line{u"spent"_s, Qt::red, Qt::SolidLine, {}};
    for (int day = 0; day < days; ++day) {
        data.labels += QString::number(day);
        data.tips += QString::number(day);
        for (int model = 0; model < models; ++model)
            data.bars[model].values += 10 + (day * 7 + model * 3) % 90;
        line.values += day * 3;
    }
    data.lines += line;
    return data;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    StackChart chart;
    chart.resize(1200, 280);
    chart.show();
    QCoreApplication::processEvents();
    const StackData data = year();
    QImage image(chart.size(), QImage::Format_ARGB32_Premultiplied);
    std::printf("%d bars of %d series, %d x %d\n", days, models, chart.width(), chart.height());
    std::printf("new figures:  %6.2f ms\n", median([&] { chart.setData(data); }));
    std::printf("painted anew: %6.2f ms\n", median([&] {
                    QPainter painter(&image);
                    chart.render(&painter);
                }));
    return 0;
}
