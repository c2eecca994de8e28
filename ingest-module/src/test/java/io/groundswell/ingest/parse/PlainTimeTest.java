package io.groundswell.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Java's own formatter is the oracle. */
class PlainTimeTest {
    @Test
    void readsWhatTheFormatterReads() {
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            long seconds = random.nextLong(
                    Instant.parse("0000-01-01T00:00:00Z").getEpochSecond(),
                    Instant.parse("9999-12-31T23:59:59Z").getEpochSecond());
            Instant time = Instant.ofEpochSecond(seconds, random.nextInt(3) == 0 ? 0 : random.nextInt(1_000_000_000));
            assertThat(PlainTime.parse(time.toString())).isEqualTo(time);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01T12:00:00.1Z",
                "2026-03-01T12:00:00.12345Z",
                "2024-02-29T23:59:59Z",
                "2026-03-01T12:00:00.000Z"
            })
    void readsEachLengthOfAFraction(String text) {
        assertThat(PlainTime.parse(text)).isEqualTo(Instant.parse(text));
    }

    /** Whatever it doesn't read is left to the formatter, so it may never read what the formatter refuses. */
    @Test
    void readsNothingThatTheFormatterRefusesOrReadsOtherwise() {
        Random random = new Random(2);
        String letters = "0123456789-T:.Z 6";
        int refused = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder("2026-02-28T23:59:59.123456Z");
            for (int change = random.nextInt(3); change >= 0; change--) {
                text.setCharAt(random.nextInt(text.length()), letters.charAt(random.nextInt(letters.length())));
            }
            Instant plain = PlainTime.parse(text.toString());
            refused += plain == null ? 1 : 0;
            if (plain != null) {
                assertThat(plain).as(text.toString()).isEqualTo(oracle(text.toString()));
            }
        }
        assertThat(refused).isBetween(1, 199_999);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-03-01T12:00:00",
                "2026-03-01T12:00Z",
                "2026-03-01T12:00:00.Z",
                "2026-03-01T12:00:00,5Z",
                "2026-03-01T12:00:00.1234567890Z",
                "2026-03-01T12:00:00+01:00",
                "2023-02-29T00:00:00Z",
                "2026-00-01T00:00:00Z",
                "2026-03-01T24:00:00Z",
                "2016-12-31T23:59:60Z",
                "٢٠٢٦-03-01T12:00:00Z"
            })
    void leavesTheRestToTheFormatter(String text) {
        assertThat(PlainTime.parse(text)).isNull();
    }

    private static Instant oracle(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
