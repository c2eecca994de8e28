package io.groundswell.ingest.simulate.wire;

import io.groundswell.ingest.simulate.language.Word;
import io.groundswell.ingest.spool.Bytes;
import java.util.ArrayList;
import java.util.List;

/**
 * A post before it is rendered. Mutable and used again, since making one a post would cost more than the post.
 *
 * <p>The text is UTF-8, already escaped for a JSON string; its code points are counted as a reader of that JSON sees them.
 */
public final class SimulatedPost {
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

    /** Appends a hashtag, a mention or a link with its sign, if it has one, and marks it. */
    public void append(Entity.Kind entity, byte[] ascii, long entityId) {
        int start = codePoints;
        switch (entity) {
            case HASHTAG -> append('#');
            case MENTION -> append('@');
            case LINK -> {}
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
