package io.vigie.standalone;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** What starts the services and talks to them knows none of them: by processes and by HTTP only. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.vigie.standalone");

    private static ArchRule nobodyUses(String... packages) {
        return noClasses().should().dependOnClassesThat().resideInAnyPackage(packages);
    }

    @Test
    void givenTheServices_whenStarted_thenNoneIsKnownHere() {
        nobodyUses(
                        "io.vigie.command..",
                        "io.vigie.scoring..",
                        "io.vigie.query..",
                        "io.vigie.pmml..",
                        "io.vigie.web..",
                        "org.springframework..",
                        "org.axonframework..",
                        "org.apache.kafka.streams..")
                .check(CLASSES);
    }

    @Test
    void givenTheEdge_whenItForwards_thenItKnowsNoVerbAndNoSupervisor() {
        noClasses()
                .that()
                .resideInAPackage("io.vigie.standalone.edge..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.vigie..").and(not(resideInAPackage("io.vigie.standalone.edge.."))))
                .check(CLASSES);
    }

    @Test
    void givenTheRules_whenTheyForbidWhatIsUsed_thenTheyFindSomebody() {
        assertThatThrownBy(() -> noClasses()
                        .that()
                        .resideInAPackage("io.vigie.standalone.edge..")
                        .should()
                        .dependOnClassesThat(resideInAPackage("org.eclipse.jetty.."))
                        .check(CLASSES))
                .isInstanceOf(AssertionError.class);
        for (String used : new String[] {"io.vigie.contracts..", "io.vigie.embedded.."}) {
            assertThatThrownBy(() -> nobodyUses(used).check(CLASSES)).as(used).isInstanceOf(AssertionError.class);
        }
    }
}
