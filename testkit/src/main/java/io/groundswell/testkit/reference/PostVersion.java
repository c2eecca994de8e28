package io.groundswell.testkit.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A version of a post, and the decisions in which it counts: those at t with {@code from < t <= to}.
 *
 * @param change what it says
 */
record PostVersion(XChange change, long from, long to) {
    private static final long CLOCK_SLACK = TimeUnit.MINUTES.toMicros(5);
    static final long HORIZON = TimeUnit.HOURS.toMicros(48);

    /** A repeat is a copy of the first; "created" comes before "edited" and ids grow. */
    private static final Comparator<XChange> IN_ORDER = Comparator.comparingLong(XChange::receivedMicros)
            .thenComparing(XChange::op)
            .thenComparingInt(change -> change.version().length())
            .thenComparing(XChange::version);

    boolean countsAt(long decision) {
        return from < decision && decision <= to;
    }

    /** Returns the versions of all posts. */
    static List<PostVersion> of(List<XChange> changes) {
        return changes.stream().collect(Collectors.groupingBy(XChange::post)).values().stream()
                .flatMap(PostVersion::ofPost)
                .toList();
    }

    private static Stream<PostVersion> ofPost(List<XChange> changes) {
        // One that claims another second of creation is another post.
        Map<Long, Map<String, XChange>> posts = new TreeMap<>();
        changes.stream()
                .filter(change -> !change.isDeletion() && change.isTimely())
                .sorted(IN_ORDER)
                .forEach(change -> posts.computeIfAbsent(
                                Math.floorDiv(change.createdMicros(), 1_000_000L), second -> new TreeMap<>())
                        .putIfAbsent(change.key(), change));
        List<Long> deletions = changes.stream()
                .filter(XChange::isDeletion)
                .map(XChange::receivedMicros)
                .sorted()
                .toList();
        return posts.values().stream()
                .flatMap(
                        post -> versions(post.values().stream().sorted(IN_ORDER).toList(), deletions));
    }

    private static Stream<PostVersion> versions(List<XChange> post, List<Long> deletions) {
        List<PostVersion> versions = new ArrayList<>();
        long first = post.get(0).receivedMicros();
        for (int i = 0; i < post.size(); i++) {
            XChange change = post.get(i);
            long replaced = i + 1 < post.size() ? post.get(i + 1).receivedMicros() : Long.MAX_VALUE;
            long deleted = deletions.stream()
                    .filter(at -> at >= change.createdMicros() - CLOCK_SLACK)
                    .findFirst()
                    .orElse(Long.MAX_VALUE);
            if (first - change.createdMicros() <= HORIZON) {
                versions.add(new PostVersion(change, change.receivedMicros(), Math.min(replaced, deleted)));
            }
        }
        return versions.stream();
    }
}
