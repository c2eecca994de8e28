package io.groundswell.ingest.parse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Events of Flume as JSON: {@code {"headers": {"format": …}, "body": …}}. The body is a frame in the format that the
 * header names; what is wrong with it is told of the body.
 */
final class FlumeFormat implements PostFormat {
    private final PostFormats formats;

    FlumeFormat(PostFormats formats) {
        this.formats = formats;
    }

    @Override
    public Reading read(byte[] frame) {
        return Frames.read(frame, Event::new);
    }

    private final class Event implements Frames.Reader {
        private String format;
        private String body;

        @Override
        public void field(JsonCursor cursor, String name) throws IOException {
            switch (name) {
                case "headers" -> format = Frames.inner(cursor, "format");
                case "body" -> body = cursor.text();
                default -> cursor.skip();
            }
        }

        @Override
        public Reading reading() throws UnreadableFrame {
            if (format == null && body == null) {
                throw new UnreadableFrame(Reason.UNKNOWN_SHAPE, null);
            }
            if (format == null) {
                throw new UnreadableFrame(Reason.MISSING_FIELD, "headers.format");
            }
            if (body == null) {
                throw new UnreadableFrame(Reason.MISSING_FIELD, "body");
            }
            Optional<PostFormat> known = formats.named(format).filter(inner -> !(inner instanceof FlumeFormat));
            if (known.isEmpty()) {
                throw new UnreadableFrame(Reason.UNKNOWN_FORMAT, "headers.format");
            }
            return known.get().read(body.getBytes(StandardCharsets.UTF_8));
        }
    }
}
