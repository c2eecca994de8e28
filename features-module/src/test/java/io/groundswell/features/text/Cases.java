package io.groundswell.features.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.Arguments;

/** The tables of cases beside the tests: columns by tabs, the first is the name, {@code #} at the top is the head. */
final class Cases {
    private static final Pattern CODE_POINT = Pattern.compile("\\\\u\\{([0-9A-F]+)}");

    private Cases() {}

    /** Returns the cases of a file, each with so many columns. */
    static Stream<Arguments> of(String file, int columns) {
        return read(file)
                .lines()
                .skip(1)
                .map(line -> line.split("\t", columns))
                .map(cells -> Arguments.of(Stream.concat(
                                Stream.of(Named.of(cells[0], cells[0])),
                                Arrays.stream(cells).skip(1).map(Cases::unescaped))
                        .toArray()));
    }

    /** Returns the parts of a cell; none of an empty one. */
    static List<String> split(String cell, String by) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(Pattern.quote(by), -1));
    }

    private static String unescaped(String cell) {
        return CODE_POINT
                .matcher(cell)
                .replaceAll(
                        found -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))));
    }

    private static String read(String file) {
        try (InputStream in = Cases.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
