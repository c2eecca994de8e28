package io.groundswell.app.finding;

import io.groundswell.model.StoryTerm;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A story as its newest window with posts tells it, or, once it is over, as its largest one did.
 *
 * @param width of its windows
 * @param start of its first window
 * @param newest start of the newest window
 * @param terms the strongest first
 * @param authors distinct authors of the window
 * @param peakAuthors most authors of any window
 * @param shown the evidence of its trends' windows, as it is known, each halved for every 4 hours up to the newest decision:
 *     its rank in lists
 * @param mergedInto the story that took over its terms; null where none did
 * @param samples up to three posts of its largest window, as source/post_id
 */
public record StoryFinding(
        String id,
        String label,
        Duration width,
        Instant start,
        Instant newest,
        List<StoryTerm> terms,
        long authors,
        long peakAuthors,
        String state,
        double shown,
        String mergedInto,
        List<String> samples) {

    /** Returns whether both tell of one event, in windows of different widths: at one time, of mostly the same terms. */
    boolean isToldBy(StoryFinding other) {
        boolean isAtOneTime =
                !start.isAfter(other.newest.plus(other.width)) && !other.start.isAfter(newest.plus(width));
        long shared = terms.stream()
                .filter(term -> other.terms.stream()
                        .anyMatch(its ->
                                its.kind().equals(term.kind()) && its.term().equals(term.term())))
                .count();
        return !width.equals(other.width) && isAtOneTime && 2 * shared >= Math.min(terms.size(), other.terms.size());
    }

    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("story_id", id);
        document.put("label", label);
        document.put("window_width", width.toSeconds());
        document.put("start", start.toString());
        document.put("newest", newest.toString());
        document.put("state", state);
        document.put("authors", authors);
        document.put("peak_authors", peakAuthors);
        document.put("shown", shown);
        document.put("merged_into", mergedInto);
        document.put("terms", terms.stream().map(StoryFinding::document).toList());
        document.put("sample_post_ids", samples);
        return document;
    }

    private static Map<String, Object> document(StoryTerm term) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("kind", term.kind());
        document.put("term", term.term());
        document.put("display", term.display());
        document.put("shown", term.shown());
        return document;
    }
}
