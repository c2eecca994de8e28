package io.groundswell.session;

import io.groundswell.job.Failpoints;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The local file system as Delta needs it.
 *
 * <p>A file is renamed only to a name that is free, in one step of the operating system: Hadoop looks first and renames
 * then, and of two processes that commit the same version of a table at once the later would replace the earlier's
 * commit. As on HDFS, a rename to a name that is taken returns false.
 *
 * <p>It starts no {@code chmod} and {@code ls} processes: Hadoop starts one for each file that a micro-batch writes, and
 * one for each that a listing tells of with its place, which costs more than the file. Files get the permissions of the
 * process's umask; what is told of a file's owner and permissions is Hadoop's default.
 *
 * <p>Hadoop's own keeps a side file of checksums beside each file. This keeps a {@link FileSum} on the file itself, and
 * refuses to open one that is not what was written.
 */
public final class ForklessFileSystem extends RawLocalFileSystem {
    @Override
    public void setPermission(Path path, FsPermission permission) {
        // The umask has already said what the file may be.
    }

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
        FileStatus found = super.getFileStatus(path);
        return new FileStatus(
                found.getLen(),
                found.isDirectory(),
                found.getReplication(),
                found.getBlockSize(),
                found.getModificationTime(),
                found.getAccessTime(),
                found.isDirectory() ? FsPermission.getDirDefault() : FsPermission.getFileDefault(),
                "",
                "",
                found.getPath());
    }

    /**
     * Opens a file.
     *
     * @throws ChecksumException if it is not what was written
     */
    @Override
    public FSDataInputStream open(Path path, int bufferSize) throws IOException {
        if (!FileSum.seemsAsWritten(pathToFile(path).toPath())) {
            throw new ChecksumException(
                    "The file %s is not what was written: it was changed since, or the disk has damaged it. 'doctor' says"
                                    .formatted(path)
                            + " how to mend it.",
                    0);
        }
        return super.open(path, bufferSize);
    }

    @Override
    protected OutputStream createOutputStreamWithMode(Path path, boolean append, FsPermission permission)
            throws IOException {
        java.nio.file.Path file = pathToFile(path).toPath();
        FileSum.forget(file);
        OutputStream out = super.createOutputStreamWithMode(path, append, permission);
        return append ? out : new SummedOutput(out, file);
    }

    @Override
    public boolean truncate(Path path, long length) throws IOException {
        FileSum.forget(pathToFile(path).toPath());
        return super.truncate(path, length);
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
        File source = pathToFile(from);
        File target = pathToFile(to);
        if (!source.isFile() || target.isDirectory()) {
            return super.rename(from, to);
        }
        try {
            Failpoints.hit(place(target, ".beforeCommit"));
            // A link, unlike a rename, fails where there is such a name. A crash between the two leaves both names.
            Files.createLink(target.toPath(), source.toPath());
            Failpoints.hit(place(target, ".afterCommit"));
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (UnsupportedOperationException | FileSystemException e) {
            return super.rename(from, to); // links are not to be had here, or the failure is another one: Hadoop tells
        }
        Files.delete(source.toPath());
        return true;
    }

    /** Names a failpoint by the folder: {@code _delta_log} of a table, {@code offsets} or {@code commits} of a checkpoint. */
    private static String place(File target, String when) {
        File folder = target.getParentFile();
        return (folder == null ? "" : folder.getName()) + when;
    }
}
