package io.groundswell.app.command;

import io.groundswell.app.CommonOptions;
import io.groundswell.app.Context;
import io.groundswell.model.Run;
import io.groundswell.model.TrendCalibration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code calibrate-trends}. */
@Command(
        name = "calibrate-trends",
        description = {
            "Finds the threshold of alarms for a wanted number of false alarms a day, for windows of each width.",
            "It is found on null replays of what was counted, in which each term is shifted by its own number of whole"
                    + " weeks, or days where there are fewer than four weeks; other null replays say how many false"
                    + " alarms it gives. 'detect-trends' uses it from then on."
        })
public final class CalibrateTrendsCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Option(
            names = "--false-alarms-a-day",
            paramLabel = "N",
            description = "Wanted, in windows of each width (setting calibration.false-alarms).")
    private Double falseAlarms;

    @Option(
            names = "--replays",
            paramLabel = "N",
            description = "Null replays, of which half are for checking (setting calibration.replays).")
    private Integer replays;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of the shifts (setting calibration.seed).")
    private Long seed;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = MomentConverter.class,
            description = "The first moment of received time whose decisions are made by it, such as"
                    + " 2026-03-01T12:00:00Z (default: behind the newest decision; while 'detect-trends' runs, a minute"
                    + " from now or from the newest received time).")
    private Instant from;

    @Override
    public Integer call() {
        Map<String, String> flags = new LinkedHashMap<>();
        put(flags, "calibration.false-alarms", falseAlarms);
        put(flags, "calibration.replays", replays);
        put(flags, "calibration.seed", seed);
        Context context = common.context(flags);
        List<TrendCalibration> found = new ArrayList<>();
        Run run = context.run(context.jobs().calibrateTrends(Optional.ofNullable(from), found::add));
        new CalibrationReport(run, found).tell(context.output());
        return 0;
    }

    private static void put(Map<String, String> flags, String key, Number value) {
        if (value != null) {
            flags.put(key, value.toString());
        }
    }
}
