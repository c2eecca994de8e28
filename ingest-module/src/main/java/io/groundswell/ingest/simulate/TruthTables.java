package io.groundswell.ingest.simulate;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.ingest.simulate.plan.PlantedTrend;
import io.groundswell.ingest.simulate.plan.Rhythm;
import io.groundswell.model.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The truth as tables, one file of JSON lines each, in a folder of their own: what they hold stands in docs/simulator.md. A
 * table without rows is an empty file.
 */
record TruthTables(Path folder) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration WINDOW = Duration.ofMinutes(5);

    /** Returns the tables that belong to a truth: {@code truth.tables} beside {@code truth.json}. */
    static TruthTables of(Path truth) {
        String stem = truth.getFileName().toString().replaceFirst("[.]json$", "");
        return new TruthTables(truth.toAbsolutePath().resolveSibling(stem + ".tables"));
    }

    void write(Truth truth) throws IOException {
        Files.createDirectories(folder);
        Rhythm rhythm = truth.settings().extent().rhythm();
        write("trends", truth.planted().trends().stream().map(TruthTables::trend));
        write("trend_windows", truth.planted().trends().stream().flatMap(trend -> windows(trend, rhythm)));
        write(
                "base_terms",
                truth.planted().bases().stream()
                        .map(base -> row(
                                "kind", Term.HASHTAG,
                                "term", base.term(),
                                "language", base.language(),
                                "authors", base.authors())));
        write(
                "recurring",
                truth.planted().recurring().stream()
                        .map(tag -> row(
                                "kind", Term.HASHTAG,
                                "term", tag.term(),
                                "start", tag.start(),
                                "end", tag.end(),
                                "peak_authors", tag.peak(),
                                "authors", tag.authors())));
        write(
                "swarms",
                truth.planted().swarms().stream()
                        .map(swarm -> row(
                                "kind", Term.HASHTAG,
                                "term", swarm.term(),
                                "start", swarm.start(),
                                "end", swarm.end(),
                                "authors", swarm.authors(),
                                "posts", swarm.posts(),
                                "texts", swarm.texts())));
        write(
                "outages",
                truth.outages().stream()
                        .map(outage -> row(
                                "source", truth.settings().format(),
                                "start", outage.start(),
                                "end", outage.end(),
                                "backlog", outage.backlog(),
                                "frames", outage.frames())));
        write(
                "topics",
                truth.topics().stream().flatMap(topic -> ranked("topic", topic.topic(), "word", topic.words())));
        write(
                "communities",
                truth.communities().stream()
                        .flatMap(one -> ranked("community", one.community(), "hashtag", one.hashtags())));
    }

    private static Map<String, Object> trend(PlantedTrend trend) {
        return row(
                "kind", Term.HASHTAG,
                "term", trend.term(),
                "language", trend.language(),
                "words", trend.words(),
                "strength", trend.strength().name(),
                "shape", trend.shape(),
                "start", trend.start(),
                "peak", trend.peak(),
                "end", trend.end(),
                "base_authors", trend.strength().base(),
                "peak_authors", trend.strength().peak(),
                "authors", trend.authors());
    }

    /** Returns what is expected of a trend in each window that it touches. */
    private static Stream<Map<String, Object>> windows(PlantedTrend trend, Rhythm rhythm) {
        long width = WINDOW.toSeconds();
        List<Map<String, Object>> rows = new ArrayList<>();
        Instant from = Instant.ofEpochSecond(Math.floorDiv(trend.start().getEpochSecond(), width) * width);
        for (Instant at = from; at.isBefore(trend.end()); at = at.plus(WINDOW)) {
            rows.add(row(
                    "kind",
                    Term.HASHTAG,
                    "term",
                    trend.term(),
                    "window_start",
                    at,
                    "base_authors",
                    trend.strength().base() * rhythm.factor(at.plus(WINDOW.dividedBy(2))),
                    "trend_authors",
                    trend.authorsUntil(at.plus(WINDOW)) - trend.authorsUntil(at)));
        }
        return rows.stream();
    }

    private static Stream<Map<String, Object>> ranked(String key, int number, String name, List<String> values) {
        return IntStream.range(0, values.size())
                .mapToObj(rank -> row(key, number, "rank", rank + 1, name, values.get(rank)));
    }

    /** Returns a row of names and values in turn; times and names of constants as text. */
    private static Map<String, Object> row(Object... cells) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            Object value = cells[i + 1];
            row.put((String) cells[i], value instanceof Instant || value instanceof Enum ? value.toString() : value);
        }
        return row;
    }

    private void write(String table, Stream<Map<String, Object>> rows) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Map<String, Object> row : rows.toList()) {
            lines.append(JSON.writeValueAsString(row)).append('\n');
        }
        Files.writeString(folder.resolve(table + ".ndjson"), lines);
    }
}
