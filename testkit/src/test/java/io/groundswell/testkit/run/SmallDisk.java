package io.groundswell.testkit.run;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file system in memory that is soon full.
 *
 * @param isThere false where this machine does not let us mount one
 */
record SmallDisk(Path folder, boolean isThere) implements Closeable {
    private static final int KILOBYTE = 1024;

    static SmallDisk mount(Path folder, int megabytes) throws IOException {
        Files.createDirectories(folder);
        return new SmallDisk(
                folder, run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString()));
    }

    /** Writes a file that leaves so many kilobytes, or a few more. */
    void fill(int kilobytes) throws IOException {
        FileStore store = Files.getFileStore(folder);
        try (OutputStream out = Files.newOutputStream(filler())) {
            byte[] block = new byte[4 * KILOBYTE];
            while (store.getUsableSpace() >= (long) kilobytes * KILOBYTE + block.length) {
                out.write(block);
            }
        }
    }

    void empty() throws IOException {
        Files.delete(filler());
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    @Override
    public void close() throws IOException {
        if (isThere) {
            run("umount", "-l", folder.toString());
        }
    }

    private static boolean run(String... command) throws IOException {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + command[0], e);
        }
    }
}
