package io.groundswell.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.groundswell.testkit.ledger.OfferedFrame;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Frames of X's API v2, written by hand. Moments are seconds after noon of a day. */
public final class XLines {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private XLines() {}

    public static long micros(long second) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, NOON.plusSeconds(second));
    }

    public static OfferedFrame post(long number, String author, long created, long received, String... tags) {
        return frame(number, received, data(id(created, number), author, created, id(created, number), tags));
    }

    /** Returns a later version of the post that {@link #post} writes. */
    public static OfferedFrame edit(
            long number, long post, String author, long created, long edited, long received, String... tags) {
        return frame(
                number,
                received,
                data(id(edited, number), author, edited, id(created, post) + "\",\"" + id(edited, number), tags));
    }

    public static OfferedFrame deletion(long number, long post, long created, long received) {
        return frame(
                number,
                received,
                "{\"data\":{\"delete\":{\"tweet\":{\"id\":\"%s\"},\"event_at\":\"%s\"}}}"
                        .formatted(id(created, post), NOON.plusSeconds(received)));
    }

    public static OfferedFrame frame(long number, long received, String json) {
        return new OfferedFrame(number, micros(received), json.getBytes(UTF_8));
    }

    /** Returns an id that tells the time as X's do. */
    public static String id(long created, long number) {
        long millis = NOON.plusSeconds(created).toEpochMilli() - 1_288_834_974_657L;
        return Long.toString(millis << 22 | number);
    }

    private static String data(String id, String author, long created, String history, String... tags) {
        String hashtags = Arrays.stream(tags).map("{\"tag\":\"%s\"}"::formatted).collect(Collectors.joining(","));
        return ("{\"data\":{\"id\":\"%s\",\"text\":\"words\",\"author_id\":\"%s\",\"created_at\":\"%s\","
                        + "\"edit_history_tweet_ids\":[\"%s\"],\"entities\":{\"hashtags\":[%s]}}}")
                .formatted(id, author, NOON.plusSeconds(created), history, hashtags);
    }
}
