package io.groundswell.app.evaluate;

import static io.groundswell.app.evaluate.Html.number;

import io.groundswell.trends.evaluate.Calibration;
import io.groundswell.trends.evaluate.Comparison;
import io.groundswell.trends.evaluate.Judgement;
import java.util.List;

/**
 * How one scorer does.
 *
 * @param scorer its name
 * @param checkedADay false alarms a day of its threshold on posts that it was not found on
 */
record Compared(String scorer, Comparison comparison, double checkedADay) {
    private static final double MEDIAN = 0.5;
    private static final double LATE = 0.9;

    /** Returns cells: scorer, threshold, false alarms a day where it was found, and where it was checked. */
    List<String> threshold() {
        Calibration calibration = comparison.calibration();
        return List.of(
                scorer,
                number(calibration.threshold(), 2),
                number(calibration.falseAlarmsADay(), 2),
                number(checkedADay, 2));
    }

    /** Returns the cell of a quantile of the excess. */
    private String excess(double quantile) {
        return number(judgement().excess(quantile), 0);
    }

    /** Returns cells: median and 90th percentile of the excess. */
    List<String> excess() {
        return List.of(excess(MEDIAN), excess(LATE));
    }

    Judgement judgement() {
        return comparison.judgement();
    }
}
