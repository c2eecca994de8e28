package io.groundswell.ml;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.groundswell.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest implements HouseRules {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.groundswell.ml");

    @Override
    public JavaClasses classes() {
        return CLASSES;
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
