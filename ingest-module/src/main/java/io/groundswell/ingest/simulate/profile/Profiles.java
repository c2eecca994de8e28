package io.groundswell.ingest.simulate.profile;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import io.groundswell.ingest.simulate.language.Mix;
import io.groundswell.ingest.simulate.profile.TrendSeries.Arrivals;
import io.groundswell.ingest.simulate.profile.Troubles.Backlog;
import io.groundswell.ingest.simulate.profile.Troubles.Outage;
import io.groundswell.ingest.simulate.wire.Fault;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every profile. A figure in here is a promise to those who compare runs: change one only with the simulator's version. */
public final class Profiles {
    private static final int TOPICS = 12;
    private static final double BUSY = 100_000 / 86_400.0;
    private static final double WEEKLY = 0.15;

    private static final List<Fault> FIRST_FAULTS = List.of(
            Fault.TRUNCATED, Fault.MISSING_FIELD, Fault.BAD_UTF8, Fault.WRONG_TYPE, Fault.FAR_FUTURE, Fault.OVERSIZED);
    private static final Troubles USUAL = new Troubles(FIRST_FAULTS, List.of());

    /** At a rate of 2.3 a second: 12, 5 and 2 of 100 posts. */
    private static final TrendSeries DAY_TRENDS = new TrendSeries(
            12,
            List.of(new Strength("strong", 0, 82.8), new Strength("medium", 0, 34.5), new Strength("weak", 0, 13.8)),
            List.of(Shape.STEP, Shape.RAMP, Shape.PULSE),
            Duration.ofHours(3),
            0,
            Arrivals.EVEN,
            0);

    private static final SwarmSeries DAY_SWARMS =
            new SwarmSeries(3, List.of(new SwarmSeries.Kind(3, 90, 0, Duration.ofMinutes(30))));

    /** From what no one can find at once to what no one can miss: an oracle with evidence 6 needs 18 authors over 0.5. */
    private static final List<Strength> STRENGTHS = List.of(
            new Strength("faint", 0.5, 8),
            new Strength("weak", 0, 12),
            new Strength("medium", 2, 30),
            new Strength("strong", 5, 80));

    private static final List<RecurringTag> RECURRING = List.of(
            onDay("monday", MONDAY, 6, 12, 15),
            onDay("wednesday", WEDNESDAY, 11, 4, 25),
            onDay("thursday", THURSDAY, 9, 10, 8),
            onDay("friday", FRIDAY, 16, 8, 20),
            onDay("saturday", SATURDAY, 18, 3, 40),
            onDay("sunday", SUNDAY, 8, 9, 6),
            new RecurringTag("morning", Set.of(DayOfWeek.values()), LocalTime.of(7, 0), Duration.ofHours(2), 10));

    /** Accounts that post by the clock, and one campaign. */
    private static final SwarmSeries BOTS = new SwarmSeries(
            2,
            List.of(
                    new SwarmSeries.Kind(1, 48, 0, Duration.ofHours(8)),
                    new SwarmSeries.Kind(3, 90, 0, Duration.ofMinutes(30)),
                    new SwarmSeries.Kind(2, 60, 1, Duration.ofHours(1)),
                    new SwarmSeries.Kind(40, 200, 1, Duration.ofMinutes(40))));

    /** A thousand posts by more and more authors, and copies by many. */
    private static final SwarmSeries SWARMS = new SwarmSeries(
            12,
            List.of(
                    ofThousand(3, 0),
                    ofThousand(1, 0),
                    ofThousand(3, 1),
                    ofThousand(5, 0),
                    ofThousand(8, 0),
                    ofThousand(100, 1),
                    ofThousand(13, 0),
                    ofThousand(20, 0),
                    ofThousand(100, 2),
                    ofThousand(40, 0),
                    ofThousand(80, 0),
                    ofThousand(300, 1)));

