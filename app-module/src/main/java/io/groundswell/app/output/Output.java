package io.groundswell.app.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintStream;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Standard output and standard error of a command.
 *
 * @param isJson whether standard output is for a program
 */
public record Output(boolean isJson, PrintStream out, PrintStream err) {
    private static final ObjectMapper IN_ORDER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Prints the command's result: the document to a program, or what {@code text} prints to a person. */
    public void result(Map<String, ?> document, Consumer<PrintStream> text) {
        if (isJson) {
            out.println(json(document));
        } else {
            text.accept(out);
        }
        out.flush();
    }

    /** Tells a person what is going on; a program reads nothing of it. */
    public void progress(String line) {
        err.println(line);
        err.flush();
    }

    private static String json(Map<String, ?> document) {
        try {
            return IN_ORDER.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A result is not made of maps, lists, texts and numbers", e);
        }
    }
}
