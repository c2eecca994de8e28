package io.groundswell.app.command;

import io.groundswell.app.output.Output;
import io.groundswell.app.output.TextTable;
import io.groundswell.model.Run;
import io.groundswell.model.TrendCalibration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says which thresholds were found, and how sure they are. */
record CalibrationReport(Run run, List<TrendCalibration> found) {

    void tell(Output output) {
        Map<String, Object> document = JobReport.document(run);
        document.put(
                "calibrations", found.stream().map(CalibrationReport::document).toList());
        output.result(document, out -> {
            out.println(JobReport.line(run));
            out.println();
            TextTable table = new TextTable(
                    "window",
                    "threshold",
                    "wanted a day",
                    "found on",
                    "held out",
                    "95 %",
                    "days",
                    "shifted by",
                    "terms");
            found.forEach(its -> table.row(
                    its.windowWidth() / 60 + " min",
                    "%.2f".formatted(its.threshold()),
                    "%.2f".formatted(its.wantedPerDay()),
                    "%.2f".formatted(its.foundPerDay()),
                    "%.2f".formatted(its.falseAlarmsPerDay()),
                    "%.2f to %.2f".formatted(its.falseAlarmsLow(), its.falseAlarmsHigh()),
                    its.days(),
                    its.shiftDays() == 1 ? "days" : "weeks",
                    its.terms()));
            out.println(table.render("  "));
            found.stream()
                    .findFirst()
                    .ifPresent(its -> out.printf(
                            "%n  Decisions from %s on are made by them. Of the days the first %d are for learning.%n",
                            its.validFrom(), its.learnDays()));
        });
    }

    private static Map<String, Object> document(TrendCalibration its) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("scope", its.scope());
        document.put("window_width", its.windowWidth());
        document.put("valid_from", its.validFrom().toString());
        document.put("scorer_version", its.scorerVersion());
        document.put("conditions", its.conditions());
        document.put("wanted_per_day", its.wantedPerDay());
        document.put("threshold", its.threshold());
        document.put("found_per_day", its.foundPerDay());
        document.put("false_alarms_per_day", its.falseAlarmsPerDay());
        document.put("false_alarms_low", its.falseAlarmsLow());
        document.put("false_alarms_high", its.falseAlarmsHigh());
        document.put("held_out_alarms", its.heldOutAlarms());
        document.put("held_out_days", its.heldOutDays());
        document.put("counts_from", its.countsFrom().toString());
        document.put("counts_through", its.countsThrough().toString());
        document.put("days", its.days());
        document.put("learn_days", its.learnDays());
        document.put("null_replays", its.nullReplays());
        document.put("held_out_replays", its.heldOutReplays());
        document.put("shift_days", its.shiftDays());
        document.put("seed", its.seed());
        document.put("terms", its.terms());
        document.put("counts_version", its.countsVersion());
        return document;
    }
}
