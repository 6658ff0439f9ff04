package io.vigie.scoring;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final DescribedPredicate<JavaClass> ENGINE = resideInAnyPackage("org.jpmml..", "org.dmg..");

    private static final ArchRule NOBODY_BUT_PMML_USES_THE_ENGINE =
            noClasses().that(not(resideInAPackage("io.vigie.pmml.."))).should().dependOnClassesThat(ENGINE);

    private static final ArchRule USE_CASE_KNOWS_NO_FRAMEWORK = noClasses()
            .that(resideInAPackage("io.vigie.scoring.scoreclient.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.springframework..", "io.vigie.scoring.platform.."));

    private final JavaClasses product = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.vigie");

    @Test
    void givenTheEngine_whenUsed_thenInsideItsModuleOnly() {
        NOBODY_BUT_PMML_USES_THE_ENGINE.check(product);
    }

    @Test
    void givenTheRules_whenTurnedAround_thenTheyFindSomebody() {
        assertThatThrownBy(() -> noClasses()
                        .that(resideInAPackage("io.vigie.pmml.."))
                        .should()
                        .dependOnClassesThat(ENGINE)
                        .check(product))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> noClasses()
                        .that(resideInAPackage("io.vigie.scoring.platform.."))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("org.springframework.."))
                        .check(product))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void givenTheUseCase_whenCompiled_thenWithoutSpringAndPlatform() {
        USE_CASE_KNOWS_NO_FRAMEWORK.check(product);
    }
}
