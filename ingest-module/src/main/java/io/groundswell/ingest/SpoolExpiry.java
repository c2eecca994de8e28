package io.groundswell.ingest;

import io.groundswell.ingest.parse.PostFormats;
import io.groundswell.ingest.source.QueryName;
import io.groundswell.ingest.source.ReadSegments;
import io.groundswell.table.Lake;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Deletes the segments of a spool that every query of a lake that reads it has landed. Their bytes are in bronze.raw_posts.
 * A running query is not disturbed: it opens no segment that it has read. Another lake's queries are not known here.
 *
 * @param spool its folder, as {@code ingest.input} names it
 */
public record SpoolExpiry(Lake lake, String spool, Configuration conf) {

    /** What was deleted. */
    public record Expired(long segments, long bytes) {}

    /** Deletes those of them that were written to last before a moment. */
    public Expired before(Instant moment) {
        try {
            Path folder = new Path(spool);
            FileSystem fs = folder.getFileSystem(conf);
            if (!fs.exists(folder)) {
                return new Expired(0, 0);
            }
            String address = fs.makeQualified(folder).toString();
            long segments = 0;
            long bytes = 0;
            for (Path segment : new ReadSegments(address, readers(address), conf).before(moment)) {
                Optional<Long> length = length(fs, segment);
                if (length.isPresent() && fs.delete(segment, false)) {
                    segments++;
                    bytes += length.get();
                }
            }
            return new Expired(segments, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot expire segments of the spool " + spool, e);
        }
    }

    /** Returns empty where it was rotated since the spool was listed. */
    private static Optional<Long> length(FileSystem fs, Path segment) throws IOException {
        try {
            return Optional.of(fs.getFileStatus(segment).getLen());
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }

    /** A query's name is a hash of what it reads, so that each way to read the spool has a name that can be told. */
    private List<String> readers(String address) throws IOException {
        Path queries = new Path(lake.checkpoint(LandPosts.NAME, "any")).getParent();
        try {
            return Arrays.stream(queries.getFileSystem(conf).listStatus(queries))
                    .map(FileStatus::getPath)
                    .filter(query -> names(query.getName(), address).anyMatch(query.getName()::equals))
                    .map(Path::toString)
                    .toList();
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }

    private static Stream<String> names(String query, String address) {
        String source = query.substring(0, Math.max(0, query.lastIndexOf('-')));
        return Stream.of(InputKind.SPOOL, InputKind.ARCHIVE).flatMap(kind -> PostFormats.names().stream()
                .map(format -> QueryName.of(source, address, kind.name(), format)));
    }
}
