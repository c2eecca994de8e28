package io.groundswell.session;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FsConstants;
import org.apache.hadoop.fs.Path;

/** {@link ForklessFileSystem} for those parts of Spark and Delta that use Hadoop's newer file interface. */
public final class ForklessFileContext extends DelegateToFileSystem {
    /** Called by Hadoop through reflection. */
    public ForklessFileContext(URI uri, Configuration conf) throws IOException, URISyntaxException {
        super(uri, new ForklessFileSystem(), conf, FsConstants.LOCAL_FS_URI.getScheme(), false);
    }

    @Override
    public void renameInternal(Path from, Path to) throws IOException {
        if (!fsImpl.rename(from, to)) {
            // The type by which a writer knows that another one was first.
            throw new FileAlreadyExistsException(to + " is there already, or can't be written");
        }
    }
}
