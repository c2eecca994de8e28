package io.groundswell;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.groundswell");

    @Test
    void knowsNoModule() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.groundswell.ingest..",
                        "io.groundswell.features..",
                        "io.groundswell.trends..",
                        "io.groundswell.ml..",
                        "io.groundswell.graph..",
                        "io.groundswell.app..")
                .check(OURS);
    }

    @Test
    void keepsSparkOutOfTheRecords() {
        noClasses()
                .that()
                .resideInAPackage("io.groundswell.model")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "io.delta..")
                .check(OURS);
    }

    @Test
    void buildsSessionsInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.groundswell.session")
                .should()
                .callMethod(org.apache.spark.sql.SparkSession.class, "builder")
                .check(OURS);
    }

    @Test
    void namesNoClassAfterWhatItIsNot() {
        classes()
                .should()
                .haveSimpleNameNotEndingWith("Utils")
                .andShould()
                .haveSimpleNameNotEndingWith("Helper")
                .andShould()
                .haveSimpleNameNotEndingWith("Manager")
                .check(OURS);
    }
}
