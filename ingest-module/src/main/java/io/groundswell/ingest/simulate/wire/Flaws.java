package io.groundswell.ingest.simulate.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.groundswell.ingest.spool.Bytes;
import java.util.List;
import java.util.SplittableRandom;

/** Frames with a field missing or of another type: rare, so they are made from the text of the whole one. */
final class Flaws {
    private Flaws() {}

    /** @param required names of fields that a frame must have, each of which stands in it first where it must be */
    static void append(
            WireFormat format,
            List<String> required,
            SimulatedPost post,
            Fault fault,
            SplittableRandom random,
            Bytes out) {
        Bytes whole = new Bytes(out.array().length);
        format.post(post, whole);
        String frame = new String(whole.copy(), UTF_8);
        String key = "\"" + required.get(random.nextInt(required.size())) + "\":";
        String flaw = fault == Fault.MISSING_FIELD ? "\"left_out\":" : key + "{\"type\":\"object\"},\"was\":";
        int at = frame.indexOf(key);
        out.append(frame.substring(0, at) + flaw + frame.substring(at + key.length()));
    }
}
