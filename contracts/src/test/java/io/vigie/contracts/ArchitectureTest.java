package io.vigie.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The published language stays readable for everybody: plain Java, no framework. */
class ArchitectureTest {

    private static final JavaClasses LANGUAGE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.vigie.contracts");

    private static ArchRule dependsOnlyOn(String... packages) {
        return classes().should().onlyDependOnClassesThat().resideInAnyPackage(packages);
    }

    @Test
    void givenTheLanguage_whenCompiled_thenWithTheJdkAndNullnessMarksAlone() {
        dependsOnlyOn("io.vigie.contracts..", "java..", "org.jspecify..").check(LANGUAGE);
    }

    @Test
    void givenTheRule_whenItAllowsLess_thenItFindsSomebody() {
        assertThatThrownBy(() ->
                        dependsOnlyOn("io.vigie.contracts..", "java.lang..").check(LANGUAGE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("java.math.BigDecimal");
    }
}
