package io.groundswell.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** SHA-256 in hexadecimal digits. */
public final class Digest {
    private static final int BUFFER_BYTES = 1 << 16;

    private Digest() {}

    public static String of(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    /** Returns the digest over a folder's files but hidden ones: paths below it and contents, in the paths' order. */
    public static String of(String folder, Configuration conf) throws IOException {
        Path root = new Path(folder);
        FileSystem fs = root.getFileSystem(conf);
        String prefix = fs.makeQualified(root).toString();
        Map<String, Path> files = new TreeMap<>();
        RemoteIterator<LocatedFileStatus> found = fs.listFiles(root, true);
        while (found.hasNext()) {
            Path file = found.next().getPath();
            // Some file systems show their own checksums, others hide them: they are no part of a model.
            if (!file.getName().startsWith(".")) {
                files.put(file.toString().substring(prefix.length()), file);
            }
        }
        MessageDigest digest = sha256();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            digest.update(file.getKey().getBytes(StandardCharsets.UTF_8));
            try (InputStream in = fs.open(file.getValue())) {
                byte[] buffer = new byte[BUFFER_BYTES];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    digest.update(buffer, 0, read);
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