    private static final Profile DAY = new Profile(
            "day",
            "the demo's: a day with 12 trends on new tags, and 3 swarms",
            new Flow(2.3, 200_000, 0, 0),
            Mix.MOSTLY_ENGLISH,
            TOPICS,
            Planting.of(DAY_TRENDS, List.of(), DAY_SWARMS),
            USUAL);
    private static final Profile NULL = new Profile(
            "null",
            "7 days of equal rhythm with nothing to find",
            new Flow(BUSY, 0, 7, 0),
            Mix.MOSTLY_ENGLISH,
            TOPICS,
            Planting.of(TrendSeries.NONE, List.of(), SwarmSeries.NONE),
            USUAL);
    private static final Profile WEEKS = new Profile(
            "weeks",
            "30 days: week rhythm, recurring tags, bots, 7 languages; no trend",
            new Flow(BUSY, 0, 30, WEEKLY),
            Mix.WORLD,
            TOPICS,
            Planting.of(series(0), RECURRING, BOTS),
            USUAL);
    private static final Profile TRENDS = new Profile(
            "trends",
            "7 days of 'weeks' with 16 trends a day, of 4 strengths and 4 shapes",
            new Flow(BUSY, 0, 7, WEEKLY),
            Mix.WORLD,
            TOPICS,
            Planting.of(series(16), RECURRING, BOTS),
            USUAL);
    private static final Profile SWARM = new Profile(
            "swarm",
            "a day with 12 swarms of 1,000 posts, by 1 to 300 authors",
            new Flow(BUSY, 0, 1, 0),
            Mix.MOSTLY_ENGLISH,
            TOPICS,
            Planting.of(TrendSeries.NONE, List.of(), SWARMS),
            USUAL);
    private static final Profile ROUGH = new Profile(
            "rough",
            "2 days of 'trends' with outages and impossible times",
            new Flow(BUSY, 0, 2, WEEKLY),
            Mix.WORLD,
            TOPICS,
            Planting.of(series(16), RECURRING, BOTS),
            new Troubles(
                    List.of(Fault.values()),
                    List.of(
                            new Outage(Duration.ofHours(14), Duration.ofMinutes(40), Backlog.LOST),
                            new Outage(Duration.ofHours(21), Duration.ofMinutes(90), Backlog.LATE),
                            new Outage(Duration.ofHours(33), Duration.ofMinutes(4), Backlog.LOST),
                            new Outage(Duration.ofHours(39), Duration.ofMinutes(12), Backlog.LATE))));

    private static final Profile OUTAGE = new Profile(
            "outage",
            "an hour of 500 posts a second, ten minutes of which are lost",
            new Flow(500, 0, 1 / 24.0, 0),
            Mix.MOSTLY_ENGLISH,
            TOPICS,
            Planting.of(TrendSeries.NONE, List.of(), SwarmSeries.NONE),
            new Troubles(
                    FIRST_FAULTS,
                    List.of(new Outage(Duration.ofSeconds(35 * 60 + 20), Duration.ofMinutes(10), Backlog.LOST))));

    /** In 600 seconds 1,050 posts each, of which four in five repeat no other, with 10 each; the last 300 decide the windows. */
    private static final Profile FLOOD = new Profile(
            "flood",
            "a quarter of an hour; five million new hashtags in ten minutes",
            new Flow(1_050, 0, 1 / 96.0, 0),
            Mix.MOSTLY_ENGLISH,
            TOPICS,
            new Planting(TrendSeries.NONE, List.of(), SwarmSeries.NONE, 10),
            USUAL);

    private static final List<Profile> ALL = List.of(DAY, NULL, WEEKS, TRENDS, SWARM, ROUGH, OUTAGE, FLOOD);

    private Profiles() {}

    /** The terms and their bases are the same with and without trends, so a threshold set on the one stream fits the other. */
    private static TrendSeries series(double perDay) {
        return new TrendSeries(
                perDay,
                STRENGTHS,
                List.of(Shape.STEP, Shape.BURST, Shape.PULSE, Shape.SLOW_RISE),
                Duration.ofHours(12),
                5,
                Arrivals.POISSON,
                8);
    }

    private static RecurringTag onDay(String name, DayOfWeek day, int hour, int hours, double peak) {
        return new RecurringTag(name, Set.of(day), LocalTime.of(hour, 0), Duration.ofHours(hours), peak);
    }

    private static SwarmSeries.Kind ofThousand(int authors, int texts) {
        return new SwarmSeries.Kind(authors, 1_000, texts, Duration.ofMinutes(60));
    }

    /** Returns all profiles. */
    public static List<Profile> all() {
        return ALL;
    }

    /** Returns the names of all profiles. */
    public static List<String> names() {
        return ALL.stream().map(Profile::name).toList();
    }

    /** Returns the profile of this name; empty where there is none. */
    public static Optional<Profile> named(String name) {
        return ALL.stream().filter(profile -> profile.name().equals(name)).findFirst();
    }
}
