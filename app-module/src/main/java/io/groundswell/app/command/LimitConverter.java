package io.groundswell.app.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how many rows to show: 1 or more. */
final class LimitConverter implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit > 0) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new TypeConversionException("must be a whole number above 0, was '" + text + "'");
    }
}
