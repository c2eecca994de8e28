package io.groundswell.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailpointTest {
    @TempDir
    private Path folder;

    @Test
    void throwsAtThePassThatIsNamedAndTellsSo() throws IOException {
        Path fired = folder.resolve("fired");
        List<Failpoint> armed = Failpoint.parse("a.b:2:throw,c.d:1", 0, fired.toString());
        Failpoint point = armed.get(0);

        assertThat(armed).hasSize(2);
        assertThat(point.isAt("a.b")).isTrue();
        assertThat(point.isAt("a")).isFalse();
        point.pass();
        assertThat(fired).doesNotExist();
        assertThatIllegalStateException().isThrownBy(point::pass).withMessageContaining("a.b");
        point.pass();
        assertThat(Files.readAllLines(fired)).containsExactly("a.b throw 2");
    }

    @Test
    void firesAsOftenAsARateSaysAndTheSameWithTheSameSeed() {
        List<Boolean> first = passes(7);

        assertThat(first).isEqualTo(passes(7)).isNotEqualTo(passes(8));
        assertThat(first.stream().filter(fired -> fired)).hasSizeBetween(20, 80);
    }

    private List<Boolean> passes(long seed) {
        Failpoint point = Failpoint.parse("x:0.05:throw", seed, "").get(0);
        return IntStream.range(0, 1000).mapToObj(i -> throwsNow(point)).toList();
    }

    private static boolean throwsNow(Failpoint point) {
        try {
            point.pass();
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    @Test
    void leavesAFileAloneUntilItIsDue() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Failpoint point = Failpoint.parse("x:2:torn", 0, "").get(0);

        try (OutputStream out = point.pass(file)) {
            out.write("whole".getBytes(UTF_8));
        }

        assertThat(file.toString(UTF_8)).isEqualTo("whole");
    }

    @Test
    void refusesWhatItCannotRead() {
        for (String list : List.of("x", "x:y", "x:1:explode", "x:1:delay", "x:1:halt:2")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Failpoint.parse(list, 0, ""))
                    .withMessageContaining(list);
        }
    }
}
