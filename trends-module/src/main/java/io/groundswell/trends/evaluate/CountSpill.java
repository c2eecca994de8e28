package io.groundswell.trends.evaluate;

import io.groundswell.trends.count.Decisions;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The counts of a replay on disk while it goes on: most terms never have more than a few authors in a window, and there are
 * too many of them to keep. Only those are read back that ever had {@link #CANDIDATE_AUTHORS}.
 */
final class CountSpill implements WindowCounter.CountSink, Closeable {
    /** A term of fewer in every window is no trend to anybody. */
    private static final int CANDIDATE_AUTHORS = 5;

    private static final int BUFFER_BYTES = 1 << 18;

    private final int width;
    private final Path file;
    private final DataOutputStream out;
    private final List<int[]> totals = new ArrayList<>(); // window and authors
    private final Map<Long, TermName> candidates = new HashMap<>();
    private final List<TermName> leaders = new ArrayList<>();
    private final Map<TermName, Integer> numbers = new HashMap<>();
    /** Null before the first window. */
    private Long start;

    private long rows;

    CountSpill(int widthSeconds, Path file) throws IOException {
        this.width = widthSeconds;
        this.file = file;
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES));
    }

    @Override
    public void take(long windowStart, int authors, Map<TermName, TermTally> terms) throws IOException {
        start = start == null ? Long.valueOf(windowStart) : start;
        int window = Math.toIntExact((windowStart - start) / Decisions.widthMicros(width));
        totals.add(new int[] {window, authors});
        for (Map.Entry<TermName, TermTally> counted : terms.entrySet()) {
            TermTally tally = counted.getValue();
            long fingerprint = counted.getKey().fingerprint();
            if (tally.authors() >= CANDIDATE_AUTHORS) {
                candidates.putIfAbsent(fingerprint, counted.getKey());
            }
            out.writeLong(fingerprint);
            out.writeInt(window);
            out.writeInt(tally.authors());
            out.writeInt(tally.posts());
            out.writeInt(tally.topAuthorPosts());
            out.writeByte(tally.texts());
            out.writeInt(leader(tally));
            rows++;
        }
    }

    /** Returns the number of a term's leader in {@link #leaders}, −1 where there is none. */
    private int leader(TermTally tally) {
        TermName leader = tally.authors() >= CANDIDATE_AUTHORS ? tally.leader() : null;
        if (leader == null) {
            return -1;
        }
        return numbers.computeIfAbsent(leader, its -> {
            leaders.add(its);
            return leaders.size() - 1;
        });
    }

    /** Returns what was taken; nothing can be taken after that. */
    Replay replay() throws IOException {
        out.close();
        Map<Long, SeriesBuilder> builders = new HashMap<>();
        candidates.forEach((fingerprint, name) -> builders.put(fingerprint, new SeriesBuilder(name)));
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES))) {
            for (long row = 0; row < rows; row++) {
                SeriesBuilder builder = builders.get(in.readLong());
                int window = in.readInt();
                int authors = in.readInt();
                int posts = in.readInt();
                int topAuthorPosts = in.readInt();
                int texts = in.readUnsignedByte();
                int leader = in.readInt();
                if (builder != null) {
                    builder.add(window, authors, posts, topAuthorPosts, texts, leader);
                }
            }
        }
        int[] authors = new int[totals.isEmpty() ? 0 : totals.get(totals.size() - 1)[0] + 1];
        totals.forEach(total -> authors[total[0]] = total[1]);
        // In the order of the names: maps have none, and the same posts give the same report.
        List<TermSeries> series = builders.values().stream()
                .map(builder -> builder.build(leaders))
                .sorted(Comparator.<TermSeries, String>comparing(
                                its -> its.name().kind())
                        .thenComparing(its -> its.name().term()))
                .toList();
        return new Replay(width, start == null ? 0 : start, authors, series);
    }

    @Override
    public void close() throws IOException {
        try (DataOutputStream closing = out) {
            Files.deleteIfExists(file);
        }
    }
}
