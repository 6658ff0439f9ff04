package io.vigie.command;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RestController;

/** Rules of the module; each is checked to have something to look at. */
class ArchitectureTest {

    private static final String[] USE_CASES = {
        "..registerclient..",
        "..changeprofile..",
        "..changesites..",
        "..recordpurchase..",
        "..assignaccountmanager..",
        "..unassignaccountmanager..",
        "..departclient..",
        "..returnclient..",
        "..registeraccountmanager..",
        "..changecapacity..",
        "..retireaccountmanager..",
        "..importclients..",
        "..uploadmodel..",
        "..promotemodel..",
        "..challengemodel..",
        "..rollbackmodel..",
        "..retiremodel..",
        "..firstmodel.."
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.vigie.command");

    @Test
    void givenAggregates_whenLookedAt_thenTheyKnowNoUseCaseAndNoTechnology() {
        ArchRule rule = noClasses()
                .that()
                .resideInAnyPackage("..command.client..", "..command.accountmanager..", "..command.model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(USE_CASES)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.springframework.jdbc..", "org.springframework.web..");

        assertThat(count("client")).isPositive();
        assertThat(count("accountmanager")).isPositive();
        assertThat(count("model")).isPositive();
        rule.check(CLASSES);
    }

    @Test
    void givenUseCases_whenLookedAt_thenNothingBesideThemKnowsThem() {
        for (String useCase : USE_CASES) {
            assertThat(CLASSES.stream().filter(JavaClass.Predicates.resideInAPackage(useCase)))
                    .as(useCase)
                    .isNotEmpty();
        }
        noClasses()
                .that()
                .resideOutsideOfPackages(USE_CASES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(USE_CASES)
                .check(CLASSES);
    }

    @Test
    void givenDecisions_whenLookedAt_thenTimeAndIdsAreArguments() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..relay..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage(USE_CASES)
                .or()
                .resideInAnyPackage(
                        "..command.client..",
                        "..command.accountmanager..",
                        "..command.model..",
                        "..modelregistry..",
                        "..capacity..")
                .should()
                .callMethod(UUID.class, "randomUUID")
                .check(CLASSES);
    }

    @Test
    void givenHandlers_whenLookedAt_thenNobodyCallsThemByHand() {
        noMethods()
                .that()
                .areAnnotatedWith(CommandHandler.class)
                .or()
                .areAnnotatedWith(EventSourcingHandler.class)
                .should()
                .bePublic()
                .check(CLASSES);
    }

    @Test
    void givenEndpoints_whenLookedAt_thenTheyStandBesideTheirRuleAndAreHidden() {
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .resideInAnyPackage(USE_CASES)
                .andShould()
                .bePackagePrivate()
                .andShould()
                .haveSimpleNameEndingWith("Api")
                .check(CLASSES);
    }

    @Test
    void givenNames_whenLookedAt_thenNoneSaysNothing() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Impl|Dto|Controller|Service|Repository)")
                .because("a name says what a thing is; CommandService is the process")
                .check(CLASSES.that(new com.tngtech.archunit.base.DescribedPredicate<>("not the process") {
                    @Override
                    public boolean test(JavaClass type) {
                        return !type.isEquivalentTo(CommandService.class);
                    }
                }));
    }

    private static long count(String room) {
        return CLASSES.stream()
                .filter(JavaClass.Predicates.resideInAPackage("..command." + room))
                .count();
    }
}
