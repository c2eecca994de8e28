package io.groundswell.ingest.parse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Walks one JSON object forwards, field by field, within limits: 64 levels, strings of 1 MB (a frame's own limit is
 * lower), names of 1 KB, numbers of 100 digits, 16,384 names, values and brackets in all. What is not as it should be ends the walk with an {@link UnreadableFrame}
 * that names the field at which it ended. Of a field that an object has twice the later one counts.
 */
public final class JsonCursor {
    /** Of a post with all that feeds attach to it some thousands. */
    private static final long MAX_TOKENS = 1 << 14;

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxStringLength(1 << 20)
                    .maxNameLength(1 << 10)
                    .maxNumberLength(100)
                    .maxTokenCount(MAX_TOKENS)
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
        CharBuffer text = CharBuffer.allocate(frame.length);
        boolean isUtf8 = decode(frame, text);
        read(text, json -> {
            if (!isUtf8) {
                throw new UnreadableFrame(Reason.INVALID_UTF8, FieldPath.ofEnd(json));
            }
            read(json, reader);
        });
    }

    /** Reads a text that is one JSON object. */
    static void read(String text, CursorReader reader) throws UnreadableFrame {
        read(CharBuffer.wrap(text.toCharArray()), json -> read(json, reader));
    }

    /** Reads what the parser stands before. */
    private interface ParserReader {
        void read(JsonParser json) throws IOException;
    }

    private static void read(CharBuffer text, ParserReader reader) throws UnreadableFrame {
        try (JsonParser json = open(text)) {
            reader.read(json);
        } catch (UnreadableFrame e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory failed", e);
        }
    }

    private static void read(JsonParser json, CursorReader reader) throws IOException {
        try {
            JsonToken first = json.nextToken();
            if (first == JsonToken.START_OBJECT) {
                reader.read(new JsonCursor(json));
            } else {
                json.skipChildren();
            }
            boolean isWhole = first != null && json.nextToken() == null;
            if (!isWhole) {
                throw new UnreadableFrame(Reason.MALFORMED_JSON, null);
            }
            if (first != JsonToken.START_OBJECT) {
                throw new UnreadableFrame(Reason.UNKNOWN_SHAPE, null);
            }
        } catch (UnreadableFrame e) {
            throw e;
        } catch (StreamConstraintsException e) {
            throw new UnreadableFrame(Reason.OVER_LIMIT, FieldPath.of(json));
        } catch (JsonProcessingException e) {
            // Jackson's own message quotes the frame
            throw new UnreadableFrame(Reason.MALFORMED_JSON, FieldPath.of(json));
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

    /** Returns the boolean at the cursor, or null for null. */
    public Boolean flag() throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
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

    private UnreadableFrame unreadable(Reason reason) {
        return new UnreadableFrame(reason, FieldPath.of(json));
    }

    /** Decodes as far as the bytes are UTF-8, and returns whether all are. */
    private static boolean decode(byte[] frame, CharBuffer text) {
        CoderResult end = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(frame), text, true);
        text.flip();
        return !end.isError();
    }

    private static JsonParser open(CharBuffer text) throws IOException {
        int start = text.hasRemaining() && text.get(0) == BYTE_ORDER_MARK ? 1 : 0;
        return JSON.createParser(text.array(), text.arrayOffset() + start, text.remaining() - start);
    }
}
