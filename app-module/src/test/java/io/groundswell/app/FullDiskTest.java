package io.groundswell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

class FullDiskTest {
    @Test
    void saysThatTheSameCommandWillDoOnceThereIsRoom() {
        Throwable inATask = new IllegalStateException(
                "The query failed",
                new IllegalStateException("Job aborted: java.io.IOException: No space left on device at ..."));

        assertThat(FullDisk.told(inATask))
                .hasValueSatisfying(told -> assertThat(told).contains("No space is left on a disk", "Make room"));
        assertThat(Main.exitCode(inATask)).isEqualTo(75);
    }

    @Test
    void namesTheFileWhereTheSystemDoes() {
        IOException named = new FileSystemException("/lake/gold/part-1", null, "No space left on device");

        assertThat(FullDisk.told(new IllegalStateException(named)))
                .hasValueSatisfying(told -> assertThat(told).contains("for /lake/gold/part-1"));
    }

    @Test
    void leavesOtherFailuresAlone() {
        assertThat(FullDisk.told(new IllegalStateException("x", new IOException("Broken pipe"))))
                .isEmpty();
    }
}
