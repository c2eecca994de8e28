package io.groundswell.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.col;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;

/**
 * Looks for words in every file below a folder, in the bytes as they are stored, in gzip and in the rows of Parquet files,
 * whoever still knows them: in UTF-8, UTF-16 and Base64, large and small letters alike.
 */
public record ByteSearch(SparkSession spark, List<String> words) {

    /** Returns the files that hold one of the words, each with the word's number and how it is written there. */
    public List<String> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> found = new ArrayList<>();
            Map<Path, List<Path>> parquet = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                found.addAll(in(folder, file));
                if (file.toString().endsWith(".parquet")) {
                    parquet.computeIfAbsent(file.getParent(), parent -> new ArrayList<>())
                            .add(file);
                }
            }
            parquet.forEach((parent, ofOne) -> found.addAll(inRows(folder, parent, ofOne)));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> in(Path folder, Path file) throws IOException {
        byte[] stored = Files.readAllBytes(file);
        List<String> found = new ArrayList<>();
        for (int word = 0; word < words.size(); word++) {
            String name = folder.relativize(file) + ": word " + word;
            if (holds(stored, words.get(word))) {
                found.add(name + ", stored");
            }
            if (file.toString().endsWith(".gz") && holds(unzipped(stored), words.get(word))) {
                found.add(name + ", zipped");
            }
        }
        return found;
    }

    private static byte[] unzipped(byte[] stored) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(stored))) {
            return in.readAllBytes();
        }
    }

    /** Reads the Parquet files of one folder, which are of one table, at once: a Spark job each would take minutes. */
    private List<String> inRows(Path folder, Path parent, List<Path> files) {
        Dataset<Row> rows =
                spark.read().parquet(files.stream().map(Path::toString).toArray(String[]::new));
        Column[] texts = Arrays.stream(rows.schema().fields())
                .map(field -> field.dataType().sameType(DataTypes.BinaryType)
                        ? col(field.name()).cast("string").as(field.name())
                        : col(field.name()))
                .toArray(Column[]::new);
        byte[] all =
                String.join("\n", rows.select(texts).toJSON().collectAsList()).getBytes(UTF_8);
        return IntStream.range(0, words.size())
                .filter(word -> holds(all, words.get(word)))
                .mapToObj(word -> folder.relativize(parent) + ": word " + word + ", in rows")
                .toList();
    }

    private static boolean holds(byte[] bytes, String word) {
        String text = new String(bytes, ISO_8859_1).toLowerCase(Locale.ROOT);
        boolean isPlain = Stream.of(UTF_8, UTF_16LE, UTF_16BE)
                .map(charset -> word.toLowerCase(Locale.ROOT).getBytes(charset))
                .anyMatch(wanted -> text.contains(new String(wanted, ISO_8859_1)));
        return isPlain || holdsBase64(new String(bytes, ISO_8859_1), word);
    }

    /** Of a word within a longer text three encodings are possible; their ends depend on what stands beside. */
    private static boolean holdsBase64(String text, String word) {
        for (int before = 0; before < 3; before++) {
            String encoded =
                    Base64.getEncoder().withoutPadding().encodeToString((" ".repeat(before) + word).getBytes(UTF_8));
            String sure = encoded.substring(before == 0 ? 0 : before + 1, encoded.length() - 2);
            if (sure.length() > 6 && text.contains(sure)) {
                return true;
            }
        }
        return false;
    }
}
