package io.groundswell.trends.rule;

/**
 * How much may be ruled, since each rule is asked about each post or term.
 *
 * @param maxRules most rules in force or to come
 * @param maxPatterns most of them that are patterns, which are dearer than names
 * @param maxPatternLength longest pattern, in chars
 */
public record RuleSettings(int maxRules, int maxPatterns, int maxPatternLength) {
    public static final RuleSettings DEFAULT = new RuleSettings(10_000, 50, 200);

    public RuleSettings {
        require(maxRules >= 1, "max-rules", "be >= 1", maxRules);
        require(maxPatterns >= 0, "max-patterns", "be >= 0", maxPatterns);
        require(
                maxPatternLength >= 1 && maxPatternLength <= 1000,
                "max-pattern-length",
                "be 1 to 1000",
                maxPatternLength);
    }

    private static void require(boolean holds, String key, String rule, int value) {
        if (!holds) {
            throw new IllegalArgumentException("rules.%s must %s, was %d".formatted(key, rule, value));
        }
    }
}
