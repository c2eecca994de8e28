/**
 * Topics: a sample of posts is pooled into documents, a model is fitted, judged on posts held out, registered and
 * promoted. Reads silver.posts and the {@code tfidf} model; writes gold.topics and ops.models.
 */
package io.groundswell.ml.topic;
