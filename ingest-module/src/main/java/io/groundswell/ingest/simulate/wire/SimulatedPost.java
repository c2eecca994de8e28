package io.groundswell.ingest.simulate.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.groundswell.ingest.simulate.language.Word;
import io.groundswell.ingest.spool.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A post before it is rendered. Mutable and used again, since making one a post would cost more than the post.
 *
 * <p>The text is UTF-8, already escaped for a JSON string; its code points are counted as a reader of that JSON sees them.
 */
public final class SimulatedPost {
    /** X's ids count milliseconds from this one on, above 22 bits that tell ids of one millisecond apart. */
    private static final long ID_EPOCH_MILLIS = 1_288_834_974_657L;

    private static final int ID_SEQUENCE_BITS = 22;
    private static final int TEXT_BYTES = 512;

    /** The id of this version. */
    public long id;
    /** The id of the version that this one replaces; 0 in a first version. */
    public long replacedId;

    public long authorId;
    public byte[] username;
    /** When this version was written, in milliseconds of the epoch. */
    public long createdMillis;

    public String language;
    public Kind kind;
    /** The post that this one repeats or answers; 0 where it does neither. */
    public long referencedId;

    public long referencedAuthorId;
    /** The planted trend or swarm that the post belongs to; −1 for none. */
    public int plant;

    private final Bytes text = new Bytes(TEXT_BYTES);
    private final List<Entity> entities = new ArrayList<>();
    private int codePoints;

    /** What a post is to another. */
    public enum Kind {
        POST,
        REPOST,
        REPLY
    }

    /** Returns the id of the {@code sequence}-th post of all, written at a time in milliseconds of the epoch. */
    public static long id(long atMillis, long sequence) {
        return ((atMillis - ID_EPOCH_MILLIS) << ID_SEQUENCE_BITS) | (sequence & ((1L << ID_SEQUENCE_BITS) - 1));
    }

    /** Returns whether this is a later version of a post. */
    public boolean isEdit() {
        return replacedId != 0;
    }

    /** Returns the id of the post's first version. */
    public long firstId() {
        return isEdit() ? replacedId : id;
    }

    /** Returns when the post's first version was written, in milliseconds of the epoch. */
    public long firstMillis() {
        return isEdit() ? (replacedId >> ID_SEQUENCE_BITS) + ID_EPOCH_MILLIS : createdMillis;
    }

    /** Empties the text and forgets what the post refers to; the other fields are the caller's to set. */
    public void clear() {
        text.truncate(0);
        entities.clear();
        codePoints = 0;
        kind = Kind.POST;
        replacedId = 0;
        referencedId = 0;
        referencedAuthorId = 0;
        plant = -1;
    }

    /** Takes over all that another post is. */
    public void copy(SimulatedPost other) {
        clear();
        id = other.id;
        replacedId = other.replacedId;
        authorId = other.authorId;
        username = other.username;
        createdMillis = other.createdMillis;
        language = other.language;
        kind = other.kind;
        referencedId = other.referencedId;
        referencedAuthorId = other.referencedAuthorId;
        plant = other.plant;
        appendText(other);
    }

    public Bytes text() {
        return text;
    }

    public List<Entity> entities() {
        return entities;
    }

    /** Returns the hashtags, mentions or links in their order, without their signs. */
    public Stream<String> values(Entity.Kind entity) {
        return entities.stream().filter(each -> each.kind() == entity).map(each -> new String(each.value(), UTF_8));
    }

    /** Appends escaped UTF-8 that reads as so many code points. */
    public void append(byte[] escaped, int count) {
        text.append(escaped);
        codePoints += count;
    }

    /** Appends one ASCII character that needs no escaping. */
    public void append(char ascii) {
        text.append(ascii);
        codePoints++;
    }

    /** Appends a word. */
    public void append(Word word) {
        append(word.utf8(), word.codePoints());
    }

    /** Appends a hashtag with its sign and marks it. */
    public void appendTag(Word tag) {
        int start = codePoints;
        append('#');
        append(tag);
        entities.add(new Entity(Entity.Kind.HASHTAG, start, codePoints, tag.utf8(), 0));
    }

    /** Appends a mention or a link with its sign, if it has one, and marks it. */
    public void append(Entity.Kind entity, byte[] ascii, long entityId) {
        int start = codePoints;
        if (entity == Entity.Kind.MENTION) {
            append('@');
        }
        append(ascii, ascii.length);
        entities.add(new Entity(entity, start, codePoints, ascii, entityId));
    }

    /** Appends the text of another post with its marks. */
    public void appendText(SimulatedPost other) {
        int before = codePoints;
        text.append(other.text);
        codePoints += other.codePoints;
        for (Entity entity : other.entities) {
            entities.add(entity.shifted(before));
        }
    }
}
