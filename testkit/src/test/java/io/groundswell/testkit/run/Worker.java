package io.groundswell.testkit.run;

import java.util.ArrayList;
import java.util.List;

/** A job that is killed. */
enum Worker {
    INGEST("ingest", "bronze/raw_posts"),
    DETECT("detect-trends", "gold/term_counts"),
    SETTLE("settle-posts", "silver/posts");

    private final String command;
    private final String table;

    Worker(String command, String table) {
        this.command = command;
        this.table = table;
    }

    String command() {
        return command;
    }

    /** Returns the table whose newest commit shows that the job has got on. */
    String table() {
        return table;
    }

    /** @param trigger a time, to go on, or {@code available-now}, to end when all is done */
    List<String> line(String lake, String spool, String trigger) {
        List<String> line = new ArrayList<>(List.of(command, "--lake", lake, "--trigger", trigger, "--json"));
        if (this == INGEST) {
            line.addAll(List.of("--spool", spool));
        }
        return line;
    }
}
