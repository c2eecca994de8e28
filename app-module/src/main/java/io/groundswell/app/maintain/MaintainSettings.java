package io.groundswell.app.maintain;

import io.groundswell.table.Catalogue;
import io.groundswell.table.TableSpec;
import io.groundswell.upkeep.Compaction;
import io.groundswell.upkeep.Retention;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code maintain} does beside vacuuming. By default no row and no segment goes.
 *
 * @param smallFiles {@code maintain.small-files}: so many small files make it pay to compact a table
 * @param fileBytes {@code maintain.file-bytes}: about what a file holds that is made of them; one of less than a quarter is
 *     small
 * @param retention {@code maintain.retention}: of tables, such as {@code ops.runs=90d}: how much older than its newest row a
 *     row may be
 * @param spoolAfter {@code maintain.spool-after}: how long a segment of the spool stays that is landed; empty for ever
 */
public record MaintainSettings(int smallFiles, long fileBytes, List<String> retention, Optional<Duration> spoolAfter) {
    public static final MaintainSettings DEFAULT = new MaintainSettings(
            Compaction.DEFAULT.leastFiles(), Compaction.DEFAULT.fileBytes(), List.of(), Optional.empty());

    private static final Pattern ENTRY = Pattern.compile("([a-z_.]+)\\s*=\\s*([1-9]\\d{0,4})([dh])");
    private static final Duration LEAST_ROWS = Duration.ofDays(1);
    private static final Duration LEAST_SEGMENT = Duration.ofHours(1);
    private static final long LEAST_FILE = 1 << 20;

    public MaintainSettings {
        retention = List.copyOf(retention);
        if (smallFiles < 2) {
            throw new IllegalArgumentException("maintain.small-files must be >= 2, was " + smallFiles);
        }
        if (fileBytes < LEAST_FILE) {
            throw new IllegalArgumentException(
                    "maintain.file-bytes must be >= %d, was %d".formatted(LEAST_FILE, fileBytes));
        }
        if (spoolAfter.isPresent() && spoolAfter.get().compareTo(LEAST_SEGMENT) < 0) {
            throw new IllegalArgumentException(
                    "maintain.spool-after must be 1h or more, or empty, was " + spoolAfter.get());
        }
        retention.forEach(MaintainSettings::parse);
    }

    Compaction compaction() {
        return new Compaction(smallFiles, fileBytes);
    }

    /** Returns a table's retention; empty where all rows stay. */
    Optional<Retention> retentionOf(TableSpec spec) {
        return retention.stream()
                .map(MaintainSettings::parse)
                .filter(entry -> entry.care().spec().equals(spec))
                .map(Entry::retention)
                .findFirst();
    }

    private record Entry(Care care, Retention retention) {}

    private static Entry parse(String text) {
        Matcher parts = ENTRY.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "maintain.retention must list a table and a time each, such as ops.runs=90d, was '" + text + "'");
        }
        String table = parts.group(1);
        Care care = Catalogue.find(table)
                .map(Care::of)
                .orElseThrow(() -> new IllegalArgumentException(
                        "maintain.retention names %s, and there is no such table".formatted(table)));
        String column = care.ageBy()
                .orElseThrow(() -> new IllegalArgumentException(
                        "maintain.retention can't name %s: %s".formatted(table, care.whyKept())));
        long number = Long.parseLong(parts.group(2));
        Duration keep = parts.group(3).equals("d") ? Duration.ofDays(number) : Duration.ofHours(number);
        if (keep.compareTo(LEAST_ROWS) < 0) {
            throw new IllegalArgumentException("maintain.retention of %s must be 1d or more".formatted(table));
        }
        return new Entry(care, new Retention(column, keep));
    }
}
