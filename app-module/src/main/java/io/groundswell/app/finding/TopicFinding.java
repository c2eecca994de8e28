package io.groundswell.app.finding;

import java.util.List;
import java.util.Map;

/**
 * A topic of the serving model.
 *
 * @param words its ten words that weigh most
 * @param posts scored posts of which it is the first topic
 */
public record TopicFinding(int topic, String label, double coherence, List<String> words, long posts) {
    public Map<String, Object> document() {
        return Map.of("topic", topic, "label", label, "coherence", coherence, "words", words, "posts", posts);
    }
}
