package io.groundswell.app.evaluate;

import io.groundswell.features.text.TermExtractor;
import io.groundswell.ingest.parse.PostFormat;
import io.groundswell.ingest.parse.Reading;
import io.groundswell.model.PostChange;
import io.groundswell.model.Term;
import io.groundswell.table.Micros;
import io.groundswell.trends.evaluate.ReplayedChange;
import java.util.List;
import java.util.Optional;

/**
 * Reads frames as the changes that a replay takes, by the parsers and the extraction that 'ingest' uses. Frames that
 * cannot be read, and removals of accounts, are none.
 */
record ChangeReader(PostFormat format, TermExtractor extractor) {
    /** As 'ingest' takes a time for the clock's fault. */
    private static final long MAX_AHEAD_MICROS = 300_000_000L;

    /** Returns the change that a frame tells, received when its own time says. */
    Optional<ReplayedChange> read(byte[] frame) {
        return format.read(frame) instanceof Reading.Change change && change.changedAt() != null
                ? of(change, Micros.of(change.changedAt()))
                : Optional.empty();
    }

    /** Returns the change that a frame tells which was received at a time in microseconds. */
    Optional<ReplayedChange> read(byte[] frame, long received) {
        return format.read(frame) instanceof Reading.Change change ? of(change, received) : Optional.empty();
    }

    private Optional<ReplayedChange> of(Reading.Change change, long received) {
        if (change.op().equals(PostChange.ACCOUNT_REMOVED)) {
            return Optional.empty();
        }
        String author = change.authorId() == null ? change.postId() : change.authorId();
        Reading.Content content = change.content();
        if (content == null) {
            return Optional.of(new ReplayedChange(change.op(), change.postId(), author, 0, received, null, List.of()));
        }
        long stated = Micros.of(change.createdAt());
        long created = stated - received > MAX_AHEAD_MICROS ? received : stated;
        List<Term> terms = extractor
                .extract(content.text(), content.language(), content.tags())
                .terms();
        return Optional.of(
                new ReplayedChange(change.op(), change.postId(), author, created, received, content.text(), terms));
    }
}
