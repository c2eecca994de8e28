package io.groundswell.testkit.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The rows that the decisions of all windows of a width give, as far as they are due at {@code through}. */
record WindowCounts(int widthSeconds, long through) {
    /** How long after its end a window is decided. */
    private static final List<Long> DELAYS = List.of(
            TimeUnit.SECONDS.toMicros(10),
            TimeUnit.MINUTES.toMicros(10),
            TimeUnit.HOURS.toMicros(2),
            TimeUnit.HOURS.toMicros(48));

    private record Term(long windowStart, String kind, String name) {}

    void of(List<PostVersion> versions, Map<CountKey, Counts> rows) {
        Map<Term, List<PostVersion>> mentions = new HashMap<>();
        for (PostVersion version : versions) {
            long created = version.change().createdMicros();
            long window = created - Math.floorMod(created, widthMicros());
            add(mentions, new Term(window, CountKey.TOTAL, ""), version);
            version.change().hashtags().forEach(tag -> add(mentions, new Term(window, CountKey.HASHTAG, tag), version));
        }
        mentions.forEach((term, mentioning) -> decide(term, mentioning, rows));
    }

    private void decide(Term term, List<PostVersion> mentioning, Map<CountKey, Counts> rows) {
        Counts before = Counts.NONE;
        for (long delay : DELAYS) {
            long decision = term.windowStart() + widthMicros() + delay;
            if (decision > through) {
                return;
            }
            Counts counts = at(decision, mentioning);
            if (!counts.equals(before)) {
                rows.put(new CountKey(widthSeconds, term.windowStart(), term.kind(), term.name(), decision), counts);
            }
            before = counts;
        }
    }

    private static Counts at(long decision, List<PostVersion> mentioning) {
        List<String> authors = mentioning.stream()
                .filter(version -> version.countsAt(decision))
                .map(version -> version.change().author())
                .toList();
        return new Counts(authors.size(), authors.stream().distinct().count());
    }

    private static void add(Map<Term, List<PostVersion>> mentions, Term term, PostVersion version) {
        mentions.computeIfAbsent(term, any -> new ArrayList<>()).add(version);
    }

    private long widthMicros() {
        return TimeUnit.SECONDS.toMicros(widthSeconds);
    }
}
