/** Tests of topics, and {@link io.groundswell.ml.topic.HandMadeModels} for those of scoring. */
package io.groundswell.ml.topic;
