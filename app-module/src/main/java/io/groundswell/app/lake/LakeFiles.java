package io.groundswell.app.lake;

import io.groundswell.session.ForklessFileSystem;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/** How commands that start no Spark come to the files of a lake: as Spark's session of a local lake does. */
public final class LakeFiles {
    /** Made once: to make one reads files. */
    private static final Configuration CONFIGURATION = new Configuration();

    static {
        // Hadoop's own starts a process for each file that it lists, and who first asks for one decides for the
        // process.
        CONFIGURATION.setClass("fs.file.impl", ForklessFileSystem.class, FileSystem.class);
    }

    private LakeFiles() {}

    public static Configuration configuration() {
        return new Configuration(CONFIGURATION);
    }
}
