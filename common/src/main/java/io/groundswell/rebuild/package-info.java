/**
 * How tables are made anew beside running jobs: {@link io.groundswell.rebuild.RebuildPlace} is where that is done and says
 * that they are being swapped, {@link io.groundswell.rebuild.Gate} is where running jobs wait meanwhile.
 */
package io.groundswell.rebuild;
