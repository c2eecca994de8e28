package io.groundswell.ingest.simulate.wire;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The formats in which posts can be simulated, by name. */
public final class WireFormats {
    private static final Map<String, Supplier<WireFormat>> BY_NAME = Map.of(
            "x", XFormat::new,
            "x-v1", XArchiveFormat::new,
            "csv", CsvFormat::new,
            "flume", FlumeFormat::new,
            "jetstream", JetstreamFormat::new,
            "json", FlatJsonFormat::new,
            "mastodon", MastodonFormat::new);

    private WireFormats() {}

    /** Returns the names of all formats, in their order. */
    public static List<String> names() {
        return BY_NAME.keySet().stream().sorted().toList();
    }

    /** Returns a new renderer of one of {@link #names()}. */
    public static WireFormat named(String name) {
        return BY_NAME.get(name).get();
    }
}
