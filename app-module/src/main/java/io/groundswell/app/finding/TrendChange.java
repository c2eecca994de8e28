package io.groundswell.app.finding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What has become of a trend of a list, or of one that the list would have had, by what came later.
 *
 * @param then as it stood in the list; null where it was not in it
 * @param now as it would stand in it; null where it would not
 * @param placeThen its place in the list, from 1; 0 where it had none
 * @param placeNow its place in the list as it would be, from 1; 0 where it would have none
 * @param why what is known of its windows that was not known then
 */
public record TrendChange(TrendFinding then, TrendFinding now, int placeThen, int placeNow, Cause why) {

    /**
     * What later decisions say of the windows of a trend.
     *
     * @param late authors that they count and that were not counted, window by window
     * @param gone authors that they no longer count: posts deleted or edited, accounts removed, or blocked
     * @param blocked posts that they leave out by a rule and that were counted
     * @param mutedBy a rule that mutes the term in one of them; null where none does
     */
    public record Cause(long late, long gone, long blocked, String mutedBy) {
        static final Cause NONE = new Cause(0, 0, 0, null);

        /** Returns it in words. */
        public String text() {
            List<String> parts = new ArrayList<>();
            if (late > 0) {
                parts.add(counted(late, "author") + " came late");
            }
            if (gone > 0) {
                parts.add(counted(gone, "author") + " went");
            }
            if (blocked > 0) {
                parts.add(counted(blocked, "post") + " blocked");
            }
            if (mutedBy != null) {
                parts.add("muted by " + mutedBy);
            }
            return parts.isEmpty() ? "what all others wrote" : String.join(", ", parts);
        }

        private static String counted(long many, String what) {
            return "%,d %s%s".formatted(many, what, many == 1 ? "" : "s");
        }
    }

    /** Returns {@code new}, {@code gone}, {@code up}, {@code down} or, in the same place, {@code other}. */
    public String kind() {
        if (placeThen == 0) {
            return "new";
        }
        if (placeNow == 0) {
            return "gone";
        }
        int moved = Integer.compare(placeThen, placeNow);
        return moved > 0 ? "up" : moved < 0 ? "down" : "other";
    }

    TrendChange because(Cause cause) {
        return new TrendChange(then, now, placeThen, placeNow, cause);
    }

    /** Returns the trend as it is known now, or else as it was. */
    public TrendFinding trend() {
        return now == null ? then : now;
    }

    boolean isOne() {
        return placeThen != placeNow
                || then.observed() != now.observed()
                || then.evidence() != now.evidence()
                || !then.rise().equals(now.rise())
                || !then.state().equals(now.state());
    }

    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("change", kind());
        document.put("kind", trend().kind());
        document.put("term", trend().term());
        document.put("display", trend().display());
        document.put("place_then", placeThen == 0 ? null : placeThen);
        document.put("place_now", placeNow == 0 ? null : placeNow);
        document.put("then", then == null ? null : then.document());
        document.put("now", now == null ? null : now.document());
        document.put("late_authors", why.late());
        document.put("gone_authors", why.gone());
        document.put("blocked_posts", why.blocked());
        document.put("muted_by", why.mutedBy());
        return document;
    }
}
