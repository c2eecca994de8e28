package io.groundswell.app.evaluate;

import io.groundswell.trends.evaluate.Comparison.RatePoint;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Charts of what scorers find against the false alarms that they raise. */
record Curves(List<Compared> scorers) {
    private static final String FALSE_ALARMS = "false alarms a day without trends";
    private static final double SHOWN_EXCESS = 24;

    Curves {
        scorers = List.copyOf(scorers);
    }

    void add(Html html) {
        html.chart(new LineChart(FALSE_ALARMS, "recall", 1, lines(RatePoint::recall)));
        html.chart(new LineChart(
                FALSE_ALARMS,
                "median excess in windows, missed trends with their whole length",
                SHOWN_EXCESS,
                lines(RatePoint::medianExcess)));
    }

    private List<LineChart.Line> lines(ToDoubleFunction<RatePoint> value) {
        return scorers.stream()
                .map(scorer -> new LineChart.Line(
                        scorer.scorer(),
                        scorer.comparison().curve().stream()
                                .map(point -> new LineChart.Point(point.falseADay(), value.applyAsDouble(point)))
                                .filter(point -> Double.isFinite(point.y()))
                                .toList()))
                .toList();
    }
}
