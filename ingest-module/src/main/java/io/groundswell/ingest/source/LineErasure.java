package io.groundswell.ingest.source;

/** Says what is left of the lines of a spool or archive. */
@FunctionalInterface
public interface LineErasure {

    /** Returns what is left of a frame and the line that has it, as long as the line; empty for nothing, null for all. */
    byte[] left(String source, String format, byte[] frame, byte[] line);
}
