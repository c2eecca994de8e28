package io.groundswell.app.demo;

import java.util.Map;

/** One step of the demo as it was run. */
record Step(String name, double seconds, Map<String, Long> rows) {
    Map<String, Object> document() {
        return Map.of("name", name, "seconds", seconds, "rows", rows);
    }
}
