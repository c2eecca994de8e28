package io.groundswell.trends;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.groundswell.job.Transform;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages("io.groundswell.trends");

    @Test
    void transformsArePure() {
        noClasses()
                .that()
                .implement(Transform.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(SparkSession.class)
                .check(CLASSES);
    }

    @Test
    void noOtherFeatureIsImported() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.groundswell.ingest..",
                        "io.groundswell.features..",
                        "io.groundswell.ml..",
                        "io.groundswell.graph..",
                        "io.groundswell.app..")
                .check(CLASSES);
    }

    @Test
    void countsKnowNothingOfScores() {
        noClasses()
                .that()
                .resideInAPackage("io.groundswell.trends.count")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.groundswell.trends.score")
                .check(CLASSES);
    }
}
