package io.groundswell.ingest.land;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.groundswell.ingest.XFrames;
import io.groundswell.ingest.parse.ChangeColumns;
import io.groundswell.ingest.parse.ColumnSettings;
import io.groundswell.ingest.parse.HostileFrames;
import io.groundswell.ingest.parse.Mutator;
import io.groundswell.ingest.parse.PostFormats;
import io.groundswell.model.Position;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Prints what each hostile frame, and some mutations, cost from the spool's line to the row: nanoseconds of a core, the
 * best of some runs, then what it was. What else the machine does only adds to a run, so one that seems dear is run more
 * often before it is told. A process of its own, since the tests' own does not optimise as a job's does.
 */
final class FrameCosts {
    /** What a frame may cost. */
    static final long MOST_NANOS = 5_000_000;

    private static final int RUNS = 7;
    private static final int RUNS_OF_A_DEAR_FRAME = 100;
    private static final int MUTATIONS = 3_000;
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final Position HERE = new Position("a", 0);
    private static final PostFormats FORMATS = new PostFormats(ColumnSettings.DEFAULT, ChangeColumns.DEFAULT);
    private static final FrameReading SPOOL = SpooledFrames.of("x", "x", FORMATS, XFrames.NOON);

    private FrameCosts() {}

    public static void main(String[] args) {
        for (int round = 0; round < 4; round++) {
            HostileFrames.wires().forEach(wire -> HostileFrames.of(wire).forEach(frame -> cost(frame, RUNS)));
        }
        for (String wire : HostileFrames.wires()) {
            for (HostileFrames.Frame frame : HostileFrames.of(wire)) {
                print(cost(frame, RUNS_OF_A_DEAR_FRAME), wire, frame);
            }
        }
        Mutator mutator = new Mutator(HostileFrames.sound(), 11);
        List<String> formats = new ArrayList<>(PostFormats.names());
        for (int i = 0; i < MUTATIONS; i++) {
            HostileFrames.Frame frame =
                    new HostileFrames.Frame("mutation", formats.get(i % formats.size()), mutator.next());
            print(cost(frame, RUNS_OF_A_DEAR_FRAME), frame.format(), frame);
        }
    }

    private static void print(long nanos, String wire, HostileFrames.Frame frame) {
        String start = new String(frame.bytes(), 0, Math.min(80, frame.bytes().length), UTF_8);
        System.out.printf(
                "%d %s %s of %d bytes: %s%n",
                nanos, wire, frame.category(), frame.bytes().length, start.replaceAll("\\p{Cntrl}", "?"));
    }

    private static long cost(HostileFrames.Frame frame, int most) {
        byte[] line = line(frame.format(), frame.bytes());
        long best = Long.MAX_VALUE;
        for (int run = 0; run < RUNS || (run < most && best > MOST_NANOS); run++) {
            long start = THREAD.getCurrentThreadCpuTime();
            SPOOL.read(HERE, line, null);
            best = Math.min(best, THREAD.getCurrentThreadCpuTime() - start);
        }
        return best;
    }

    private static byte[] line(String format, byte[] frame) {
        return "{\"received_at\":1772366400000000,\"source\":\"%s\",\"format\":\"%s\",\"payload_base64\":\"%s\"}"
                .formatted(format, format, Base64.getEncoder().encodeToString(frame))
                .getBytes(UTF_8);
    }
}
