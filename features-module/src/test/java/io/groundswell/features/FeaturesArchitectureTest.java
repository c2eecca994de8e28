package io.groundswell.features;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.groundswell.job.Transform;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class FeaturesArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.groundswell.features");

    @Test
    void transformsAreFreeOfTheSession() {
        noClasses()
                .that()
                .implement(Transform.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(SparkSession.class)
                .check(CLASSES);
    }

    @Test
    void importsNoOtherFeatureModule() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.groundswell.ingest..",
                        "io.groundswell.trends..",
                        "io.groundswell.ml..",
                        "io.groundswell.graph..",
                        "io.groundswell.app..")
                .check(CLASSES);
    }

    @Test
    void findsTextWithoutTheModel() {
        noClasses()
                .that()
                .resideInAPackage("..text..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..tfidf..")
                .check(CLASSES);
    }
}
