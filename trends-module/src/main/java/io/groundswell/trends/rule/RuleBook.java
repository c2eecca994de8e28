package io.groundswell.trends.rule;

import io.groundswell.job.Lease;
import io.groundswell.job.PlatformException;
import io.groundswell.model.RuleChange;
import io.groundswell.table.Lake;
import io.groundswell.trends.DetectTrends;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/**
 * Adds and ends rules, one row of ops.rules each. No row takes effect at a moment that has been decided already, so that
 * the table tells of every decision which rules it was made by, and a replay makes the same.
 *
 * @param clock gives the moment from which a rule holds that names none: 10 seconds from now, or from what is received
 */
public record RuleBook(Lake lake, RuleSettings settings, Clock clock) {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /**
     * What was done.
     *
     * @param isNew whether a row was written; false where it had been said before
     * @param decidedThrough the newest moment whose decisions are made
     */
    public record Entry(RuleChange change, boolean isNew, Instant decidedThrough) {}

    /**
     * Adds a rule, unless one in force or to come says the same.
     *
     * @param comment null where there is none
     * @param from the first moment whose decisions follow it; empty for the next that can
     * @throws PlatformException if the rule is refused, or {@code from} lies where decisions are made or being made
     */
    public Entry add(SparkSession spark, Rule rule, String comment, Optional<Instant> from) {
        limits().requireApplicable(rule);
        return alone(spark, from, () -> {
            List<RuleChange> changes = new RuleTable(lake).changes(spark);
            Collection<RuleChange> open = open(changes);
            Instant decided = moments().decidedThrough(spark);
            Optional<RuleChange> same = open.stream().filter(rule::isSaidBy).findFirst();
            if (same.isPresent()) {
                requireNotEarlier(from, same.get());
                return new Entry(same.get(), false, decided);
            }
            requireOnlyWatch(rule, open);
            limits().requireRoom(rule, open);
            RuleChange added = new RuleChange(
                    nextId(changes),
                    rule.action(),
                    rule.kind(),
                    rule.source(),
                    rule.value(),
                    rule.minEvidence(),
                    rule.minAuthors(),
                    comment,
                    moments().effective(spark, from, decided),
                    false,
                    moments().now());
            new RuleTable(lake).append(spark, added);
            return new Entry(added, true, decided);
        });
    }

    /**
     * Ends a rule, unless it has ended.
     *
     * @param from the first moment whose decisions no longer follow it; empty for the next that can
     * @throws PlatformException if there is no such rule, or {@code from} lies where decisions are made or being made
     */
    public Entry end(SparkSession spark, String ruleId, String comment, Optional<Instant> from) {
        return alone(spark, from, () -> {
            RuleChange last = latest(new RuleTable(lake).changes(spark)).get(ruleId);
            if (last == null) {
                throw PlatformException.usage(
                        "There is no rule '%s'. 'rules list' has those there are.".formatted(ruleId));
            }
            Instant decided = moments().decidedThrough(spark);
            if (last.isEnd()) {
                return new Entry(last, false, decided);
            }
            Instant effective = moments().effective(spark, from, decided);
            // One that was still to come ends as it begins.
            Instant at = effective.isBefore(last.effectiveAt()) ? last.effectiveAt() : effective;
            RuleChange ended = last.ended(at, comment, moments().now());
            new RuleTable(lake).append(spark, ended);
            return new Entry(ended, true, decided);
        });
    }

    /** A moment that is past, or soon will be, may be being decided: the rule might come too late for that. */
    private Entry alone(SparkSession spark, Optional<Instant> from, Supplier<Entry> change) {
        try (Lease rules = Lease.await(lake, "rules", PATIENCE)) {
            boolean isEarly = from.isPresent() && from.get().isBefore(moments().undecided(spark));
            try (Lease decisions = isEarly ? Lease.take(lake, DetectTrends.NAME) : null) {
                Entry entry = change.get();
                if (!isEarly && entry.isNew()) {
                    requireInTime(spark, entry.change());
                }
                return entry;
            }
        }
    }

    /** Decisions are made of what is received: one that began before the row was there goes no further than that. */
    private void requireInTime(SparkSession spark, RuleChange written) {
        Instant received = moments().received(spark);
        if (written.effectiveAt().isAfter(received)) {
            return;
        }
        if (!written.isEnd()) {
            RuleChange ended = written.ended(
                    written.effectiveAt(), "came too late", moments().now());
            new RuleTable(lake).append(spark, ended);
        }
        throw PlatformException.tryAgain(
                ("Rule %s was to %s at %s, but posts were received through %s before that was written, so some decision"
                                + " may have been made without it%s. Try again, or name a later time with --from.")
                        .formatted(
                                written.ruleId(),
                                written.isEnd() ? "end" : "hold",
                                written.effectiveAt(),
                                received,
                                written.isEnd() ? "; the end stands" : ": it is ended"));
    }

    private static void requireNotEarlier(Optional<Instant> from, RuleChange same) {
        if (from.isPresent() && from.get().isBefore(same.effectiveAt())) {
            throw PlatformException.usage(
                    "Rule refused: %s says the same from %s on. End it ('rules end %s'), then add it from %s on."
                            .formatted(same.ruleId(), same.effectiveAt(), same.ruleId(), from.get()));
        }
    }

    /** Of two watches of a term nobody could tell which thresholds hold. */
    private static void requireOnlyWatch(Rule rule, Collection<RuleChange> open) {
        if (!rule.action().equals(RuleChange.WATCH)) {
            return;
        }
        open.stream()
                .filter(held -> held.action().equals(RuleChange.WATCH)
                        && held.kind().equals(rule.kind())
                        && held.value().equals(rule.value()))
                .findFirst()
                .ifPresent(held -> {
                    throw PlatformException.usage(
                            ("Rule refused: %s watches that %s by other thresholds. End it ('rules end %s'), then add"
                                            + " this one.")
                                    .formatted(held.ruleId(), rule.kind(), held.ruleId()));
                });
    }

    private RuleLimits limits() {
        return new RuleLimits(settings);
    }

    private RuleMoments moments() {
        return new RuleMoments(lake, clock);
    }

    /** Returns the rules in force or to come. */
    private static Collection<RuleChange> open(List<RuleChange> changes) {
        return latest(changes).values().stream().filter(last -> !last.isEnd()).toList();
    }

    private static TreeMap<String, RuleChange> latest(List<RuleChange> changes) {
        TreeMap<String, RuleChange> latest = new TreeMap<>();
        changes.stream().sorted(Rules.IN_ORDER).forEach(change -> latest.put(change.ruleId(), change));
        return latest;
    }

    private static String nextId(List<RuleChange> changes) {
        long newest = changes.stream()
                .map(RuleChange::ruleId)
                .filter(id -> id.matches("r[0-9]{1,9}"))
                .mapToLong(id -> Long.parseLong(id.substring(1)))
                .max()
                .orElse(0);
        return "r" + (newest + 1);
    }
}
