package io.groundswell.ingest.spool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class BytesTest {
    private final Bytes bytes = new Bytes(1);

    private String text() {
        return new String(bytes.copy(), UTF_8);
    }

    @Test
    void putsNumbersAndTextTogetherAndGrows() {
        bytes.append("id ".getBytes(UTF_8)).append(0L).append(' ').append(Long.MAX_VALUE);
        bytes.append(' ').appendPadded(7, 3);

        assertThat(text()).isEqualTo("id 0 9223372036854775807 007");
    }

    @Test
    void appendsAnotherBuffer() {
        Bytes other = new Bytes(8).append('b');

        bytes.append('a').append(other);

        assertThat(text()).isEqualTo("ab");
    }

    @Test
    void isEmptiedAndUsedAgain() {
        bytes.append(12345L).truncate(2);

        assertThat(text()).isEqualTo("12");
    }

    @Test
    void refusesWhatItCannotHold() {
        assertThatIllegalArgumentException().isThrownBy(() -> bytes.append(-1L));
        assertThatIllegalArgumentException().isThrownBy(() -> bytes.truncate(1));
    }
}
