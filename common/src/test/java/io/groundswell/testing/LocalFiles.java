package io.groundswell.testing;

import io.groundswell.session.ForklessFileSystem;
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
}
