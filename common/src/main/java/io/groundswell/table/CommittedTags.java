package io.groundswell.table;

import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.VersionChecksum;
import org.apache.spark.sql.delta.actions.SetTransaction;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** The version that each application has committed to a table last. */
public final class CommittedTags {
    private static final long NEVER = -1;

    private CommittedTags() {}

    /** Returns the last version of an application; empty where it has not written to the table. */
    public static OptionalLong newest(Table table, String application, SparkSession spark) {
        long version = newest(table.snapshot(spark), application);
        return version == NEVER ? OptionalLong.empty() : OptionalLong.of(version);
    }

    /** Returns the last version of each application that has written to the table, by its name. */
    public static Map<String, Long> all(Table table, SparkSession spark) {
        return CollectionConverters.asJava(all(table.snapshot(spark))).stream()
                .collect(Collectors.toMap(SetTransaction::appId, SetTransaction::version, Math::max));
    }

    /** Returns the last version of an application, -1 where there is none. */
    static long newest(Snapshot snapshot, String application) {
        return CollectionConverters.asJava(all(snapshot)).stream()
                .filter(tag -> tag.appId().equals(application))
                .mapToLong(SetTransaction::version)
                .max()
                .orElse(NEVER);
    }

    /** A checksum file may be missing, or leave the tags out where they are many: then the log is replayed. */
    private static Seq<SetTransaction> all(Snapshot snapshot) {
        return OwnChecksum.of(snapshot)
                .flatMap(VersionChecksum::setTransactions)
                .getOrElse(snapshot::setTransactions);
    }
}
