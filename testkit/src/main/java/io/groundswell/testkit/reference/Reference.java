package io.groundswell.testkit.reference;

import io.groundswell.testkit.ledger.OfferedFrame;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a lake should hold of some frames. */
public final class Reference {
    private final List<XChange> changes;

    private Reference(List<XChange> changes) {
        this.changes = changes;
    }

    /** Returns what a lake should hold of frames, in the order in which they were offered. */
    public static Reference of(Collection<OfferedFrame> frames) {
        Map<String, List<Long>> kept = new HashMap<>();
        return new Reference(frames.stream()
                .flatMap(frame -> XFrames.read(frame.receivedMicros(), frame.payload()).stream())
                .filter(change ->
                        keep(change.receivedMicros(), kept.computeIfAbsent(change.key(), key -> new ArrayList<>(1))))
                .toList());
    }

    /**
     * Returns which of the times at which the same change was received make a row, in microseconds: those that are more than
     * 48 hours from each other one that does.
     */
    public static List<Long> keptOf(List<Long> received) {
        List<Long> kept = new ArrayList<>(1);
        for (long at : received.stream().sorted().toList()) {
            keep(at, kept);
        }
        return kept;
    }

    /** Adds a time to those that are kept, and returns true, unless it is near one of them. */
    private static boolean keep(long at, List<Long> kept) {
        boolean isNew = kept.stream().noneMatch(before -> Math.abs(at - before) <= PostVersion.HORIZON);
        if (isNew) {
            kept.add(at);
        }
        return isNew;
    }

    /** Returns the key of the change that a frame says, as {@code post|op|version}; empty where it can't be read. */
    public static Optional<String> changeKey(byte[] frame) {
        return XFrames.read(0, frame).map(XChange::key);
    }

    /** Returns the ids of the posts that are there once all is settled. */
    public Set<String> settled() {
        Set<String> deleted =
                changes.stream().filter(XChange::isDeletion).map(XChange::post).collect(Collectors.toSet());
        return changes.stream()
                .filter(change -> !change.isDeletion() && change.isTimely() && !deleted.contains(change.post()))
                .map(XChange::post)
                .collect(Collectors.toSet());
    }

    /**
     * Returns the rows of gold.term_counts of hashtags and totals, of all decisions that are due by a moment: of a
     * window's first decision each that has an author, of later ones those that differ from the decision before.
     */
    public Map<CountKey, Counts> counts(List<Integer> widths, long through) {
        Map<CountKey, Counts> rows = new HashMap<>();
        List<PostVersion> versions = PostVersion.of(changes);
        for (int width : widths) {
            new WindowCounts(width, through).of(versions, rows);
        }
        return rows;
    }
}
