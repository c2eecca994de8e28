package io.groundswell.app.interest;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.app.interest.InterestSeries.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterestSeriesTest {
    private static Point seen(long start, long authors, long all) {
        return new Point(start, authors, all, 1, false, 0);
    }

    private static Point gap(long start) {
        return new Point(start, 0, 0, 0.4, true, 0);
    }

    @Test
    void scalesBySharesOverAllTermsAndTimes() {
        // 10 of 20 is the greatest share, though 30 of 100 are more authors.
        List<InterestSeries> scaled = InterestSeries.scaled(List.of(
                new InterestSeries("hashtag", "storm", List.of(seen(0, 30, 100), seen(1, 10, 20))),
                new InterestSeries("word", "rain", List.of(seen(0, 5, 100), seen(1, 0, 20)))));

        assertThat(scaled.get(0).points()).extracting(Point::interest).containsExactly(60.0, 100.0);
        assertThat(scaled.get(1).points()).extracting(Point::interest).containsExactly(10.0, 0.0);
        assertThat(scaled.get(0).peak().start()).isEqualTo(1);
    }

    @Test
    void isNothingWhereNobodyWrote() {
        List<InterestSeries> scaled = InterestSeries.scaled(
                List.of(new InterestSeries("word", "rain", List.of(seen(0, 0, 0), seen(1, 0, 7)))));

        assertThat(scaled.get(0).points()).extracting(Point::interest).containsExactly(0.0, 0.0);
    }

    @Test
    void drawsGapsAsNoNumberAndTheMostOfWhatAPointStandsFor() {
        InterestSeries series = InterestSeries.scaled(List.of(new InterestSeries(
                        "word",
                        "rain",
                        List.of(seen(0, 1, 10), gap(1), gap(2), gap(3), seen(4, 2, 10), seen(5, 4, 10)))))
                .get(0);

        assertThat(series.line(6)).containsExactly(25.0, Double.NaN, Double.NaN, Double.NaN, 50.0, 100.0);
        assertThat(series.line(3)).containsExactly(25.0, Double.NaN, 100.0);
        assertThat(series.line(4)).containsExactly(25.0, Double.NaN, 100.0);
    }
}
