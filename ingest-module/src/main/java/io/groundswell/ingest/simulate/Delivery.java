package io.groundswell.ingest.simulate;

import io.groundswell.ingest.simulate.Truth.FrameCounts;
import io.groundswell.ingest.simulate.sink.FrameSink;
import io.groundswell.ingest.simulate.wire.Damage;
import io.groundswell.ingest.simulate.wire.Fault;
import io.groundswell.ingest.simulate.wire.SimulatedPost;
import io.groundswell.ingest.simulate.wire.WireFormat;
import io.groundswell.ingest.spool.Bytes;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * The way of frames from the feed to us, with its faults: late and repeated frames, edits, deletions, broken ones, outages. Frames
 * leave in the order in which they are received.
 */
final class Delivery {
    private static final double LATE = 0.02;
    private static final double DUPLICATE = 0.005;
    private static final double EDITED = 0.003;
    private static final double DELETED = 0.003;
    private static final double BROKEN = 0.001;
    private static final long SECOND_MICROS = 1_000_000;
    private static final long USUAL_DELAY_MICROS = 3 * SECOND_MICROS;
    private static final double LONGEST_DELAY_SECONDS = 3 * 3_600;
    private static final int REPEATED_WITHIN_MILLIS = 60_000;
    private static final int CHANGED_WITHIN_MILLIS = 2 * 3_600_000;
    private static final int CHANGED_AFTER_MILLIS = 5_000;

    private final PostStream stream;
    private final WireFormat format;
    private final FrameSink sink;
    private final SplittableRandom random;
    private final double faults;
    private final List<Fault> kinds;
    private final Outages outages;
    private final Damage damage;
    private final Tally tally = new Tally();
    private final SimulatedPost scratch = new SimulatedPost();
    private final Bytes buffer = new Bytes(1 << 12);
    private final PriorityQueue<Frame> underWay = new PriorityQueue<>(
            Comparator.comparingLong(Frame::receivedAtMicros).thenComparingLong(Frame::number));
    private long frames;

    /** @param faults how often there are any, as a multiple of the usual */
    Delivery(
            PostStream stream,
            WireFormat format,
            FrameSink sink,
            double faults,
            List<Fault> kinds,
            Outages outages,
            SplittableRandom random) {
        this.stream = stream;
        this.format = format;
        this.sink = sink;
        this.faults = faults;
        this.kinds = kinds;
        this.outages = outages;
        this.random = random;
        damage = new Damage(format, random);
    }

    private record Frame(long receivedAtMicros, long number, byte[] bytes) {}

    /** Sends the next post of the stream, and all that comes of it; returns when it was written, in milliseconds. */
    long sendNext() throws IOException {
        SimulatedPost post = stream.next();
        long createdMicros = post.createdMillis * 1_000;
        // No frame to come can be received before now, so what was received until now is in its order.
        release(createdMicros);
        tally.posts++;
        long receivedAt = createdMicros + postDelay();
        byte[] frame = render(post);
        enqueue(receivedAt, frame);
        if (isDrawn(DUPLICATE)) {
            tally.duplicates++;
            enqueue(receivedAt + random.nextInt(REPEATED_WITHIN_MILLIS) * 1_000L, frame);
        }
        if (isDrawn(EDITED)) {
            sendEdit(post, receivedAt);
        } else if (isDrawn(DELETED)) { // not both: an edit may come no later than the deletion
            sendDeletion(post, receivedAt);
        }
        if (isDrawn(BROKEN)) {
            sendBroken(post.createdMillis);
        }
        return post.createdMillis;
    }

    /** Delivers all frames that are still under way. */
    void drain() throws IOException {
        release(Long.MAX_VALUE);
    }

    FrameCounts counts() {
        return tally.counts();
    }

    private void release(long untilMicros) throws IOException {
        while (!underWay.isEmpty() && underWay.peek().receivedAtMicros() <= untilMicros) {
            Frame frame = underWay.poll();
            sink.accept(frame.receivedAtMicros(), frame.bytes());
            tally.frames++;
        }
    }

    private boolean isDrawn(double rate) {
        return random.nextDouble() < rate * faults;
    }

    private long postDelay() {
        if (!isDrawn(LATE)) {
            return usualDelay();
        }
        tally.late++;
        return (long) (StrictMath.exp(random.nextDouble() * StrictMath.log(LONGEST_DELAY_SECONDS)) * SECOND_MICROS);
    }

    private long usualDelay() {
        double share = random.nextDouble();
        return (long) (share * share * USUAL_DELAY_MICROS);
    }

    private void sendEdit(SimulatedPost post, long receivedAt) {
        scratch.copy(post);
        long at = laterThan(receivedAt);
        stream.revise(scratch, at);
        tally.edits++;
        enqueue(at * 1_000 + usualDelay(), render(scratch));
    }

    private void sendDeletion(SimulatedPost post, long receivedAt) {
        long at = laterThan(receivedAt);
        buffer.truncate(0);
        format.deletion(post.id, post.authorId, at, buffer);
        tally.deletions++;
        enqueue(at * 1_000 + usualDelay(), buffer.copy());
    }

    private void sendBroken(long atMillis) {
        stream.writeExtra(scratch, atMillis);
        Fault fault = kinds.get(random.nextInt(kinds.size()));
        buffer.truncate(0);
        damage.render(scratch, fault, buffer);
        tally.broken(fault);
        enqueue(atMillis * 1_000 + usualDelay(), buffer.copy());
    }

    /** Returns a time in milliseconds, some seconds to two hours after one in microseconds. */
    private long laterThan(long micros) {
        return micros / 1_000 + CHANGED_AFTER_MILLIS + random.nextInt(CHANGED_WITHIN_MILLIS);
    }

    private byte[] render(SimulatedPost post) {
        buffer.truncate(0);
        format.post(post, buffer);
        return buffer.copy();
    }

    private void enqueue(long receivedAtMicros, byte[] frame) {
        long arrival = outages.arrival(receivedAtMicros);
        if (arrival != Outages.NEVER) {
            underWay.add(new Frame(arrival, frames++, frame));
        }
    }
}
