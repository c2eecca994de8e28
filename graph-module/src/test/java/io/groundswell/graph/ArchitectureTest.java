package io.groundswell.graph;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.groundswell.testing.HouseRules;

final class ArchitectureTest implements HouseRules {
    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.groundswell.graph");

    @Override
    public JavaClasses classes() {
        return MODULE;
    }
}
