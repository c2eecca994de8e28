/**
 * The TF-IDF model of the lake's words: {@link FitTfidf} reads silver.posts and writes ops.models and the model's folder.
 */
package io.groundswell.features.tfidf;
