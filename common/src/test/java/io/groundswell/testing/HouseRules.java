package io.groundswell.testing;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import io.groundswell.job.Transform;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

/** What holds of the classes of each module; the architecture test of a module adds what holds of it alone. */
public interface HouseRules {
    List<String> FEATURES = List.of(
            "io.groundswell.ingest..",
            "io.groundswell.features..",
            "io.groundswell.trends..",
            "io.groundswell.ml..",
            "io.groundswell.graph..");

    String APP = "io.groundswell.app..";

    Set<String> ACTIONS = Set.of(
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
    Set<String> MOODS = Set.of(
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

    /** Returns the classes of the module. */
    JavaClasses classes();

    @Test
    default void transformsDoNothingButTransform() {
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
                .allowEmptyShould(true)
                .check(classes());
    }

    @Test
    default void featuresMeetInTablesOnly() {
        for (String feature : FEATURES) {
            String[] others =
                    modules().filter(module -> !module.equals(feature)).toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(feature)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .allowEmptyShould(true)
                    .check(classes());
        }
    }

    @Test
    default void whatIsCommonKnowsNoModule() {
        String[] modules = modules().toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(modules)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(modules)
                .allowEmptyShould(true)
                .check(classes());
    }

    @Test
    default void sessionsAreBuiltInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.groundswell.session")
                .should()
                .callMethod(SparkSession.class, "builder")
                .check(classes());
    }

    @Test
    default void topicsAreFittedInOneModule() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.groundswell.ml..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.spark.ml.clustering..")
                .allowEmptyShould(true)
                .check(classes());
    }

    @Test
    default void oneClassAloneKnowsGraphX() {
        noClasses()
                .that(DescribedPredicate.describe("are not the adapter", type -> !type.getName()
                        .startsWith("io.groundswell.graph.engine.GraphXEngine")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.spark.graphx..")
                .check(classes());
    }

    @Test
    default void collectionsOfScalaStayWhereSparkAsksForThem() {
        noClasses()
                .that(DescribedPredicate.describe(
                        "are not an adapter",
                        type -> !type.getName().startsWith("io.groundswell.graph.engine.GraphXEngine")
                                && !type.getPackageName().equals("io.groundswell.table")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("scala.collection..", "scala.jdk..")
                .allowEmptyShould(true)
                .check(classes());
    }

    @Test
    default void nothingOfALibrarysOwnInsideIsUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..shaded..", "sun..")
                .check(classes());
    }

    private static Stream<String> modules() {
        return Stream.concat(FEATURES.stream(), Stream.of(APP));
    }

    private static DescribedPredicate<JavaClass> isType(Class<?> type) {
        return DescribedPredicate.describe(type.getSimpleName(), its -> its.isEquivalentTo(type));
    }

    private static DescribedPredicate<HasName> isNamed(Set<String> names) {
        return DescribedPredicate.describe("one of " + names, its -> names.contains(its.getName()));
    }
}
