package io.groundswell.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.table.Catalogue;
import io.groundswell.table.TableSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds what the documents say against the code. */
class DocumentsTest {
    private static final Path ROOT = Path.of("..");

    @Test
    void cataloguesEachTableInTheReadme() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        for (TableSpec spec : Catalogue.all()) {
            assertThat(readme)
                    .contains("| %s | %s | %s | %s |"
                            .formatted(spec.name(), spec.holds(), String.join(", ", spec.key()), spec.writer()));
        }
    }

    @Test
    void namesNoClassThatIsGone() throws IOException {
        String architecture = Files.readString(ROOT.resolve("ARCHITECTURE.md"));
        Matcher names = Pattern.compile("`([A-Z][A-Za-z]+)`").matcher(architecture);
        try (Stream<Path> files = Files.walk(ROOT, 12)) {
            Set<String> classes = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".java"))
                    .map(file -> file.replace(".java", ""))
                    .collect(Collectors.toSet());
            while (names.find()) {
                assertThat(classes).contains(names.group(1));
            }
        }
    }
}
