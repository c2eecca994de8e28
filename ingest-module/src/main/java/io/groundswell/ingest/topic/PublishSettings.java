package io.groundswell.ingest.topic;

/**
 * Where results are sent.
 *
 * @param topic {@code publish.topic}: of gold.trends; it must be there
 */
public record PublishSettings(String topic) {
    public static final PublishSettings DEFAULT = new PublishSettings("groundswell-trends");

    public PublishSettings {
        if (topic.isBlank()) {
            throw new IllegalArgumentException("publish.topic must name a topic, was empty");
        }
    }
}
