package io.groundswell.ingest.parse;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** JSON objects, one a post, whose fields have the names of the settings. */
final class MappedJsonFormat implements PostFormat {
    private final ColumnSettings columns;
    private final ChangeColumns changes;
    private final Set<String> wanted;
    /** Of the fields that hold those that are wanted. */
    private final Set<String> leading;

    MappedJsonFormat(ColumnSettings columns, ChangeColumns changes) {
        this.columns = columns;
        this.changes = changes;
        this.wanted = Stream.of(
                        columns.id(),
                        columns.text(),
                        columns.createdAt(),
                        columns.author(),
                        columns.language(),
                        changes.op(),
                        changes.changedAt())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        this.leading = Stream.concat(wanted.stream(), Stream.of(columns.hashtags()))
                .flatMap(MappedJsonFormat::leading)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns {@code a} and {@code a.b} of {@code a.b.c}. */
    private static Stream<String> leading(String path) {
        return IntStream.range(0, path.length())
                .filter(i -> path.charAt(i) == '.')
                .mapToObj(i -> path.substring(0, i));
    }

    @Override
    public Reading read(byte[] frame) {
        return Frames.read(frame, Frame::new);
    }

    private final class Frame implements Frames.Reader {
        private final MappedPost post = new MappedPost(columns, changes);

        @Override
        public void field(JsonCursor cursor, String name) throws IOException {
            at(cursor, name);
        }

        private void at(JsonCursor cursor, String path) throws IOException {
            if (wanted.contains(path)) {
                post.put(path, cursor.scalar());
            } else if (!path.isEmpty() && path.equals(columns.hashtags())) {
                post.tags(cursor.list(cursor::text));
            } else if (leading.contains(path)) {
                cursor.fields(inner -> at(cursor, path + "." + inner));
            } else {
                cursor.skip();
            }
        }

        @Override
        public Reading reading() throws UnreadableFrame {
            return post.change();
        }
    }
}
