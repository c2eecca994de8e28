package io.groundswell.ingest.parse;

/** How one feed writes posts. */
public interface PostFormat {
    /** Names the version of the formats' readings in the rows: raise it when the same frame reads otherwise. */
    int PARSER_VERSION = 4;

    /** A longer frame is not read. */
    int MAX_FRAME_BYTES = 256 << 10;

    /** Returns what a frame says, or why it can't be read; throws nothing, whatever the bytes are. */
    Reading read(byte[] frame);
}
