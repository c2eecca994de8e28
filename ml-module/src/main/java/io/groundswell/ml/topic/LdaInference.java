package io.groundswell.ml.topic;

import java.util.Arrays;
import org.apache.spark.ml.clustering.LDAModel;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;

/**
 * The variational E-step of LDA for one post (Blei, Ng and Jordan, JMLR 2003, section 5.2; Hoffman et al., NIPS 2010,
 * algorithm 1): what MLlib's {@code topicDistribution} computes, without its allocations and with an even start in place
 * of a random one. Both stop once a round moves the parameters by less than 0.001 each on average, so they agree to
 * about that on all posts but those with two near-equal solutions.
 */
final class LdaInference implements TopicInference {
    private static final double CONVERGED = 1e-3;
    private static final int MAX_ROUNDS = 100;
    private static final double TINY = 1e-100; // as in MLlib: keeps a word that no topic explains from dividing by 0

    private final int k;
    private final double[] alpha;
    /** exp(E[log β]), the k topics of one word beside each other. */
    private final double[] expLogBeta;

    LdaInference(LDAModel model) {
        Matrix lambda = model.topicsMatrix();
        k = model.getK();
        alpha = model.estimatedDocConcentration().toArray();
        expLogBeta = new double[lambda.numRows() * k];
        for (int topic = 0; topic < k; topic++) {
            double total = 0;
            for (int word = 0; word < lambda.numRows(); word++) {
                total += lambda.apply(word, topic);
            }
            double ofTotal = Digamma.of(total);
            for (int word = 0; word < lambda.numRows(); word++) {
                expLogBeta[word * k + topic] = Math.exp(Digamma.of(lambda.apply(word, topic)) - ofTotal);
            }
        }
    }

    @Override
    public float[] weights(Vector words) {
        SparseVector counts = words.toSparse();
        if (counts.indices().length == 0) {
            return new float[0];
        }
        double[] gamma = new double[k];
        double[] next = new double[k];
        Arrays.fill(gamma, 1);
        for (int round = 0; round < MAX_ROUNDS; round++) {
            round(counts, expLogTheta(gamma), next);
            double moved = 0;
            for (int topic = 0; topic < k; topic++) {
                moved += Math.abs(next[topic] - gamma[topic]);
            }
            double[] previous = gamma;
            gamma = next;
            next = previous;
            if (moved <= CONVERGED * k) {
                break;
            }
        }
        return shares(gamma);
    }

    /** Shares out each word's count among the topics, by how well they explain it, on top of the prior. */
    private void round(SparseVector counts, double[] theta, double[] gamma) {
        int[] words = counts.indices();
        double[] times = counts.values();
        Arrays.fill(gamma, 0);
        for (int i = 0; i < words.length; i++) {
            int row = words[i] * k;
            double norm = TINY;
            for (int topic = 0; topic < k; topic++) {
                norm += theta[topic] * expLogBeta[row + topic];
            }
            double share = times[i] / norm;
            for (int topic = 0; topic < k; topic++) {
                gamma[topic] += share * expLogBeta[row + topic];
            }
        }
        for (int topic = 0; topic < k; topic++) {
            gamma[topic] = alpha[topic] + theta[topic] * gamma[topic];
        }
    }

    private static double[] expLogTheta(double[] gamma) {
        double ofTotal = Digamma.of(Arrays.stream(gamma).sum());
        double[] theta = new double[gamma.length];
        for (int topic = 0; topic < gamma.length; topic++) {
            theta[topic] = Math.exp(Digamma.of(gamma[topic]) - ofTotal);
        }
        return theta;
    }

    private static float[] shares(double[] gamma) {
        double total = Arrays.stream(gamma).sum();
        float[] shares = new float[gamma.length];
        for (int topic = 0; topic < gamma.length; topic++) {
            shares[topic] = (float) (gamma[topic] / total);
        }
        return shares;
    }
}
