package io.groundswell.ingest.simulate.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.groundswell.ingest.spool.Bytes;
import java.util.SplittableRandom;

/** Events of Flume as JSON, each of which has a frame of X's API v2 for its body. */
public final class FlumeFormat implements WireFormat {
    private static final byte[] START = "{\"headers\":{\"format\":\"x\"},\"body\":\"".getBytes(UTF_8);

    private final WireFormat inner = new XFormat();
    private final Bytes body = new Bytes(1 << 12);

    @Override
    public String name() {
        return "flume";
    }

    @Override
    public void post(SimulatedPost post, Bytes out) {
        body.truncate(0);
        inner.post(post, body);
        wrap(out);
    }

    @Override
    public void deletion(long postId, long authorId, long atMillis, Bytes out) {
        body.truncate(0);
        inner.deletion(postId, authorId, atMillis, body);
        wrap(out);
    }

    @Override
    public void flawed(SimulatedPost post, Fault fault, SplittableRandom random, Bytes out) {
        body.truncate(0);
        inner.flawed(post, fault, random, body);
        wrap(out);
    }

    /** A frame holds no control characters, so quotation marks and backslashes are all that is to be escaped. */
    private void wrap(Bytes out) {
        out.append(START);
        for (int i = 0; i < body.length(); i++) {
            byte each = body.array()[i];
            if (each == '"' || each == '\\') {
                out.append('\\');
            }
            out.append((char) (each & 0xFF));
        }
        out.append('"').append('}');
    }
}
