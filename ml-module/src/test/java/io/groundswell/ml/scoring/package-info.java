/** Tests of scoring, by hand-made models. */
package io.groundswell.ml.scoring;
