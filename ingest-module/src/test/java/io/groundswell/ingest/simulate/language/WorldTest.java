package io.groundswell.ingest.simulate.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorldTest {
    private final World world = new World(7, 12, 1_000, Mix.MOSTLY_ENGLISH);

    private static List<String> words(World world) {
        return world.english().words().stream().map(Word::text).toList();
    }

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(words(new World(7, 12, 1_000, Mix.MOSTLY_ENGLISH))).isEqualTo(words(world));
        assertThat(new World(7, 12, 1_000, Mix.MOSTLY_ENGLISH).hashtags().terms(0))
                .isEqualTo(world.hashtags().terms(0));
        assertThat(words(new World(8, 12, 1_000, Mix.MOSTLY_ENGLISH))).isNotEqualTo(words(world));
    }

    @Test
    void makesNoWordTwice() {
        assertThat(words(world)).hasSize(17_000).doesNotHaveDuplicates().allMatch(word -> word.matches("[a-z]+"));
        assertThat(words(world))
                .doesNotContain("the", "and", "that")
                .doesNotContain(world.freshWord(world.english()).text());
    }

    @Test
    void givesEachTopicWordsOfItsOwn() {
        List<String> words = IntStream.range(0, world.topics().size())
                .mapToObj(topic -> world.topics().words(topic))
                .flatMap(List::stream)
                .toList();

        assertThat(words).hasSize(12 * 60).doesNotHaveDuplicates();
    }

    @Test
    void givesEachCommunitySixToTwelveHashtagsOfItsOwn() {
        List<String> terms = new ArrayList<>();
        for (int community = 0; community < world.hashtags().communities(); community++) {
            assertThat(world.hashtags().terms(community)).hasSizeBetween(6, 12);
            terms.addAll(world.hashtags().terms(community));
        }

        assertThat(world.hashtags().communities()).isEqualTo(8);
        assertThat(terms).doesNotHaveDuplicates().allMatch(term -> term.matches("[a-z]+"));
    }

    @Test
    void writesHashtagsInTwoWays() {
        Hashtag tag = Hashtag.of("varo", "lint");

        assertThat(tag.display().text()).isEqualTo("VaroLint");
        assertThat(tag.term()).isEqualTo("varolint");
    }

    @Test
    void tellsAuthorsApart() {
        Authors authors = world.authors();

        assertThat(IntStream.range(0, 1_000).mapToLong(authors::id).distinct()).hasSize(1_000);
        assertThat(IntStream.range(0, 1_000)
                        .mapToObj(authors::username)
                        .map(name -> new String(name, StandardCharsets.UTF_8)))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+[0-9]+"));
    }

    @Test
    void speaksThreeLanguages() {
        SplittableRandom random = new SplittableRandom(1);
        List<String> codes =
                Stream.generate(() -> world.tongue(random).code()).limit(10_000).toList();

        assertThat(codes).contains("es", "ru");
        assertThat(codes.stream().filter("en"::equals).count()).isBetween(8_800L, 9_200L);
    }

    @Test
    void drawsFrequentAuthorsMore() {
        SplittableRandom random = new SplittableRandom(1);
        long first = IntStream.range(0, 10_000)
                .filter(i -> world.authors().next(random) < 10)
                .count();

        // Ten in a thousand, by Zipf's law with exponent 0.7.
        assertThat(first).isBetween(1_000L, 2_000L);
    }

    @Test
    void knowsEachHashtagByItsCanonicalForm() {
        World wide = new World(7, 12, 1_000, Mix.WORLD);

        assertThat(wide.tongues()).hasSize(7);
        for (Tongue tongue : wide.tongues()) {
            for (int i = 0; i < 200; i++) {
                Hashtag tag = wide.freshHashtag(tongue);
                String folded = Normalizer.normalize(tag.display().text(), Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT);
                assertThat(tag.term()).isEqualTo(folded).matches("[\\p{L}\\p{M}]+");
            }
        }
    }
}
