package io.groundswell.ingest.suppress;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.groundswell.job.PlatformException;
import io.groundswell.table.Lake;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;

/** The file with the key of the list's hashes: 32 random bytes in hexadecimal, which its owner alone may read. */
record SuppressionKey(Lake lake, Configuration conf) {
    private static final int BYTES = 32;
    private static final String OWNER_ONLY = "rw-------";

    /**
     * Returns the key; empty where there is none.
     *
     * @throws PlatformException if the file holds no key
     */
    Optional<byte[]> read() {
        Path file = new Path(lake.suppressionKey());
        try (InputStream in = file.getFileSystem(conf).open(file)) {
            return Optional.of(HexFormat.of().parseHex(new String(in.readAllBytes(), US_ASCII).strip()))
                    .filter(key -> key.length == BYTES);
        } catch (FileNotFoundException e) {
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            throw PlatformException.usage(
                    "The file %s holds no key. Put it back from its copy, or, if nothing was ever forgotten, delete it."
                            .formatted(file),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the key " + file, e);
        }
    }

    /** Makes a new key. A kill leaves it whole, or too short to be one, which counts as none. */
    byte[] make() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        byte[] text = HexFormat.of().formatHex(key).getBytes(US_ASCII);
        try {
            Optional<java.nio.file.Path> local = lake.localRoot();
            if (local.isPresent()) {
                write(local.get().resolveSibling(local.get().getFileName() + suffix()), text);
            } else {
                Path file = new Path(lake.suppressionKey());
                try (FSDataOutputStream out =
                        FileSystem.create(file.getFileSystem(conf), file, new FsPermission("600"))) {
                    out.write(text);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the key " + lake.suppressionKey(), e);
        }
        return key;
    }

    private String suffix() {
        return lake.suppressionKey().substring(lake.root().length());
    }

    private static void write(java.nio.file.Path file, byte[] text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
        } catch (FileAlreadyExistsException e) {
            // a killed run left it, without a key
        } catch (UnsupportedOperationException e) {
            Files.createFile(file); // no POSIX: its folder says who may read it
        }
        Files.write(file, text);
    }
}
