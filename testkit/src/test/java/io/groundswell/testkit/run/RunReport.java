package io.groundswell.testkit.run;

import io.groundswell.testkit.audit.Audit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a run did, and what the checker said at its end.
 *
 * @param recoverySeconds from each start after a kill to the first new commit, by job
 * @param fired how often each failpoint fired
 */
record RunReport(
        long seed,
        int kills,
        Map<String, Integer> fired,
        Map<String, List<Double>> recoverySeconds,
        double minutes,
        String machine,
        Audit audit) {

    static String thisMachine() {
        return "%d cores, %s %s, Java %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        System.getProperty("java.version"));
    }

    /** Returns the report as a page in Markdown. */
    String page() {
        StringBuilder page = new StringBuilder("# Reliability\n\nWritten by a run of `mvn verify -Preliability`; ")
                .append("`docs/reliability-testing.md` says what it does. Nothing here is written by hand.\n\n")
                .append("| | |\n| --- | --- |\n");
        line(page, "seed", seed);
        line(page, "machine", machine);
        line(page, "minutes", "%.1f".formatted(minutes));
        line(page, "frames offered", audit.frames());
        line(page, "random kills", kills);
        line(
                page,
                "failpoints fired",
                fired.values().stream().mapToInt(Integer::intValue).sum());
        line(page, "lost", audit.lost());
        line(page, "doubled", audit.doubled());
        line(page, "phantom", audit.phantom());
        line(page, "unaccounted", audit.unaccounted());
        line(page, "unsettled", audit.unsettled());
        line(page, "gold mismatch", "%d of %d rows".formatted(audit.mismatched(), audit.compared()));
        recovery(
                page,
                "recovery",
                recoverySeconds.values().stream().flatMap(List::stream).toList());
        recoverySeconds.forEach((job, seconds) -> recovery(page, "recovery of `" + job + "`", seconds));
        page.append("\n| failpoint | fired |\n| --- | --- |\n");
        fired.forEach((name, times) -> line(page, "`" + name + "`", times));
        return page.toString();
    }

    private static void recovery(StringBuilder page, String name, List<Double> seconds) {
        List<Double> sorted = seconds.stream().sorted().toList();
        line(
                page,
                name + " in s: median, p95, longest of " + sorted.size(),
                String.format(
                        Locale.ROOT, "%.1f, %.1f, %.1f", within(0.5, sorted), within(0.95, sorted), within(1, sorted)));
    }

    /** Returns the seconds within which a share of the recoveries ended. */
    private static double within(double share, List<Double> sorted) {
        return sorted.isEmpty() ? 0 : sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }

    private static void line(StringBuilder page, String name, Object value) {
        page.append("| ").append(name).append(" | ").append(value).append(" |\n");
    }
}
