package io.groundswell.trends;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.groundswell.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest implements HouseRules {
    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages("io.groundswell.trends");

    @Override
    public JavaClasses classes() {
        return CLASSES;
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
