package io.groundswell.trends.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.model.Term;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTest {
    private static Name name(String written) {
        boolean isTag = written.startsWith("#");
        String display = written.replace("#", "");
        String kind = isTag ? Term.HASHTAG : Term.WORD;
        return Name.of(new TermId(kind, display.toLowerCase(Locale.ROOT)), display);
    }

    @ParameterizedTest
    @CsvSource({
        "#Harvey, harvey",
        "#HurricaneHarvey, hurricane harvey",
        "#HurricaneHarvey, harvey",
        "#hurricaneharvey, harvey",
        "hurricane harvey, harvey",
        "#WorldCup2026, #WorldCup",
        "#地震速報, #地震速報",
        "#熊本地震, 熊本地震 速報"
    })
    void isOneName(String one, String other) {
        assertThat(name(one).isNameOf(name(other))).isTrue();
        assertThat(name(other).isNameOf(name(one))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "#HurricaneHarvey, hurricane maria",
        "hurricane harvey, hurricane maria",
        "#Harvey, #Irma",
        "#usa, #USAToday",
        "#ThunderStorm, under",
        "cup, #WorldCup"
    })
    void isAnotherName(String one, String other) {
        assertThat(name(one).isNameOf(name(other))).isFalse();
        assertThat(name(other).isNameOf(name(one))).isFalse();
    }
}
