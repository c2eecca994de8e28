package io.groundswell.testkit.run;

import io.groundswell.testkit.audit.Audit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a run did, and what the checker said at its end.
 *
 * @param recoverySeconds from each start after a kill to the first new commit, in order
 * @param fired how often each failpoint fired
 */
record RunReport(
        long seed,
        int kills,
        Map<String, Integer> fired,
        List<Double> recoverySeconds,
        double minutes,
        String machine,
        Audit audit) {

    RunReport {
        recoverySeconds = recoverySeconds.stream().sorted().toList();
    }

    /** Returns the seconds within which a share of the recoveries ended. */
    double recovery(double share) {
        int rank = (int) Math.ceil(share * recoverySeconds.size());
        return recoverySeconds.isEmpty() ? 0 : recoverySeconds.get(Math.max(0, rank - 1));
    }

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
        line(
                page,
                "recovery in s: median, p95, longest",
                String.format(Locale.ROOT, "%.1f, %.1f, %.1f", recovery(0.5), recovery(0.95), recovery(1)));
        page.append("\n| failpoint | fired |\n| --- | --- |\n");
        fired.forEach((name, times) -> line(page, "`" + name + "`", times));
        return page.toString();
    }

    private static void line(StringBuilder page, String name, Object value) {
        page.append("| ").append(name).append(" | ").append(value).append(" |\n");
    }
}
