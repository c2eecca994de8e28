package io.groundswell.app.command;

import io.groundswell.job.Cadence;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a trigger, and refuses another text the way picocli wants it. */
final class CadenceConverter implements ITypeConverter<Cadence> {
    @Override
    public Cadence convert(String text) {
        try {
            return Cadence.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
