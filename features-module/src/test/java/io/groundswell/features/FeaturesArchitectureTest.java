package io.groundswell.features;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.groundswell.testing.HouseRules;
import org.junit.jupiter.api.Test;

class FeaturesArchitectureTest implements HouseRules {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.groundswell.features");

    @Override
    public JavaClasses classes() {
        return CLASSES;
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
