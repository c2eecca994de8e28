package io.groundswell.job;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** One armed place: when it fires and what then happens. See {@link Failpoints}. */
final class Failpoint {
    private static final int KILLED = 137; // what a process killed with signal 9 exits with

    private static final String DELAY = "delay=";
    private static final String THROW = "throw";
    private static final String TORN = "torn";
    private static final String HALT = "halt";

    private final String name;
    private final String action;
    private final long pass;
    private final double rate;
    private final SplittableRandom random;
    private final String fired;
    private long passes;

    private Failpoint(String name, String when, String action, long seed, String fired) {
        this.name = name;
        this.action = action;
        boolean isRate = when.contains(".");
        this.rate = isRate ? Double.parseDouble(when) : 0;
        this.pass = isRate ? 0 : Long.parseLong(when);
        this.random = new SplittableRandom(seed);
        this.fired = fired;
    }

    /**
     * Reads what is armed.
     *
     * @param fired the file that tells what fired; empty for none
     * @throws IllegalArgumentException if the list is none, with what it should be
     */
    static List<Failpoint> parse(String list, long seed, String fired) {
        return list.isEmpty()
                ? List.of()
                : Arrays.stream(list.split(",", -1))
                        .map(armed -> parseOne(armed, seed, fired))
                        .toList();
    }

    private static Failpoint parseOne(String armed, long seed, String fired) {
        String[] parts = armed.split(":", -1);
        boolean isWhole = (parts.length == 2 || parts.length == 3) && parts[1].matches("\\d+|\\d*\\.\\d+");
        String action = parts.length == 3 ? parts[2] : HALT;
        if (!isWhole || !action.matches("halt|throw|torn|delay=\\d+")) {
            throw new IllegalArgumentException(
                    "groundswell.failpoints must hold name:n or name:rate, each with an action"
                            + " :halt, :throw, :torn or :delay=MILLIS if it is not to halt, was '" + armed + "'");
        }
        return new Failpoint(parts[0], parts[1], action, seed, fired);
    }

    boolean isAt(String place) {
        return name.equals(place);
    }

    void pass() {
        if (isDue()) {
            if (action.equals(TORN)) {
                throw new IllegalStateException("Nothing is written at the failpoint " + name + ": it can't be torn");
            }
            act();
        }
    }

    OutputStream pass(OutputStream file) {
        if (!action.equals(TORN)) {
            pass();
            return file;
        }
        return isDue() ? new Torn(file) : file;
    }

    private synchronized boolean isDue() {
        passes++;
        boolean isDue = pass > 0 ? passes == pass : random.nextDouble() < rate;
        if (isDue) {
            tell();
        }
        return isDue;
    }

    /** On the disk before anything happens: a halt leaves no time for it. */
    private void tell() {
        if (fired.isEmpty()) {
            return;
        }
        try {
            Files.writeString(
                    Path.of(fired),
                    name + " " + action + " " + passes + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot tell in " + fired + " that the failpoint " + name + " fired", e);
        }
    }

    private void act() {
        if (action.equals(THROW)) {
            throw new IllegalStateException("The failpoint " + name + " is armed to throw");
        }
        if (!action.startsWith(DELAY)) {
            halt();
        }
        try {
            TimeUnit.MILLISECONDS.sleep(Long.parseLong(action.substring(DELAY.length())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void halt() {
        Runtime.getRuntime().halt(KILLED);
    }

    /** Keeps what is written until the file is closed, then writes the first half of it and halts. */
    private static final class Torn extends FilterOutputStream {
        private final OutputStream file;

        Torn(OutputStream file) {
            super(new ByteArrayOutputStream());
            this.file = file;
        }

        @Override
        public void close() throws IOException {
            byte[] whole = ((ByteArrayOutputStream) out).toByteArray();
            file.write(whole, 0, whole.length / 2);
            file.close();
            halt();
        }
    }
}
