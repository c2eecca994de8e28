package io.groundswell.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rules}, with {@code add}, {@code end} and {@code list}. */
@Command(
        name = "rules",
        description = {
            "Keeps posts from being counted and terms from alarming, and watches terms.",
            "",
            "A block leaves posts out: those of an author, or those whose text a pattern is found in. A mute counts a"
                    + " term, so that what is usual of it stays known, and lets it raise no alarm. A watch gives a term thresholds of its own: 'trends --watched' lists those. All hold from a moment"
                    + " of received time on; 'detect-trends' applies them at its next decision, running or not. 'rules"
                    + " COMMAND --help' says more; --json makes each print a document."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {RulesAddCommand.class, RulesEndCommand.class, RulesListCommand.class})
public final class RulesCommand {
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    @Option(names = "--help", usageHelp = true, description = "Show this help and exit.")
    private boolean isHelp;
}
