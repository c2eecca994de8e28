package io.groundswell.testkit.corrupt;

/** What a broken file has done. */
enum Verdict {
    /** Nothing: what is read, and what the next run writes, is what it would be. */
    HARMLESS,
    /** A reader or a job refused, the doctor names the file, and its cure gives the answer that a whole lake gives. */
    REFUSED,
    /** A reader or a job failed, and says no word of a broken file: as by a fault of its own. */
    UNTOLD,
    /** As refused, and the cure does not help. */
    UNCURED,
    /** A reader or a job refused, and the doctor finds nothing: somebody would search for long. */
    UNNAMED,
    /** Another answer and no error, but the doctor names the file. */
    TOLD,
    /** Another answer, and nobody says anything. */
    SILENT
}
