package io.groundswell.app.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.job.PlatformException;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamedTermTest {
    @Test
    void isReadAsAPersonWritesIt() {
        assertThat(NamedTerm.of("#Harvey", null).forms())
                .containsOnlyKeys("hashtag")
                .containsValue("harvey");
        assertThat(NamedTerm.of("Harvey's", null).forms())
                .containsOnlyKeys("hashtag", "word")
                .containsEntry("word", "harvey");
        assertThat(NamedTerm.of(" Red  Cross", null).forms())
                .containsOnlyKeys("phrase")
                .containsValue("red cross");
        assertThat(NamedTerm.of("ＨＡＲＶＥＹ", "word").forms())
                .containsOnlyKeys("word")
                .containsValue("harvey");
    }

    @Test
    void refusesWhatNoPostCanHave() {
        assertThatThrownBy(() -> NamedTerm.of("one two three", null))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("phrase 'one two three'");
    }

    @Test
    void asksWhichKindIsMeant() {
        NamedTerm harvey = NamedTerm.of("Harvey", null);

        assertThat(harvey.kind(List.of("word", "word"), "in a table")).isEqualTo("word");
        assertThatThrownBy(() -> harvey.kind(List.of("word", "hashtag", "word"), "in a table"))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("--kind hashtag or --kind word")
                .hasMessageContaining("'#Harvey'");
        assertThatThrownBy(() -> harvey.kind(List.of(), "in a table"))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("no row in a table");
    }
}
