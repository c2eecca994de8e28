package io.groundswell.app.command;

import java.time.Instant;
import picocli.CommandLine.ITypeConverter;

/** Reads a moment in UTC, or {@code now}, which is {@link Instant#MAX}: whatever is known. */
final class NowOrMomentConverter implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
        return text.equals("now") ? Instant.MAX : new MomentConverter().convert(text);
    }
}
