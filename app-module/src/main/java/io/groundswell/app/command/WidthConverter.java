package io.groundswell.app.command;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the width of a window, such as {@code 5m}, {@code 1h} or {@code 1d}. */
final class WidthConverter implements ITypeConverter<Duration> {
    private static final Pattern WIDTH = Pattern.compile("([1-9]\\d{0,4})([smhd])");

    @Override
    public Duration convert(String text) {
        Matcher width = WIDTH.matcher(text);
        if (!width.matches()) {
            throw new TypeConversionException("must be a width such as 5m or 1h, was '" + text + "'");
        }
        long many = Long.parseLong(width.group(1));
        return switch (width.group(2)) {
            case "s" -> Duration.ofSeconds(many);
            case "m" -> Duration.ofMinutes(many);
            case "h" -> Duration.ofHours(many);
            default -> Duration.ofDays(many);
        };
    }
}
