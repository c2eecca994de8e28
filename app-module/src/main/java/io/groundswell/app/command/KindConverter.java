package io.groundswell.app.command;

import io.groundswell.model.Term;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a kind of term. */
final class KindConverter implements ITypeConverter<String> {
    private static final List<String> KINDS = List.of(Term.HASHTAG, Term.WORD, Term.PHRASE);

    @Override
    public String convert(String text) {
        if (!KINDS.contains(text)) {
            throw new TypeConversionException("must be one of " + String.join(", ", KINDS) + ", was '" + text + "'");
        }
        return text;
    }
}
