package io.groundswell.app.settings;

/**
 * Something wrong with a setting.
 *
 * @param isIgnored whether commands run all the same, as if it were not there
 */
public record SettingsProblem(String what, String cure, boolean isIgnored) {}
