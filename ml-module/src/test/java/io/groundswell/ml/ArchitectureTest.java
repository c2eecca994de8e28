package io.groundswell.ml;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.groundswell.job.Transform;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.groundswell.ml");

    @Test
    void transformsKnowNoSession() {
        noClasses()
                .that()
                .implement(Transform.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(SparkSession.class)
                .check(CLASSES);
    }

    @Test
    void meetsOtherModulesInTablesOnly() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.groundswell.ingest..",
                        "io.groundswell.features..",
                        "io.groundswell.trends..",
                        "io.groundswell.graph..",
                        "io.groundswell.app..")
                .check(CLASSES);
    }

    @Test
    void fittingKnowsNothingOfScoring() {
        noClasses()
                .that()
                .resideInAPackage("io.groundswell.ml.topic")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.groundswell.ml.scoring")
                .check(CLASSES);
    }
}
