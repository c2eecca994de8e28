package io.groundswell.trends.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinearPatternTest {

    /** The JDK's own matcher takes 2 to the power of the length, or all of the stack. */
    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "^(a|a)*$", "(a|aa)+$", "(.*a){12}$", "^(a?){30}a{30}$", "(?i)(a*)*b"})
    void takesTimeLinearInTheText(String expression) {
        String text = "a".repeat(1 << 20) + "!";
        LinearPattern pattern = LinearPattern.of(expression);

        boolean isFound = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> pattern.isIn(text));

        assertThat(isFound).isFalse();
    }

    @Test
    void isFoundAnywhereUnlessItSaysWhere() {
        assertThat(LinearPattern.of("free (crypto|followers)").isIn("get free followers now"))
                .isTrue();
        assertThat(LinearPattern.of("^free").isIn("get free followers")).isFalse();
        assertThat(LinearPattern.of("(?i)STRASSE").isIn("Strasse")).isTrue();
        assertThat(LinearPattern.of("\\p{Cyrillic}{3}").isIn("это")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "(secret, missing closing",
        "(?=secret), invalid or unsupported Perl syntax",
        "(secret)\\1, invalid escape",
        "secret{1001}, repetitions",
        "((secret{100}){100}){100}, repetitions",
        "'(secretsecret){900}', steps"
    })
    void saysWhyOneIsRefusedAndNotWhich(String expression, String why) {
        assertThatThrownBy(() -> LinearPattern.of(expression))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageContaining(why)
                .message()
                .doesNotContain("secret");
    }
}
