package io.groundswell.app;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigUtil;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;

/** What each command's help says below its options, from {@code manual.conf}: in one form for all. */
final class Manual {
    private static final Config PAGES =
            ConfigFactory.parseResources(Manual.class, "manual.conf").resolve().getConfig("pages");

    private Manual() {}

    /** Gives every command below this one its page, behind what it says itself at its end. */
    static void addTo(CommandLine above) {
        for (CommandLine command : above.getSubcommands().values()) {
            // Without the program's own name, as in "rules add".
            String name = command.getCommandSpec().qualifiedName().replaceFirst("^\\S+ ", "");
            List<String> footer = new ArrayList<>(
                    Arrays.asList(command.getCommandSpec().usageMessage().footer()));
            page(PAGES.getConfig(ConfigUtil.joinPath(name))).stream()
                    .map(line -> line.replace("%", "%%")) // picocli formats what it prints
                    .forEach(footer::add);
            command.getCommandSpec().usageMessage().footer(footer.toArray(String[]::new));
            addTo(command);
        }
    }

    private static List<String> page(Config page) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Reads " + page.getString("reads") + ".");
        lines.add("Writes " + page.getString("writes") + ".");
        section(lines, "Examples", page.getStringList("examples"));
        section(lines, "Exit codes", page.getStringList("exit-codes"));
        lines.add("");
        lines.add("See also: " + String.join(", ", page.getStringList("see-also")));
        return lines;
    }

    private static void section(List<String> lines, String title, List<String> entries) {
        lines.add("");
        lines.add(title + ":");
        entries.forEach(entry -> lines.add("  " + entry));
    }
}
