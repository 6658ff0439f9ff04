package io.vigie.training;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class TrainingArchitectureTest {

    private static final String[] ENGINES = {"org.apache.spark..", "org.jpmml..", "org.dmg.."};

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.vigie.training");

    @Test
    void givenTheEngines_whenJudgingPreparingAndTelling_thenTheyAreNotKnown() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.vigie.training.fit", "io.vigie.training.export")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ENGINES)
                .check(classes);
        assertThat(classes.stream().filter(TrainingArchitectureTest::speaksSpark))
                .isNotEmpty();
    }

    private static boolean speaksSpark(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency ->
                        dependency.getTargetClass().getPackageName().startsWith("org.apache.spark"));
    }
}
