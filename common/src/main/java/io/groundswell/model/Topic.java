package io.groundswell.model;

/**
 * One word of one topic of a model version.
 *
 * @param topic from 0
 * @param rank of the word in the topic, from 0
 * @param weight of the word in the topic; a topic's weights over the whole vocabulary add up to 1
 * @param label of the topic: its words that weigh most after TF-IDF
 * @param coherence smoothed NPMI of the topic's ten first words in held-out posts, −1 to 1; 0 is chance
 */
public record Topic(
        int modelVersion, int topic, int rank, String term, double weight, String label, double coherence) {}
