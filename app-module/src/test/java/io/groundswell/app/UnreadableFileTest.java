package io.groundswell.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnreadableFileTest {
    private static final String PATH = "file:///lake/silver/posts/part-00000-a.c000.zstd.parquet";

    /** As Spark wraps what Parquet throws. */
    private static Throwable bySpark(Throwable cause) {
        return new IllegalStateException(
                "The query failed",
                new IllegalStateException(
                        "[FAILED_READ_FILE.NO_HINT] Encountered error while reading file %s.  SQLSTATE: KD001"
                                .formatted(PATH),
                        cause));
    }

    private static Throwable byParquet() throws ReflectiveOperationException {
        return Class.forName("org.apache.parquet.io.ParquetDecodingException")
                .asSubclass(Throwable.class)
                .getConstructor(String.class)
                .newInstance("could not verify page integrity: a post's text");
    }

    @Test
    void namesTheFileAndWhoKnowsTheCure() throws ReflectiveOperationException {
        assertThat(UnreadableFile.told(bySpark(byParquet()))).hasValueSatisfying(told -> assertThat(told)
                .contains("The file " + PATH + " can't be read", "doctor --deep")
                .doesNotContain("SQLSTATE")
                .doesNotContain("a post's text"));
        assertThat(Main.exitCode(bySpark(byParquet()))).isEqualTo(2);
    }

    @Test
    void tellsOfAFileThatNobodyNames() throws ReflectiveOperationException {
        assertThat(UnreadableFile.told(new IllegalStateException("by Kernel", byParquet())))
                .hasValueSatisfying(told -> assertThat(told)
                        .startsWith("A file of the lake can't be read")
                        .doesNotContain("a post's text"));
    }

    @Test
    void tellsOfALogThatHasAGap() {
        Throwable gap = new IllegalStateException(
                "[DELTA_VERSIONS_NOT_CONTIGUOUS] Versions (1, 3) are not contiguous. SQLSTATE: KD00C");

        assertThat(UnreadableFile.told(new IllegalStateException("The query failed", gap)))
                .hasValueSatisfying(told ->
                        assertThat(told).startsWith("A table's log (DELTA_VERSIONS_NOT_CONTIGUOUS) can't be read"));
    }

    @Test
    void leavesOtherFailuresAlone() {
        assertThat(UnreadableFile.told(new IllegalStateException("x", new NullPointerException())))
                .isEmpty();
    }
}
