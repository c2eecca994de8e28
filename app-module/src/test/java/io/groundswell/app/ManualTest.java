package io.groundswell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Holds that every command's help is whole, and names only commands and options that there are. */
class ManualTest {
    private final CommandLine root = Main.commandLine();

    @Test
    void everyCommandHasItsPage() {
        List<CommandLine> commands = below(root).toList();

        assertThat(commands).hasSizeGreaterThan(20);
        for (CommandLine command : commands) {
            String name = command.getCommandSpec().qualifiedName();
            assertThat(command.getCommandSpec().usageMessage().description())
                    .as(name)
                    .isNotEmpty();
            assertThat(command.getUsageMessage()).as(name).contains("Reads ", "Writes ");
            assertThat(section(command, "Examples:")).as(name).hasSizeBetween(2, 3);
            assertThat(section(command, "Exit codes:")).as(name).anyMatch(line -> line.startsWith("0 "));
            assertThat(seeAlso(command)).as(name).isNotEmpty().allMatch(root.getSubcommands()::containsKey);
        }
    }

    @Test
    void examplesAreCommandLinesThatParse() {
        List<String> examples = below(root)
                .flatMap(command -> section(command, "Examples:").stream())
                .filter(line -> line.startsWith("./groundswell"))
                .toList();

        assertThat(examples).hasSizeGreaterThan(40);
        for (String example : examples) {
            assertThat(Main.commandLine().parseArgs(words(example)).errors())
                    .as(example)
                    .isEmpty();
        }
    }

    private static Stream<CommandLine> below(CommandLine above) {
        return above.getSubcommands().values().stream()
                .flatMap(command -> Stream.concat(Stream.of(command), below(command)));
    }

    private static List<String> section(CommandLine command, String title) {
        List<String> footer = List.of(command.getCommandSpec().usageMessage().footer());
        return footer.stream()
                .skip(footer.indexOf(title) + 1L)
                .takeWhile(line -> !line.isEmpty())
                .map(String::strip)
                .toList();
    }

    private static List<String> seeAlso(CommandLine command) {
        String[] footer = command.getCommandSpec().usageMessage().footer();
        return List.of(footer[footer.length - 1].replace("See also: ", "").split(", "));
    }

    /** Splits as a shell does where quotes are not nested, and leaves the program's name out. */
    private static String[] words(String line) {
        List<String> words = new ArrayList<>();
        java.util.regex.Matcher word =
                java.util.regex.Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)").matcher(line);
        while (word.find()) {
            words.add(Stream.of(word.group(1), word.group(2), word.group(3))
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElseThrow());
        }
        return words.subList(1, words.size()).toArray(String[]::new);
    }
}
