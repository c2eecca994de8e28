package io.groundswell.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.groundswell.job.Transform;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class PurityTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.groundswell.ingest");

    @Test
    void transformsSeeNoSession() {
        assertThat(CLASSES.stream().filter(type -> type.isAssignableTo(Transform.class)))
                .hasSizeGreaterThan(3);
        noClasses()
                .that()
                .implement(Transform.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(SparkSession.class)
                .check(CLASSES);
    }

    @Test
    void knowsNoOtherFeature() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.groundswell.features..",
                        "io.groundswell.trends..",
                        "io.groundswell.ml..",
                        "io.groundswell.graph..",
                        "io.groundswell.app..")
                .check(CLASSES);
    }

    @Test
    void kafkaIsKnownInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.groundswell.ingest.topic")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..")
                .check(CLASSES);
    }

    @Test
    void parsersAreWithoutSpark() {
        noClasses()
                .that()
                .resideInAPackage("io.groundswell.ingest.parse")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache..", "io.groundswell.ingest.source..", "io.groundswell.ingest.land..")
                .check(CLASSES);
    }
}
