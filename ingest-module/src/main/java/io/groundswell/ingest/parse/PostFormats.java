package io.groundswell.ingest.parse;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every format by its name. */
public final class PostFormats implements Serializable {
    private final ColumnSettings columns;
    private final ChangeColumns changes;
    /** Built anew where tasks are run. */
    private transient Map<String, PostFormat> byName;

    /**
     * @param columns where the formats {@code json} and {@code csv} have what a post has
     * @param changes where they tell that it was changed
     */
    public PostFormats(ColumnSettings columns, ChangeColumns changes) {
        this.columns = columns;
        this.changes = changes;
    }

    /** Returns the format of a name; empty where there is none. */
    public synchronized Optional<PostFormat> named(String name) {
        if (byName == null) {
            byName = all();
        }
        return Optional.ofNullable(byName.get(name));
    }

    /** Returns the names of all formats, in their order. */
    public static Set<String> names() {
        return new TreeSet<>(new PostFormats(ColumnSettings.DEFAULT, ChangeColumns.DEFAULT)
                .all()
                .keySet());
    }

    /** The list of formats: a new one is a new line. */
    private Map<String, PostFormat> all() {
        Map<String, PostFormat> formats = new TreeMap<>();
        formats.put("x", new XFormat());
        formats.put("x-v1", new XArchiveFormat());
        formats.put("jetstream", new JetstreamFormat());
        formats.put("mastodon", new MastodonFormat());
        formats.put("flume", new FlumeFormat(this));
        formats.put("json", new MappedJsonFormat(columns, changes));
        formats.put("csv", new MappedCsvFormat(columns, changes));
        return formats;
    }
}
