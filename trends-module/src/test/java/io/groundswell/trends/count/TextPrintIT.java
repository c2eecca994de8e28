package io.groundswell.trends.count;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.SparkTest;
import java.util.List;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class TextPrintIT {
    private static final String TEXT =
            "Water in the streets of the old town, stay at home and call your neighbours now";

    @Test
    void aCopyIsTheTextThatItCopies(SparkSession spark) {
        assertThat(prints(
                        spark,
                        TEXT,
                        "RT @anna_1: " + TEXT,
                        "RT @anna_1: " + TEXT.substring(0, 70) + "…",
                        TEXT.toUpperCase(java.util.Locale.ROOT) + " https://a.example/1",
                        TEXT.replace("Water in", "Water, in")))
                .hasSize(1);
    }

    @Test
    void aTextIsTheSameWhomeverItSpeaksToAndWhateverItLinksTo(SparkSession spark) {
        assertThat(prints(
                        spark,
                        "Free coins for all",
                        "Free coins @ann for all",
                        "@ann @bob Free coins for all",
                        "Free coins for all https://x.y/z"))
                .containsExactly("free coins for all");
    }

    @Test
    void aLongTextIsReadToItsEnd(SparkSession spark) {
        String longest = "@a ".repeat(100_000) + "!?".repeat(100_000) + "https://x.y/" + "z".repeat(100_000) + " end";

        assertThat(prints(spark, longest)).containsExactly("end");
    }

    @Test
    void otherTextsAreOthers(SparkSession spark) {
        assertThat(prints(spark, TEXT, "No " + TEXT, "RT this: " + TEXT, "Улица под водой", "通りに水"))
                .hasSize(5);
    }

    @Test
    void isTheSameWithoutSpark(SparkSession spark) {
        List<String> texts = List.of(
                TEXT,
                "RT @anna_1: " + TEXT.substring(0, 70) + "…",
                "@ann @bob Free coins for all https://x.y/z",
                "Улица под водой, ИДИТЕ домой!",
                "通りに水 🌊🌊 " + "水".repeat(80),
                "  ",
                "");
        for (String text : texts) {
            assertThat(prints(spark, text)).containsExactly(TextPrint.of(text));
        }
    }

    private static List<String> prints(SparkSession spark, String... texts) {
        return spark.createDataset(List.of(texts), Encoders.STRING())
                .select(new TextPrint(col("value")).column())
                .distinct()
                .as(Encoders.STRING())
                .collectAsList();
    }
}
