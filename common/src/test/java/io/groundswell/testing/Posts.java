package io.groundswell.testing;

import io.groundswell.model.Clock;
import io.groundswell.model.Position;
import io.groundswell.model.PostChange;
import io.groundswell.model.Term;
import io.groundswell.table.Rows;
import io.groundswell.table.Schemas;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Changes of posts for tests: {@code post("1").at(noon).by("ann").tagged("delta")}. */
public final class Posts {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final AtomicLong OFFSETS = new AtomicLong();

    private Posts() {}

    /** Returns the creation of a post at noon by an author of its own. */
    public static Builder post(String id) {
        return new Builder(id);
    }

    /** Returns the removal of an account at noon. */
    public static Builder removalOf(String author) {
        Builder removal = new Builder("removal of " + author).by(author);
        removal.op = PostChange.ACCOUNT_REMOVED;
        removal.text = null;
        return removal;
    }

    /** Returns rows of silver.post_changes. */
    public static Dataset<Row> rows(SparkSession spark, Builder... posts) {
        List<Row> rows =
                Arrays.stream(posts).map(post -> Rows.of(post.change())).toList();
        return spark.createDataFrame(rows, Schemas.of(PostChange.class));
    }

    /** What a test says of a post; all else has a plain value. */
    public static final class Builder {
        private final String id;
        private String version;
        private String op = PostChange.CREATED;
        private String author;
        private Instant createdAt = NOON;
        private Instant receivedAt;
        private Instant claimedAt;
        private String text;
        private String source = "x";
        private String language = "en";
        private String clock = Clock.GATEWAY;
        private final List<Term> terms = new ArrayList<>();

        private Builder(String id) {
            this.id = id;
            this.version = id;
            this.author = "author of " + id;
            this.text = "text of " + id;
        }

        public Builder by(String anAuthor) {
            author = anAuthor;
            return this;
        }

        public Builder at(Instant anInstant) {
            createdAt = anInstant;
            return this;
        }

        public Builder received(Instant anInstant) {
            receivedAt = anInstant;
            return this;
        }

        public Builder late(Duration delay) {
            return received(createdAt.plus(delay));
        }

        /** Says what time the source claims that can't be: the post is dated when it was received. */
        public Builder claiming(Instant anInstant) {
            claimedAt = anInstant;
            return this;
        }

        public Builder saying(String aText) {
            text = aText;
            return this;
        }

        public Builder from(String aSource) {
            source = aSource;
            return this;
        }

        public Builder in(String aLanguage) {
            language = aLanguage;
            return this;
        }

        public Builder replayed() {
            clock = Clock.REPLAY;
            return this;
        }

        public Builder tagged(String... tags) {
            for (String tag : tags) {
                terms.add(new Term(Term.HASHTAG, tag, tag));
            }
            return this;
        }

        /** Tags it in a form of its own. */
        public Builder writing(String tag, String display) {
            terms.add(new Term(Term.HASHTAG, tag, display));
            return this;
        }

        public Builder words(String... words) {
            for (String word : words) {
                terms.add(new Term(Term.WORD, word, word));
            }
            return this;
        }

        public Builder edited(String aVersion) {
            op = PostChange.EDITED;
            version = aVersion;
            return this;
        }

        public Builder deleted() {
            op = PostChange.DELETED;
            version = "deleted";
            text = null;
            terms.clear();
            return this;
        }

        /** Returns the change, received when it was created unless the test says otherwise. */
        public PostChange change() {
            Instant received = receivedAt == null ? createdAt : receivedAt;
            Instant claimed = claimedAt == null ? createdAt : claimedAt;
            boolean isRemoval = op.equals(PostChange.ACCOUNT_REMOVED);
            return new PostChange(
                    op,
                    source,
                    isRemoval ? null : id,
                    isRemoval ? createdAt.toString() : version,
                    author,
                    claimedAt == null ? createdAt : received,
                    received,
                    clock,
                    Duration.between(claimed, received).toMillis(),
                    claimedAt != null,
                    language,
                    text,
                    List.copyOf(terms),
                    List.of(),
                    List.of(),
                    text == null ? null : "post",
                    new Position("test", OFFSETS.getAndIncrement()),
                    1,
                    1);
        }
    }
}
