package io.groundswell.session;

import io.delta.storage.HDFSLogStore;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * Delta's log on a local disk. A listing asks for the attributes of those files alone that come behind the name it begins
 * at; Delta's own asks for those of the whole log, at each commit, so that a table's thousandth commit takes longer than
 * its tenth. Commits are written as Delta does on HDFS.
 */
public final class LocalLogStore extends HDFSLogStore {
    /** Called by Delta through reflection. */
    public LocalLogStore(Configuration conf) {
        super(conf);
    }

    @Override
    public Iterator<FileStatus> listFrom(Path path, Configuration conf) throws IOException {
        FileSystem files = path.getFileSystem(conf);
        RawLocalFileSystem local = local(files);
        if (local == null) {
            return super.listFrom(path, conf);
        }
        Path folder = path.getParent();
        String[] names = local.pathToFile(folder).list();
        if (names == null) {
            throw new FileNotFoundException("There is no folder " + folder);
        }
        return Arrays.stream(names)
                .filter(name -> name.compareTo(path.getName()) >= 0)
                .sorted()
                .map(name -> status(files, new Path(folder, name)))
                .filter(Objects::nonNull)
                .iterator();
    }

    private static RawLocalFileSystem local(FileSystem files) {
        FileSystem inner = files instanceof LocalFileSystem checked ? checked.getRaw() : files;
        return inner instanceof RawLocalFileSystem raw ? raw : null;
    }

    /** Returns null for a file that has gone since its name was read. */
    private static FileStatus status(FileSystem files, Path path) {
        try {
            return files.getFileStatus(path);
        } catch (FileNotFoundException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
