package io.groundswell.ingest.simulate;

import io.groundswell.ingest.simulate.plan.Plan.Extent;
import io.groundswell.ingest.simulate.plan.Rhythm;
import io.groundswell.ingest.simulate.profile.Flow;
import io.groundswell.ingest.simulate.profile.Profile;
import io.groundswell.ingest.simulate.profile.Profiles;
import io.groundswell.ingest.simulate.wire.WireFormats;
import java.time.Instant;
import java.util.Locale;

/**
 * What to simulate. The same settings give the same bytes, whatever the pace.
 *
 * @param profile the name of the {@link Profile}
 * @param posts how many posts are written; repeated frames, edits, deletions and broken frames come on top; 0 for as many as
 *     the profile has in these days
 * @param days how long the stream lasts; 0 for as long as the posts take at the profile's rate; both 0 for the profile's own
 * @param seed what all draws come from
 * @param start when the first post may be written
 * @param pace how many seconds of the stream pass in a second; 0 for as fast as it goes
 * @param faults how often frames are late, repeated, edited, deleted and broken, as a multiple of the usual; 0 for never
 * @param format the wire format of the frames
 */
public record SimulationSettings(
        String profile, long posts, double days, long seed, Instant start, double pace, double faults, String format) {
    private static final long MAX_POSTS = 1_000_000_000;
    private static final double MAX_RATE = 1_000_000;
    private static final double MAX_PACE = 1_000_000;
    private static final double MAX_FAULTS = 10;
    private static final double MAX_DAYS = 3_650;
    private static final double DAY_SECONDS = 86_400;
    private static final Instant EARLIEST = Instant.parse("2010-11-05T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2060-01-01T00:00:00Z");

    // Behind the bounds that it is checked against.
    public static final SimulationSettings DEFAULT =
            new SimulationSettings("day", 0, 0, 1, Instant.parse("2026-03-01T00:00:00Z"), 0, 1, "x");

    public SimulationSettings {
        check(
                Profiles.named(profile).isPresent(),
                "simulate.profile must be one of " + Profiles.names() + ", was %s",
                profile);
        check(posts >= 0 && posts <= MAX_POSTS, "simulate.posts must be 0 to 1000000000, was %s", posts);
        check(days >= 0 && days <= MAX_DAYS, "simulate.days must be 0 to 3650, was %s", days);
        double rate = Profiles.named(profile).orElseThrow().flow().postsPerSecond();
        check(
                days > 0 || posts / rate <= MAX_DAYS * DAY_SECONDS,
                "simulate.posts must be at most 3650 days of them, were %s days",
                posts / rate / DAY_SECONDS);
        check(
                days == 0 || posts / (days * DAY_SECONDS) <= MAX_RATE,
                "simulate.posts must be at most 1000000 a second of simulate.days, were %s",
                posts / (days * DAY_SECONDS));
        // Ids tell the time by X's rule, which starts in November 2010 and has 41 bits for it.
        check(
                !start.isBefore(EARLIEST) && start.isBefore(LATEST),
                "simulate.start must be from 2010-11-05 to 2059-12-31, was %s",
                start);
        check(pace >= 0 && pace <= MAX_PACE, "simulate.pace must be 0 to 1000000, was %s", pace);
        check(faults >= 0 && faults <= MAX_FAULTS, "simulate.faults must be 0 to 10, was %s", faults);
        check(
                WireFormats.names().contains(format),
                "simulate.format must be one of " + WireFormats.names() + ", was %s",
                format);
    }

    private static void check(boolean holds, String message, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, message, value));
        }
    }

    /** Returns what is known of the profile's name. */
    Profile named() {
        return Profiles.named(profile).orElseThrow();
    }

    /** Returns these settings with the posts and days that the profile has where none are asked for. */
    public SimulationSettings resolved() {
        Flow flow = named().flow();
        boolean isOpen = posts == 0 && days == 0;
        double lasting = isOpen ? flow.days() : days;
        long count = isOpen ? flow.posts() : posts;
        long written = count > 0 ? count : Math.max(1, Math.round(flow.postsPerSecond() * lasting * DAY_SECONDS));
        return new SimulationSettings(profile, written, lasting, seed, start, pace, faults, format);
    }

    /** Returns when how many posts are written. */
    Extent extent() {
        SimulationSettings resolved = resolved();
        Flow flow = named().flow();
        return new Extent(resolved.rhythm(flow), resolved.posts);
    }

    /** A stream of so many days has its posts in them, though they be no whole weeks. */
    private Rhythm rhythm(Flow flow) {
        Rhythm unit = new Rhythm(start.toEpochMilli(), 1, flow.weekly());
        double rate = days == 0 ? flow.postsPerSecond() : posts / unit.posts(days * DAY_SECONDS);
        return new Rhythm(start.toEpochMilli(), rate, flow.weekly());
    }

    /** Returns these settings as fast as it goes: what the bytes depend on. */
    SimulationSettings unpaced() {
        SimulationSettings resolved = resolved();
        return new SimulationSettings(profile, resolved.posts, resolved.days, seed, start, 0, faults, format);
    }
}
