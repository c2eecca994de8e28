package io.groundswell.app.command;

import io.groundswell.app.CommonOptions;
import io.groundswell.app.Context;
import io.groundswell.features.text.CanonicalTerms;
import io.groundswell.job.PlatformException;
import io.groundswell.model.RuleChange;
import io.groundswell.trends.rule.Rule;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rules add}. */
@Command(
        name = "add",
        description = "Adds a rule, unless one says the same.",
        footer = {
            "",
            "A pattern is one of RE2: it is found anywhere unless ^ and $ say otherwise, and has no look-around and no"
                    + " back-references. A value that begins with a dash comes behind '--'."
        })
final class RulesAddCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Parameters(index = "0", paramLabel = "block|mute|watch", description = "What is done.")
    private String action;

    @Parameters(
            index = "1",
            paramLabel = "KIND",
            description =
                    "Of a block: author, or pattern (in the text). Of a mute: hashtag, word, phrase, or pattern (in"
                            + " the canonical form of a term). Of a watch: hashtag, word, phrase.")
    private String kind;

    @Parameters(
            index = "2",
            paramLabel = "VALUE",
            description = "The author's id, the term however written, or the pattern.")
    private String value;

    @Option(names = "--source", paramLabel = "NAME", description = "The author's feed (default: any).")
    private String source;

    @Option(
            names = "--evidence",
            paramLabel = "N",
            description = "Of a watch: the least evidence of an alarm (default: as of all terms).")
    private Double evidence;

    @Option(
            names = "--authors",
            paramLabel = "N",
            description = "Of a watch: the least distinct authors of an alarm (default: as of all terms).")
    private Integer authors;

    @Mixin
    private RuleMomentOptions moment;

    @Override
    public Integer call() {
        Context context = common.context();
        Rule rule = new Rule(action, kind, source, value, evidence, authors).about(canonical());
        RulesReport.tell(context, context.rules().add(context.spark(), rule, moment.comment(), moment.from()));
        return 0;
    }

    private String canonical() {
        if (action.equals(RuleChange.BLOCK) || kind.equals(RuleChange.PATTERN)) {
            return value;
        }
        return CanonicalTerms.of(kind, value)
                .orElseThrow(() -> PlatformException.usage(
                        ("Rule refused: no post can have such a %s. A word has no spaces, a phrase two words, a"
                                        + " hashtag more than digits.")
                                .formatted(kind)));
    }
}
