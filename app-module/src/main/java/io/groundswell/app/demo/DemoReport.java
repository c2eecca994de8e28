package io.groundswell.app.demo;

import io.groundswell.app.finding.CommunityFinding;
import io.groundswell.app.finding.StoryTable;
import io.groundswell.app.finding.ThresholdNote;
import io.groundswell.app.finding.TopicFinding;
import io.groundswell.app.finding.TrendFinding;
import io.groundswell.app.output.Moment;
import io.groundswell.app.output.Sparkline;
import io.groundswell.app.output.TextTable;
import io.groundswell.app.settings.LakeSettings;
import io.groundswell.table.Lake;
import java.io.PrintStream;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The demo's result as a page of text. */
public record DemoReport(DemoResult result) {
    private static final int TRENDS = 15;
    private static final int TOPIC_WORDS = 8;

    public void print(PrintStream out) {
        out.printf(
                "%n  %,d posts in %.0f seconds%s%n",
                result.posts(),
                result.seconds(),
                result.rejectedFrames() == 0
                        ? ", no frame rejected"
                        : ", %,d frames rejected (%s)".formatted(result.rejectedFrames(), counts(result.rejected())));
        trends(out);
        stories(out);
        topics(out);
        communities(out);
        result.check().ifPresent(check -> check.print(out));
        steps(out);
        next(out);
    }

    static String counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> "%s %,d".formatted(count.getKey(), count.getValue()))
                .collect(Collectors.joining(", "));
    }

    private void trends(PrintStream out) {
        heading(
                out,
                "Trending",
                "by the evidence of the strongest window: distinct authors against what its history foresaw; times in UTC");
        if (result.trends().isEmpty()) {
            out.println("  Nothing rose above its own history.");
            return;
        }
        TextTable table =
                new TextTable("trend", "kind", "alarmed at", "peak from", "window", "seen", "expected", "evidence", "");
        List<TrendFinding> shown = result.trends().stream().limit(TRENDS).toList();
        shown.forEach(trend -> table.row(
                trend.kind().equals("hashtag") ? "#" + trend.display() : trend.display(),
                trend.kind(),
                Moment.minute(trend.alarmedAt()),
                Moment.minute(trend.peakAt()),
                trend.width().truncatedTo(ChronoUnit.MINUTES).toMinutes() + " min",
                trend.observed(),
                "%.1f".formatted(trend.expected()),
                trend.evidenceText(),
                Sparkline.of(trend.series())));
        out.println(table.render("  "));
        out.printf("%n  %s%n", new ThresholdNote(shown).line());
    }

    private void stories(PrintStream out) {
        if (!result.stories().isEmpty()) {
            heading(out, "Stories", "trends that belong together, by the authors of their largest window");
            out.println(new StoryTable(result.stories()).render("  "));
        }
    }

    private void topics(PrintStream out) {
        heading(out, "Topics", "words by weight; coherence is NPMI on posts held out");
        TextTable table = new TextTable("label", "posts", "coherence", "words");
        for (TopicFinding topic : result.topics()) {
            List<String> words = topic.words().stream().limit(TOPIC_WORDS).toList();
            table.row(topic.label(), topic.posts(), "%.2f".formatted(topic.coherence()), String.join(" ", words));
        }
        out.println(table.render("  "));
    }

    private void communities(PrintStream out) {
        if (result.communities().isEmpty()) {
            heading(out, "Hashtags that hang together", "none: too few posts share two hashtags");
            return;
        }
        CommunityFinding first = result.communities().get(0);
        heading(
                out,
                "Hashtags that hang together",
                "graph of %s, modularity %.2f".formatted(first.window().words(), first.modularity()));
        TextTable table = new TextTable("tags", "by PageRank");
        result.communities()
                .forEach(community -> table.row(
                        community.size(),
                        community.tags().stream().map(tag -> "#" + tag).collect(Collectors.joining(" "))));
        out.println(table.render("  "));
    }

    private void steps(PrintStream out) {
        heading(
                out,
                "Steps",
                "%.1f s in all; what needs nothing of each other ran side by side".formatted(result.seconds()));
        TextTable table = new TextTable("step", "seconds", "rows");
        result.steps().forEach(step -> table.row(step.name(), "%.1f".formatted(step.seconds()), counts(step.rows())));
        out.println(table.render("  "));
    }

    private void next(PrintStream out) {
        heading(out, "Next", "the tables are Delta tables below " + result.lake());
        String option = isDefaultLake() ? "" : " --lake " + result.lake();
        String tag = result.communities().stream()
                .flatMap(community -> community.tags().stream())
                .findFirst()
                .orElse("TAG");
        out.printf("  ./groundswell tables%s%n", option);
        out.printf("  ./groundswell trends%s%n", option);
        out.printf("  ./groundswell stories%s%n", option);
        out.printf("  ./groundswell related %s%s%n", tag, option);
        out.printf("  ./groundswell export gold.trends --to trends.ndjson%s%n", option);
        out.printf("  notebooks/first-look.ipynb reads the same tables from Python%n%n");
    }

    private boolean isDefaultLake() {
        return result.lake().equals(new Lake(LakeSettings.DEFAULT.root()).root());
    }

    private static void heading(PrintStream out, String title, String note) {
        out.printf("%n%s%n  %s%n%n", title, note);
    }
}
