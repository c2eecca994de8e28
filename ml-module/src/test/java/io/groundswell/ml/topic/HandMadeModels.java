package io.groundswell.ml.topic;

import io.groundswell.model.ModelVersion;
import io.groundswell.registry.Candidate;
import io.groundswell.registry.ModelRegistry;
import io.groundswell.table.Lake;
import io.groundswell.testing.Posts;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.clustering.LocalLDAModel;
import org.apache.spark.ml.feature.CountVectorizer;
import org.apache.spark.ml.feature.CountVectorizerModel;
import org.apache.spark.ml.feature.IDF;
import org.apache.spark.mllib.linalg.Matrices;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Models whose topics a test can tell by heart, and their way into a registry. */
public final class HandMadeModels {
    private static final StructType DOCUMENT =
            new StructType().add("words", DataTypes.createArrayType(DataTypes.StringType));

    private static final AtomicInteger TICKS = new AtomicInteger();
    private static final Map<List<String>, TopicPipeline> LDA = new ConcurrentHashMap<>();

    /** Folders of models saved before, by uid: to copy one is quicker than to save it. */
    private static final Map<String, String> SAVED = new ConcurrentHashMap<>();

    private HandMadeModels() {}

    /** Returns documents with these words, each a list parted by spaces. */
    public static Dataset<Row> documents(SparkSession spark, List<String> texts) {
        return spark.createDataset(
                texts.stream()
                        .map(text -> RowFactory.create((Object) text.split(" ")))
                        .toList(),
                Encoders.row(DOCUMENT));
    }

    /** Returns an LDA model of which topic i has the words of the i-th list, 100 times each, and the others hardly. */
    public static TopicPipeline lda(SparkSession spark, String... topics) {
        return LDA.computeIfAbsent(List.of(topics), any -> newLda(spark, topics));
    }

    private static TopicPipeline newLda(SparkSession spark, String... topics) {
        String[] vocabulary = Arrays.stream(topics)
                .flatMap(words -> Arrays.stream(words.split(" ")))
                .distinct()
                .toArray(String[]::new);
        double[] lambda = new double[vocabulary.length * topics.length];
        for (int topic = 0; topic < topics.length; topic++) {
            List<String> words = List.of(topics[topic].split(" "));
            for (int word = 0; word < vocabulary.length; word++) {
                lambda[topic * vocabulary.length + word] = words.contains(vocabulary[word]) ? 100 : 0.01;
            }
        }
        double[] alpha = new double[topics.length];
        Arrays.fill(alpha, 0.1);
        LocalLDAModel model = new LocalLDAModel(
                "by hand",
                vocabulary.length,
                new org.apache.spark.mllib.clustering.LocalLDAModel(
                        Matrices.dense(vocabulary.length, topics.length, lambda), Vectors.dense(alpha), 0.01, 100),
                spark);
        model.set(model.k(), topics.length);
        model.setFeaturesCol("counts");
        CountVectorizerModel vectorizer =
                new CountVectorizerModel(vocabulary).setInputCol("words").setOutputCol("counts");
        return TopicPipeline.of(documents(spark, List.of("any")), vectorizer, model);
    }

    /** Returns a TF-IDF model fitted to these documents. */
    public static PipelineModel tfidf(SparkSession spark, List<String> texts) {
        return new Pipeline()
                .setStages(new PipelineStage[] {
                    new CountVectorizer().setInputCol("words").setOutputCol("term_counts"),
                    new IDF().setInputCol("term_counts").setOutputCol("tfidf")
                })
                .fit(documents(spark, texts));
    }

    /** Registers a model and makes it the champion. */
    public static ModelVersion promoted(SparkSession spark, Lake lake, String name, PipelineModel model) {
        ModelRegistry registry = new ModelRegistry(lake, ticking());
        ModelVersion version = registry.register(
                spark, new Candidate(name, Map.of(), Map.of(), Map.of(), folder -> copy(saved(model), folder)));
        return registry.promote(spark, name, version.version());
    }

    private static String saved(PipelineModel model) throws IOException {
        String folder = SAVED.get(model.uid());
        if (folder == null) {
            folder = Files.createTempDirectory("model").resolve("saved").toString();
            model.write().save(folder);
            SAVED.put(model.uid(), folder);
        }
        return folder;
    }

    private static void copy(String from, String to) throws IOException {
        Configuration conf = new Configuration();
        FileSystem fs = new Path(to).getFileSystem(conf);
        FileUtil.copy(fs, new Path(from), fs, new Path(to), false, conf);
    }

    /** Returns a clock that is a second later each time it is asked. */
    private static Clock ticking() {
        return new Clock() {
            @Override
            public Instant instant() {
                return Posts.NOON.plus(Duration.ofSeconds(TICKS.incrementAndGet()));
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
