package io.groundswell.app.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A chart of lines as SVG, with a logarithmic x axis.
 *
 * @param xLabel what x is, with its unit
 * @param yLabel what y is, with its unit
 * @param yMax the greatest y shown; greater values are drawn there
 */
record LineChart(String xLabel, String yLabel, double yMax, List<Line> lines) {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int LEFT = 56;
    private static final int RIGHT = 170;
    private static final int TOP = 16;
    private static final int BOTTOM = 44;
    private static final int TICKS = 5;
    private static final int LEGEND_STEP = 18;
    /** Told apart by the colour-blind as well (Okabe and Ito). */
    private static final List<String> COLOURS =
            List.of("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000");

    LineChart {
        lines = List.copyOf(lines);
    }

    /** A line through points in the order of x. */
    record Line(String name, List<Point> points) {
        Line {
            points = List.copyOf(points);
        }
    }

    /** x above 0. */
    record Point(double x, double y) {}

    String svg() {
        double least = lines.stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(Point::x)
                .min()
                .orElse(1);
        double greatest = lines.stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(Point::x)
                .max()
                .orElse(10);
        Scale x = Scale.of(least, greatest);
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s against %s\">%n",
                WIDTH,
                HEIGHT,
                yLabel,
                xLabel));
        axes(svg, x);
        for (int i = 0; i < lines.size(); i++) {
            draw(svg, x, i);
        }
        return svg.append("</svg>\n").toString();
    }

    private void draw(StringBuilder svg, Scale x, int number) {
        Line line = lines.get(number);
        String colour = COLOURS.get(number % COLOURS.size());
        List<String> points = new ArrayList<>();
        for (Point point : line.points()) {
            points.add(String.format(Locale.ROOT, "%.1f,%.1f", x.of(point.x()), y(point.y())));
        }
        svg.append(String.format(
                Locale.ROOT,
                "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"%d\" points=\"%s\"/>%n",
                colour,
                number == 0 ? 3 : 2,
                String.join(" ", points)));
        int at = TOP + 8 + number * LEGEND_STEP;
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"14\" height=\"4\" fill=\"%s\"/><text x=\"%d\" y=\"%d\">%s</text>%n",
                WIDTH - RIGHT + 12,
                at - 2,
                colour,
                WIDTH - RIGHT + 32,
                at + 4,
                Html.escaped(line.name())));
    }

    private void axes(StringBuilder svg, Scale x) {
        for (double tick : x.ticks()) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"grid\" x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\"/><text x=\"%1$.1f\" y=\"%4$d\" text-anchor=\"middle\">%5$s</text>%n",
                    x.of(tick),
                    TOP,
                    HEIGHT - BOTTOM,
                    HEIGHT - BOTTOM + 16,
                    number(tick)));
        }
        for (int i = 0; i <= TICKS; i++) {
            double value = yMax * i / TICKS;
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%3$.1f\" y2=\"%3$.1f\"/><text x=\"%4$d\" y=\"%5$.1f\" text-anchor=\"end\">%6$s</text>%n",
                    LEFT,
                    WIDTH - RIGHT,
                    y(value),
                    LEFT - 6,
                    y(value) + 4,
                    number(value)));
        }
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
                (LEFT + WIDTH - RIGHT) / 2,
                HEIGHT - 8,
                Html.escaped(xLabel)));
        svg.append(String.format(
                Locale.ROOT,
                "<text transform=\"translate(14 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>%n",
                (TOP + HEIGHT - BOTTOM) / 2,
                Html.escaped(yLabel)));
    }

    private double y(double value) {
        double share = Math.max(0, Math.min(1, value / yMax));
        return HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP);
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2g", value);
    }

    /** A logarithmic scale over whole decades. */
    private record Scale(int from, int to) {
        static Scale of(double least, double greatest) {
            int from = (int) Math.floor(Math.log10(least));
            return new Scale(from, Math.max(from + 1, (int) Math.ceil(Math.log10(greatest))));
        }

        double of(double value) {
            double share = (Math.log10(value) - from) / (to - from);
            return LEFT + Math.max(0, Math.min(1, share)) * (WIDTH - RIGHT - LEFT);
        }

        List<Double> ticks() {
            List<Double> ticks = new ArrayList<>();
            for (int decade = from; decade <= to; decade++) {
                ticks.add(Math.pow(10, decade));
            }
            return ticks;
        }
    }
}
