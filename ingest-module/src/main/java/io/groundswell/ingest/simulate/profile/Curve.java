package io.groundswell.ingest.simulate.profile;

/** A rate over time: both the time and the highest rate are 1. */
public enum Curve {
    /** At its height all the time. */
    FLAT(1, 0) {
        @Override
        public double cumulative(double passed) {
            return passed;
        }

        @Override
        public double quantile(double share) {
            return share;
        }
    },
    /** {@code u}. */
    RISING(0.5, 1) {
        @Override
        public double cumulative(double passed) {
            return passed * passed;
        }

        @Override
        public double quantile(double share) {
            return Math.sqrt(share);
        }
    },
    /** {@code 2^(−6u)}: six half-lives. */
    DECAYING((1 - 1 / 64.0) / (6 * StrictMath.log(2)), 0) {
        private static final double LAST = 1 / 64.0;

        @Override
        public double cumulative(double passed) {
            return (1 - StrictMath.pow(LAST, passed)) / (1 - LAST);
        }

        @Override
        public double quantile(double share) {
            return StrictMath.log(1 - share * (1 - LAST)) / StrictMath.log(LAST);
        }
    },
    /** {@code sin²(πu)}. */
    BELL(0.5, 0.5) {
        private static final int STEPS = 50;

        @Override
        public double cumulative(double passed) {
            return passed - StrictMath.sin(2 * Math.PI * passed) / (2 * Math.PI);
        }

        /** By bisection, since it has no closed form. */
        @Override
        public double quantile(double share) {
            double from = 0;
            double until = 1;
            for (int step = 0; step < STEPS; step++) {
                double middle = (from + until) / 2;
                if (cumulative(middle) < share) {
                    from = middle;
                } else {
                    until = middle;
                }
            }
            return (from + until) / 2;
        }
    };

    private final double mean;
    private final double peak;

    Curve(double mean, double peak) {
        this.mean = mean;
        this.peak = peak;
    }

    /** Returns the mean rate. */
    public double mean() {
        return mean;
    }

    /** Returns the part of the time that has passed when the highest rate is reached. */
    public double peak() {
        return peak;
    }

    /** Returns the share of all that has come when this part of the time, from 0 to 1, has passed. */
    public abstract double cumulative(double passed);

    /** Returns the part of the time that has passed when this share, from 0 to 1, has come. */
    public abstract double quantile(double share);
}
