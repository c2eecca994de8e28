package io.groundswell.ingest.parse;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How one feed writes posts. */
public interface PostFormat {
    /** Names the version of the formats' readings in the rows: raise it when the same frame reads otherwise. */
    int PARSER_VERSION = 1;

    /** A longer frame is not read. */
    int MAX_FRAME_BYTES = 256 << 10;

    /** Returns what a frame says, or why it can't be read; throws nothing, whatever the bytes are. */
    Reading read(byte[] frame);

    /** Returns the format of a name; empty where there is none. */
    static Optional<PostFormat> named(String name) {
        return Optional.ofNullable(Formats.BY_NAME.get(name));
    }

    /** Returns the names of all formats. */
    static Set<String> names() {
        return Formats.BY_NAME.keySet();
    }

    /** The list of formats: a new one is a new line. */
    final class Formats {
        private static final Map<String, PostFormat> BY_NAME = Map.of("x", new XFormat());

        private Formats() {}
    }
}
