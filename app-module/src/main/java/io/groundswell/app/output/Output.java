package io.groundswell.app.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintStream;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Standard output and standard error of a command.
 *
 * @param isJson whether standard output is for a program
 * @param terminal where standard error goes
 */
public record Output(boolean isJson, PrintStream out, PrintStream err, Terminal terminal) {
    private static final ObjectMapper IN_ORDER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Returns an output whose standard error is no terminal. */
    public Output(boolean isJson, PrintStream out, PrintStream err) {
        this(isJson, out, err, Terminal.NONE);
    }

    /** A step that is followed until it is closed. */
    @FunctionalInterface
    public interface Following extends AutoCloseable {
        @Override
        void close();
    }

    /** Returns whether a line follows each step: on a terminal, unless a program reads the result. */
    public boolean isLive() {
        return terminal.isLive() && !isJson;
    }

    /**
     * Follows a step on a terminal; elsewhere nothing is printed.
     *
     * @param total of what is counted; 0 where that is not known
     * @param done what is counted so far; asked by another thread, some times a second
     */
    public Following follow(String step, long total, String unit, LongSupplier done) {
        if (!isLive()) {
            return () -> {};
        }
        long started = System.nanoTime();
        LiveLine line = new LiveLine(
                err, () -> new Progress(step, (System.nanoTime() - started) / 1e9, done.getAsLong(), total, unit)
                        .render(terminal));
        return line::close;
    }

    /** Follows steps side by side on a terminal, in one line. */
    public Following follow(Supplier<String> steps) {
        if (!isLive()) {
            return () -> {};
        }
        long started = System.nanoTime();
        LiveLine line = new LiveLine(
                err, () -> new Progress(steps.get(), (System.nanoTime() - started) / 1e9, 0, 0, "").render(terminal));
        return line::close;
    }

    /** Returns the same without a line that follows a step. */
    public Output unwatched() {
        return new Output(isJson, out, err);
    }

    /** Says that a step begins, unless a line follows it. */
    public void begin(String step, long total, String unit) {
        if (!isLive()) {
            progress(new Progress(step, 0, 0, total, unit).render(Terminal.NONE));
        }
    }

    /** Prints the command's result: the document to a program, or what {@code text} prints to a person. */
    public void result(Map<String, ?> document, Consumer<PrintStream> text) {
        if (isJson) {
            out.println(json(document));
        } else {
            text.accept(out);
        }
        out.flush();
    }

    /** Tells a person what is going on; a program reads nothing of it. */
    public void progress(String line) {
        // In one piece, since the line that follows a step is written by another thread.
        err.print((isLive() ? LiveLine.WIPE : "") + line + System.lineSeparator());
        err.flush();
    }

    private static String json(Map<String, ?> document) {
        try {
            return IN_ORDER.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A result is not made of maps, lists, texts and numbers", e);
        }
    }
}
