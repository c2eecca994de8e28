package io.groundswell.ingest.source;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.compress.GzipCodec;

/** How a file is compressed, told by the end of its name. */
enum Compression {
    NONE("") {
        @Override
        InputStream open(InputStream stored, Configuration conf) {
            return stored;
        }
    },
    GZIP(".gz") {
        @Override
        InputStream open(InputStream stored, Configuration conf) throws IOException {
            // Hadoop's codec reads files of several gzip members on any file system, java.util.zip's does not.
            GzipCodec codec = new GzipCodec();
            codec.setConf(conf);
            return codec.createInputStream(stored);
        }
    },
    ZSTD(".zst") {
        @Override
        InputStream open(InputStream stored, Configuration conf) throws IOException {
            // Hadoop's codec needs a native Hadoop; this one, which Spark brings, reads several frames too.
            return new ZstdInputStream(stored);
        }
    };

    private final String suffix;

    Compression(String suffix) {
        this.suffix = suffix;
    }

    /** Returns the compression of a file of this name. */
    static Compression of(String name) {
        return Arrays.stream(values())
                .filter(known -> known != NONE && name.endsWith(known.suffix))
                .findFirst()
                .orElse(NONE);
    }

    /** Returns the name that a compressed file has without its compression. */
    String plain(String name) {
        return name.substring(0, name.length() - suffix.length());
    }

    String suffix() {
        return suffix;
    }

    /** Returns the stored bytes decompressed; an {@link IOException} of it means that they are broken. */
    abstract InputStream open(InputStream stored, Configuration conf) throws IOException;
}
