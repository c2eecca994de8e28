package io.groundswell.table;

import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.VersionChecksum;
import scala.Option;

/** What the checksum file of a version says of it, without a replay of the log. */
final class OwnChecksum {
    private OwnChecksum() {}

    /** Returns the checksum of a version; none where there is no file, or one of another commit. */
    static Option<VersionChecksum> of(Snapshot snapshot) {
        return snapshot.checksumOpt().filter(checksum -> isOf(snapshot, checksum));
    }

    /** Returns whether a version is known to have no row; one that has none need not be. */
    static boolean saysEmpty(Snapshot snapshot) {
        // Two numbers: one digit that the disk has turned must not empty a table. Whose the file is takes another
        // file to know, so that is asked last.
        return snapshot.checksumOpt().exists(checksum -> checksum.numFiles() == 0 && checksum.tableSizeBytes() == 0)
                && of(snapshot).isDefined();
    }

    /** One that a lost commit has left beside its successor of the same version tells of what never happened. */
    private static boolean isOf(Snapshot snapshot, VersionChecksum checksum) {
        return Commit.read(snapshot.deltaLog(), snapshot.version())
                .filter(commit -> checksum.txnId().contains(commit.transaction()))
                .isPresent();
    }
}
