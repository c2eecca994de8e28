package io.groundswell.testing;

import io.groundswell.session.ForklessFileSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;

/** Local files as sessions have them, for tests without one. */
public final class LocalFiles {
    private LocalFiles() {}

    /**
     * Returns a configuration with the sessions' file system. Hadoop keeps the first one that anybody in a JVM asks for, so
     * one of a plain configuration would be that of later sessions.
     */
    public static Configuration configuration() {
        Configuration configuration = new Configuration();
        configuration.set("fs.file.impl", ForklessFileSystem.class.getName());
        return configuration;
    }

    /** Returns the sessions' file system itself, which no cache has. */
    public static ForklessFileSystem fileSystem() {
        ForklessFileSystem files = new ForklessFileSystem();
        try {
            files.initialize(URI.create("file:///"), new Configuration());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** Returns a path as Hadoop has it. */
    public static org.apache.hadoop.fs.Path path(Path path) {
        return new org.apache.hadoop.fs.Path(path.toUri());
    }
}
