package io.groundswell.ingest.simulate.compose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.ingest.simulate.language.Mix;
import io.groundswell.ingest.simulate.language.World;
import io.groundswell.ingest.simulate.wire.Entity;
import io.groundswell.ingest.simulate.wire.SimulatedPost;
import io.groundswell.ingest.simulate.wire.SimulatedPost.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ComposerTest {
    private static final int POSTS = 4_000;

    private final World world = new World(7, 12, 1_000, Mix.MOSTLY_ENGLISH);
    private Composer composer = new Composer(world, new SplittableRandom(1), 0);

    private List<SimulatedPost> posts() {
        RecentPosts recent = new RecentPosts();
        List<SimulatedPost> posts = new ArrayList<>();
        for (int i = 1; i <= POSTS; i++) {
            SimulatedPost post = recent.next();
            post.clear();
            post.id = i;
            post.authorId = world.authors().id(i % 1_000);
            post.username = world.authors().username(i % 1_000);
            composer.compose(post, i % 1_000, recent);
            SimulatedPost kept = new SimulatedPost();
            kept.copy(post);
            posts.add(kept);
        }
        return posts;
    }

    private static String text(SimulatedPost post) throws JsonProcessingException {
        return new ObjectMapper().readValue('"' + new String(post.text().copy(), UTF_8) + '"', String.class);
    }

    private static String stretch(String text, Entity entity) {
        return text.substring(text.offsetByCodePoints(0, entity.start()), text.offsetByCodePoints(0, entity.end()));
    }

    private static long hashtags(SimulatedPost post) {
        return post.entities().stream()
                .filter(entity -> entity.kind() == Entity.Kind.HASHTAG)
                .count();
    }

    @Test
    void marksEachEntityWhereItStands() throws JsonProcessingException {
        for (SimulatedPost post : posts()) {
            String text = text(post);
            for (Entity entity : post.entities()) {
                String sign =
                        switch (entity.kind()) {
                            case HASHTAG -> "#";
                            case MENTION -> "@";
                            case LINK -> "";
                        };
                assertThat(stretch(text, entity)).isEqualTo(sign + new String(entity.value(), UTF_8));
            }
        }
    }

    @Test
    void mixesPostsRepostsAndReplies() throws JsonProcessingException {
        List<SimulatedPost> posts = posts();

        assertThat(posts.stream().filter(post -> post.kind == Kind.REPOST).count())
                .isBetween(700L, 900L);
        assertThat(posts.stream().filter(post -> post.kind == Kind.REPLY).count())
                .isBetween(400L, 560L);
        for (SimulatedPost post : posts) {
            assertThat(text(post).startsWith("RT @")).isEqualTo(post.kind == Kind.REPOST);
            assertThat(post.referencedId).isLessThan(post.id);
        }
    }

    @Test
    void repeatsTheWholeOfARecentPost() throws JsonProcessingException {
        List<SimulatedPost> posts = posts();

        for (SimulatedPost post : posts) {
            if (post.kind == Kind.REPOST) {
                SimulatedPost original = posts.get((int) post.referencedId - 1);
                assertThat(post.referencedAuthorId).isEqualTo(original.authorId);
                assertThat(text(post)).endsWith(": " + text(original));
                assertThat(original.kind).isNotEqualTo(Kind.REPOST);
            }
        }
    }

    @Test
    void tagsHalfOfThePosts() {
        List<SimulatedPost> posts = posts();

        assertThat(posts.stream().filter(post -> hashtags(post) == 0).count()).isBetween(1_850L, 2_150L);
        assertThat(posts.stream().filter(post -> hashtags(post) >= 2).count()).isBetween(900L, 1_250L);
        assertThat(posts).allMatch(post -> hashtags(post) <= 4);
    }

    @Test
    void givesEachPostThatRepeatsNoneTagsThatNoOtherHas() {
        composer = new Composer(world, new SplittableRandom(1), 3);

        List<SimulatedPost> written =
                posts().stream().filter(post -> post.kind != Kind.REPOST).toList();

        List<String> once = written.stream()
                .flatMap(post -> post.values(Entity.Kind.HASHTAG))
                .filter(tag -> tag.matches("zq[a-z]{6}"))
                .toList();
        assertThat(once).hasSize(3 * written.size()).doesNotHaveDuplicates();
    }

    @Test
    void givesEachPostOfAPlantItsHashtagAndMostOfThemItsWords() throws JsonProcessingException {
        Plant plant = new Plant(
                world.freshHashtag(world.english()), List.of(world.freshWord(world.english())), 3, world.english(), 0);
        int withWord = 0;
        for (int i = 0; i < 1_000; i++) {
            SimulatedPost post = new SimulatedPost();
            post.clear();
            composer.compose(post, plant);
            String text = text(post).toLowerCase(java.util.Locale.ROOT);
            assertThat(text).contains("#" + plant.tag().term());
            withWord += text.contains(plant.words().get(0).text()) ? 1 : 0;
        }

        assertThat(withWord).isBetween(550, 650);
    }

    @Test
    void neverRepeatsThePostsOfAPlant() {
        RecentPosts recent = new RecentPosts();
        for (int i = 1; i <= 1_000; i++) {
            SimulatedPost post = recent.next();
            post.clear();
            post.id = i;
            post.plant = 0;
        }

        assertThat(recent.draw(new SplittableRandom(1))).isNull();
    }

    @Test
    void letsASwarmCopyFewTextsAndRepeatThemWhole() throws JsonProcessingException {
        Plant plant = new Plant(world.freshHashtag(world.english()), List.of(), 3, world.english(), 2);
        Plant other = new Plant(world.freshHashtag(world.english()), List.of(), 3, world.english(), 1);
        Set<String> texts = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            for (Plant each : List.of(plant, other)) {
                SimulatedPost post = new SimulatedPost();
                post.clear();
                composer.compose(post, each);
                texts.add(text(post));
                assertThat(post.entities()).singleElement().satisfies(tag -> assertThat(stretch(text(post), tag))
                        .isEqualToIgnoringCase("#" + each.tag().term()));
            }
        }

        assertThat(texts).hasSize(3);
    }

    @Test
    void writesEachLanguageInItsScriptWithTagsOfItsOwn() throws JsonProcessingException {
        World wide = new World(7, 12, 1_000, Mix.WORLD);
        Composer writer = new Composer(wide, new SplittableRandom(1), 0);
        Map<String, Set<Character.UnicodeScript>> scripts = new HashMap<>();
        for (int i = 0; i < POSTS; i++) {
            SimulatedPost post = new SimulatedPost();
            post.clear();
            writer.compose(post, i % 1_000, new RecentPosts());
            String text = text(post).replaceAll("@\\S+|https?:\\S+", "");
            for (Entity entity : post.entities()) {
                assertThat(stretch(text(post), entity)).endsWith(new String(entity.value(), UTF_8));
            }
            text.codePoints()
                    .filter(Character::isLetter)
                    .mapToObj(Character.UnicodeScript::of)
                    .filter(script -> script != Character.UnicodeScript.COMMON)
                    .forEach(script -> scripts.computeIfAbsent(post.language, key -> new HashSet<>())
                            .add(script));
        }

        assertThat(scripts)
                .hasSize(7)
                .containsEntry("en", Set.of(Character.UnicodeScript.LATIN))
                .containsEntry("es", Set.of(Character.UnicodeScript.LATIN))
                .containsEntry("ru", Set.of(Character.UnicodeScript.CYRILLIC))
                .containsEntry("ar", Set.of(Character.UnicodeScript.ARABIC))
                .containsEntry("zh", Set.of(Character.UnicodeScript.HAN))
                .containsEntry("ja", Set.of(Character.UnicodeScript.KATAKANA, Character.UnicodeScript.HIRAGANA))
                .containsEntry("ko", Set.of(Character.UnicodeScript.HANGUL));
    }
}
