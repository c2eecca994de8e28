package io.groundswell.graph;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.groundswell.graph.engine.GraphXEngine;
import io.groundswell.job.Transform;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.groundswell.graph");

    @Test
    void transformsArePure() {
        noClasses()
                .that()
                .implement(Transform.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(SparkSession.class)
                .check(MODULE);
    }

    @Test
    void noOtherFeatureModuleIsImported() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.groundswell.ingest..",
                        "io.groundswell.features..",
                        "io.groundswell.trends..",
                        "io.groundswell.ml..",
                        "io.groundswell.app..")
                .check(MODULE);
    }

    @Test
    void oneClassAloneKnowsGraphX() {
        noClasses()
                .that(DescribedPredicate.not(
                        DescribedPredicate.describe("are the adapter", (JavaClass type) -> type.getName()
                                .startsWith(GraphXEngine.class.getName()))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.spark.graphx..")
                .check(MODULE);
    }
}
