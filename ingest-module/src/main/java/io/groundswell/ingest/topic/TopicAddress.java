package io.groundswell.ingest.topic;

import io.groundswell.job.PlatformException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * A topic that is there.
 *
 * @param cluster the id of the cluster, which stays when brokers come and go
 * @param id the topic's own: one that is deleted and made anew has another
 */
record TopicAddress(String cluster, String topic, String id) {

    /**
     * Looks a topic up.
     *
     * @throws PlatformException if there is none, or no broker answers
     */
    static TopicAddress of(KafkaSettings settings, String topic) {
        Map<String, Object> properties = new HashMap<>(ClientProperties.of(settings));
        try (Admin admin = Admin.create(properties)) {
            String id = admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .topicId()
                    .toString();
            return new TopicAddress(admin.describeCluster().clusterId().get(), topic, id);
        } catch (ExecutionException e) {
            throw refused(settings, topic, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Looking up topic " + topic + " was interrupted", e);
        } catch (org.apache.kafka.common.KafkaException e) {
            throw PlatformException.usage(
                    "The settings of the Kafka client are refused (%s): look at kafka.bootstrap-servers and kafka.client-file."
                            .formatted(message(e)),
                    e);
        }
    }

    /** Returns the address in full, the same whatever brokers are named. */
    String full() {
        return "kafka:" + cluster + "/" + topic;
    }

    private static PlatformException refused(KafkaSettings settings, String topic, Throwable why) {
        if (why instanceof UnknownTopicOrPartitionException || why instanceof InvalidTopicException) {
            return PlatformException.usage(
                    "There is no topic %s at %s: make it, or name another."
                            .formatted(topic, settings.bootstrapServers()),
                    why);
        }
        if (why instanceof RetriableException) {
            return PlatformException.tryAgain(
                    "No broker at %s answers: start it or look at kafka.bootstrap-servers, then try again."
                            .formatted(settings.bootstrapServers()),
                    why);
        }
        return PlatformException.usage(
                "Topic %s can't be looked up (%s): look at kafka.client-file and at what this client may do."
                        .formatted(topic, why.getClass().getSimpleName()),
                why);
    }

    private static String message(Throwable failure) {
        return failure.getCause() == null
                ? failure.getMessage()
                : failure.getCause().getMessage();
    }
}
