package io.groundswell.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.groundswell.job.Transform;
import io.groundswell.testing.HouseRules;
import org.junit.jupiter.api.Test;

class PurityTest implements HouseRules {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.groundswell.ingest");

    @Override
    public JavaClasses classes() {
        return CLASSES;
    }

    @Test
    void hasTransformsToLookAt() {
        assertThat(CLASSES.stream().filter(type -> type.isAssignableTo(Transform.class)))
                .hasSizeGreaterThan(3);
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
