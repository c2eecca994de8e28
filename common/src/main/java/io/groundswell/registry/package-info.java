/**
 * The model registry: ops.models and the artefacts beside it, in MLflow's vocabulary (name, version, alias, metrics,
 * params).
 */
package io.groundswell.registry;
