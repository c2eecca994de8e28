package io.groundswell.ingest.parse;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** JSON objects, one a post, whose fields have the names of the settings. */
final class MappedJsonFormat implements PostFormat {
    private final ColumnSettings columns;
    private final Set<String> wanted;

    MappedJsonFormat(ColumnSettings columns) {
        this.columns = columns;
        this.wanted = Stream.of(columns.id(), columns.text(), columns.createdAt(), columns.author(), columns.language())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Reading read(byte[] frame) {
        return Frames.read(frame, Frame::new);
    }

    private final class Frame implements Frames.Reader {
        private final MappedPost post = new MappedPost(columns);

        @Override
        public void field(JsonCursor cursor, String name) throws IOException {
            at(cursor, name);
        }

        private void at(JsonCursor cursor, String path) throws IOException {
            if (wanted.contains(path)) {
                post.put(path, cursor.scalar());
            } else if (path.equals(columns.hashtags())) {
                post.tags(cursor.list(cursor::text));
            } else if (leads(path)) {
                cursor.fields(inner -> at(cursor, path + "." + inner));
            } else {
                cursor.skip();
            }
        }

        private boolean leads(String path) {
            return columns.hashtags().startsWith(path + ".")
                    || wanted.stream().anyMatch(name -> name.startsWith(path + "."));
        }

        @Override
        public Reading reading() throws UnreadableFrame {
            return post.change();
        }
    }
}
