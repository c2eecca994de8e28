package io.groundswell.session;

import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The local file system without Hadoop's {@code chmod} processes: one is started for each file that a micro-batch
 * writes, and costs more than the file. Files get the permissions of the process's umask instead.
 */
public final class ForklessFileSystem extends RawLocalFileSystem {
    @Override
    public void setPermission(Path path, FsPermission permission) {
        // The umask has already said what the file may be.
    }
}
