package io.groundswell.ingest.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.ingest.parse.ChangeColumns;
import io.groundswell.ingest.parse.ColumnSettings;
import io.groundswell.ingest.parse.PostFormat;
import io.groundswell.ingest.parse.PostFormats;
import io.groundswell.ingest.parse.Reading;
import io.groundswell.ingest.simulate.wire.CsvFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The same posts, whatever the wire: but for what a format can't say. */
class SameInEachFormatTest {
    private static final int POSTS = 50_000;
    private static final int WIDE = 10_000;
    private static final Map<String, List<Said>> EXPECTED = new HashMap<>();
    private static final ColumnSettings COLUMNS =
            new ColumnSettings("id", "text", "created_at", "author_id", "lang", "hashtags", CsvFormat.HEADER, ",");

    /** What there is to compare of a post; null and empty where the format can't say. */
    private record Said(
            String op,
            String id,
            Instant createdAt,
            Instant changedAt,
            String text,
            String kind,
            String language,
            List<String> tags,
            List<String> mentions,
            List<String> links) {
        static Said of(Reading.Change change) {
            Reading.Content content = change.content();
            return new Said(
                    change.op(),
                    change.postId().replaceFirst("^at://.*/", ""),
                    change.createdAt(),
                    change.changedAt(),
                    content == null ? null : content.text(),
                    content == null ? null : content.kind(),
                    content == null ? null : content.language(),
                    content == null || content.tags() == null ? List.of() : content.tags(),
                    content == null ? List.of() : content.mentions(),
                    content == null ? List.of() : content.links());
        }

        Said with(Instant created, Instant changed, String newKind, List<String> newMentions) {
            return new Said(op, id, created, changed, text, newKind, language, tags, newMentions, links);
        }
    }

    @Test
    void jetstreamKnowsNoRepostsAndMentionsAccountsByTheirId() throws IOException {
        Function<Said, Said> sayable = said ->
                said.with(said.createdAt(), said.changedAt(), said.kind() == null ? null : notARepost(said), List.of());

        assertSame("jetstream", 1, sayable);
    }

    @Test
    void mastodonTellsNoTimeOfDeletions() throws IOException {
        assertSame(
                "mastodon",
                1,
                said -> said.with(
                        said.createdAt(),
                        said.op().equals("deleted") ? null : said.changedAt(),
                        said.kind(),
                        said.mentions()));
    }

    @Test
    void theArchiveOfXTellsSeconds() throws IOException {
        assertSame(
                "x-v1",
                0, // it knows no edits
                said -> said.with(
                        said.createdAt().truncatedTo(ChronoUnit.SECONDS),
                        said.changedAt().truncatedTo(ChronoUnit.SECONDS),
                        said.kind(),
                        said.mentions()));
    }

    @Test
    void flumeWrapsWhatXSays() throws IOException {
        assertSame("flume", 1, said -> said);
    }

    @Test
    void flatJsonTellsNoKindsMentionsAndLinks() throws IOException {
        assertSame("json", 1, said -> mapped(said, said.text()));
    }

    @Test
    void csvTellsNoLineBreaksEither() throws IOException {
        assertSame(
                "csv",
                1,
                said -> mapped(said, said.text() == null ? null : said.text().replace('\n', ' ')));
    }

    private static Said mapped(Said said, String text) {
        return new Said(
                said.op(),
                said.id(),
                said.createdAt(),
                said.changedAt(),
                text,
                said.kind() == null ? null : "post",
                said.language(),
                said.tags(),
                List.of(),
                List.of());
    }

    private static String notARepost(Said said) {
        return said.kind().equals("repost") ? "post" : said.kind();
    }

    private static void assertSame(String format, double faults, Function<Said, Said> sayable) throws IOException {
        assertSame(expected("day", POSTS, faults), read("day", POSTS, format, faults), sayable);
        // In every script.
        assertSame(expected("rough", WIDE, faults), read("rough", WIDE, format, faults), sayable);
    }

    private static void assertSame(List<Said> expected, List<Said> found, Function<Said, Said> sayable) {
        assertThat(found).hasSameSizeAs(expected).hasSizeGreaterThanOrEqualTo(WIDE);
        int compared = 0;
        for (int i = 0; i < found.size(); i++) {
            // A fault draws one of the fields that a format must have, so a broken frame may be broken in one alone.
            if (found.get(i) != null && expected.get(i) != null) {
                assertThat(sayable.apply(tellable(found.get(i)))).isEqualTo(sayable.apply(tellable(expected.get(i))));
                compared++;
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(found.size() * 99 / 100);
    }

    /** An edit on X tells when its post was written to the second, so each format's is compared to the second. */
    private static Said tellable(Said said) {
        return said.op().equals("edited")
                ? said.with(
                        said.createdAt().truncatedTo(ChronoUnit.SECONDS),
                        said.changedAt(),
                        said.kind(),
                        said.mentions())
                : said;
    }

    /** Returns what X says, which is read once. */
    private static List<Said> expected(String profile, int posts, double faults) throws IOException {
        String key = profile + faults;
        if (!EXPECTED.containsKey(key)) {
            EXPECTED.put(key, read(profile, posts, "x", faults));
        }
        return EXPECTED.get(key);
    }

    /** Returns what each frame says, in their order; null of one that is rejected. */
    private static List<Said> read(String profile, int posts, String name, double faults) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        new Simulator(new SimulationSettings(
                        profile, posts, 0.12, 5, Instant.parse("2026-03-01T00:00:00Z"), 0, faults, name))
                .writeLines(lines);
        PostFormat format = new PostFormats(COLUMNS, new ChangeColumns("op", "changed_at"))
                .named(name)
                .orElseThrow();
        List<Said> said = new ArrayList<>();
        byte[] bytes = lines.toByteArray();
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                Reading reading = format.read(Arrays.copyOfRange(bytes, from, i));
                said.add(reading instanceof Reading.Change change ? Said.of(change) : null);
                from = i + 1;
            }
        }
        assertThat(said.stream().filter(Objects::nonNull).count()).isGreaterThan(posts - 100);
        return said;
    }
}
