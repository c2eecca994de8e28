/**
 * Settings: a flag wins over the environment, that over a file, that over the default in the settings record. Keys are
 * the names of the records' components: {@code trends.min-evidence} is {@code TrendSettings.minEvidence}.
 */
package io.groundswell.app.settings;
