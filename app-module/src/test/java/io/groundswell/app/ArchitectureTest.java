package io.groundswell.app;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.groundswell.graph.engine.GraphXEngine;
import io.groundswell.job.Transform;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

/** What holds of all modules together. */
class ArchitectureTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.groundswell");

    private static final Set<String> ACTIONS = Set.of(
            "cache",
            "checkpoint",
            "collect",
            "collectAsList",
            "count",
            "first",
            "foreach",
            "foreachPartition",
            "head",
            "isEmpty",
            "localCheckpoint",
            "persist",
            "reduce",
            "show",
            "take",
            "takeAsList",
            "tail",
            "toLocalIterator",
            "write",
            "writeStream",
            "writeTo");

    /** What is not the same the next time. */
    private static final Set<String> MOODS = Set.of(
            "current_date",
            "current_timestamp",
            "curdate",
            "localtimestamp",
            "monotonically_increasing_id",
            "now",
            "rand",
            "randn",
            "shuffle",
            "spark_partition_id",
            "uuid");

    @Test
    void transformsDoNothingButTransform() {
        noClasses()
                .that()
                .implement(Transform.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(SparkSession.class)
                .orShould()
                .callMethodWhere(target(owner(isType(Dataset.class))).and(target(isNamed(ACTIONS))))
                .orShould()
                .callMethodWhere(target(owner(isType(functions.class))).and(target(isNamed(MOODS))))
                .check(OURS);
    }

    @Test
    void buildsSessionsInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.groundswell.session")
                .should()
                .callMethod(SparkSession.class, "builder")
                .check(OURS);
    }

    @Test
    void fitsTopicsInOneModule() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.groundswell.ml..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.spark.ml.clustering..")
                .check(OURS);
    }

    @Test
    void knowsGraphXInOneClass() {
        noClasses()
                .that(DescribedPredicate.describe(
                        "are not the adapter", type -> !type.getName().startsWith(GraphXEngine.class.getName())))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.spark.graphx..")
                .check(OURS);
    }

    private static DescribedPredicate<JavaClass> isType(Class<?> type) {
        return DescribedPredicate.describe(type.getSimpleName(), its -> its.isEquivalentTo(type));
    }

    private static DescribedPredicate<HasName> isNamed(Set<String> names) {
        return DescribedPredicate.describe("one of " + names, its -> names.contains(its.getName()));
    }
}
