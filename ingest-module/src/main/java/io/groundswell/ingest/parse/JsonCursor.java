package io.groundswell.ingest.parse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Walks one JSON object forwards, field by field, within limits: 64 levels, strings of 1 MB (a frame's own limit is
 * lower), names of 1 KB, numbers of 100 digits. What is not as it should be ends the walk with an {@link UnreadableFrame}.
 */
public final class JsonCursor {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxStringLength(1 << 20)
                    .maxNameLength(1 << 10)
                    .maxNumberLength(100)
                    .build())
            // Names of fields that feeds make up must not fill a table that all parsers share.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private final JsonParser json;

    private JsonCursor(JsonParser json) {
        this.json = json;
    }

    /** Takes the cursor to the current field's value. */
    @FunctionalInterface
    public interface FieldReader {
        void read(String name) throws IOException;
    }

    /** Reads an array's element. */
    @FunctionalInterface
    public interface ElementReader<T> {
        T read() throws IOException;
    }

    /** Reads bytes that are one JSON object in strict UTF-8. */
    public static void read(byte[] frame, CursorReader reader) throws UnreadableFrame {
        try (JsonParser json = open(frame)) {
            JsonToken first = json.nextToken();
            if (first == null) {
                throw new UnreadableFrame(Reason.MALFORMED_JSON, null);
            }
            if (first != JsonToken.START_OBJECT) {
                json.skipChildren();
                requireEnd(json);
                throw new UnreadableFrame(Reason.UNKNOWN_SHAPE, null);
            }
            reader.read(new JsonCursor(json));
            requireEnd(json);
        } catch (UnreadableFrame e) {
            throw e;
        } catch (CharacterCodingException e) {
            throw new UnreadableFrame(Reason.INVALID_UTF8, null);
        } catch (StreamConstraintsException e) {
            throw new UnreadableFrame(Reason.OVER_LIMIT, null);
        } catch (JsonProcessingException e) {
            throw new UnreadableFrame(Reason.MALFORMED_JSON, null); // Jackson's own message quotes the frame
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory failed", e);
        }
    }

    /** Reads what it wants of the frame's object. */
    @FunctionalInterface
    public interface CursorReader {
        void read(JsonCursor cursor) throws IOException;
    }

    /** Visits each field of the object at the cursor; null counts as an object without fields. */
    public void fields(FieldReader reader) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        require(JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            reader.read(name);
        }
    }

    /** Reads each element of the array at the cursor, leaving out nulls; null counts as an empty array. */
    public <T> List<T> list(ElementReader<T> reader) throws IOException {
        List<T> elements = new ArrayList<>();
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return elements;
        }
        require(JsonToken.START_ARRAY);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            T element = reader.read();
            if (element != null) {
                elements.add(element);
            }
        }
        return elements;
    }

    /** Returns the string at the cursor, or null for null. */
    public String text() throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        require(JsonToken.VALUE_STRING);
        return json.getText();
    }

    /** Returns the whole number at the cursor. */
    public long number() throws IOException {
        require(JsonToken.VALUE_NUMBER_INT);
        if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw unreadable(Reason.WRONG_TYPE);
        }
        return json.getLongValue();
    }

    /** Returns the string, number or boolean at the cursor as text, or null for null. */
    public String scalar() throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (!json.currentToken().isScalarValue()) {
            throw unreadable(Reason.WRONG_TYPE);
        }
        return json.getText();
    }

    /** Returns the boolean at the cursor; false for null. */
    public boolean flag() throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return false;
        }
        if (!json.currentToken().isBoolean()) {
            throw unreadable(Reason.WRONG_TYPE);
        }
        return json.getBooleanValue();
    }

    /** Returns whether there is anything but null at the cursor, and passes over it. */
    public boolean isThere() throws IOException {
        boolean isThere = json.currentToken() != JsonToken.VALUE_NULL;
        json.skipChildren();
        return isThere;
    }

    /** Passes over the value at the cursor, whatever it is. */
    public void skip() throws IOException {
        json.skipChildren();
    }

    private void require(JsonToken token) throws UnreadableFrame {
        if (json.currentToken() != token) {
            throw unreadable(Reason.WRONG_TYPE);
        }
    }

    /** Names the place in the frame: only names that a format asks for can stand in it. */
    private UnreadableFrame unreadable(Reason reason) {
        StringBuilder path = new StringBuilder();
        for (JsonStreamContext at = json.getParsingContext(); at != null; at = at.getParent()) {
            if (at.hasCurrentName()) {
                path.insert(0, path.length() == 0 ? at.getCurrentName() : at.getCurrentName() + ".");
            }
        }
        return new UnreadableFrame(reason, path.toString());
    }

    private static JsonParser open(byte[] frame) throws IOException {
        CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(frame));
        int start = text.hasRemaining() && text.get(0) == BYTE_ORDER_MARK ? 1 : 0;
        return JSON.createParser(text.array(), text.arrayOffset() + start, text.remaining() - start);
    }

    private static void requireEnd(JsonParser json) throws IOException {
        if (json.nextToken() != null) {
            throw new UnreadableFrame(Reason.MALFORMED_JSON, null);
        }
    }
}
