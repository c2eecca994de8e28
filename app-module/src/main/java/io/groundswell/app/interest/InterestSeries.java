package io.groundswell.app.interest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * How much a term was written over time.
 *
 * @param points in the order of time
 */
public record InterestSeries(String kind, String term, List<Point> points) {

    /**
     * A stretch of time.
     *
     * @param start in microseconds
     * @param authors distinct authors of the term, added up over its windows
     * @param allAuthors distinct authors of all, added up likewise
     * @param coverage share of it that no hole touches
     * @param isGap whether holes mask all of its windows, so that nothing can be said of it
     * @param interest 0 to 100 on a scale, with one decimal; 0 before it is scaled and in a gap
     */
    public record Point(long start, long authors, long allAuthors, double coverage, boolean isGap, double interest) {

        /** Returns the share of all authors that wrote the term, 0 where nobody wrote. */
        public double share() {
            return allAuthors == 0 ? 0 : (double) authors / allAuthors;
        }

        private Point scaled(double greatest) {
            double scaled = greatest == 0 || isGap ? 0 : Math.rint(1000 * share() / greatest) / 10;
            return new Point(start, authors, allAuthors, coverage, isGap, scaled);
        }
    }

    /** Returns series on one scale: the greatest share of any of them is 100. */
    static List<InterestSeries> scaled(Collection<InterestSeries> series) {
        double greatest = series.stream()
                .flatMap(one -> one.points().stream())
                .filter(point -> !point.isGap())
                .mapToDouble(Point::share)
                .max()
                .orElse(0);
        return series.stream()
                .map(one -> new InterestSeries(
                        one.kind(),
                        one.term(),
                        one.points().stream()
                                .map(point -> point.scaled(greatest))
                                .toList()))
                .toList();
    }

    /** Returns the first point of the most interest. */
    public Point peak() {
        return points.stream()
                .max(Comparator.comparingDouble(Point::interest).thenComparing(Point::start, Comparator.reverseOrder()))
                .orElseThrow();
    }

    /**
     * Returns the interest in as many values as a line has room for, each the most of those it stands for; not a number
     * where all are gaps.
     */
    List<Double> line(int room) {
        int together = Math.max(1, (points.size() + room - 1) / room);
        List<Double> line = new ArrayList<>();
        for (int from = 0; from < points.size(); from += together) {
            line.add(points.subList(from, Math.min(points.size(), from + together)).stream()
                    .filter(point -> !point.isGap())
                    .mapToDouble(Point::interest)
                    .max()
                    .orElse(Double.NaN));
        }
        return line;
    }
}
