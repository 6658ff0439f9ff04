package io.vigie.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.vigie.access.rules.AccessRules;
import io.vigie.access.rules.Reach;
import io.vigie.query.platform.Portfolio;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rules of this room, each with a proof that it looks at something. */
class ArchitectureTest {

    private static final String STREAM = "/api/stream";

    private static final JavaClasses ROOM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.vigie.query");

    private static boolean some(Predicate<JavaClass> matches) {
        return ROOM.stream().anyMatch(matches);
    }

    @Test
    void useCasesDontKnowEachOther() {
        String[] reads = {
            "..showclient..",
            "..listclients..",
            "..listscores..",
            "..listevents..",
            "..accountmanagers..",
            "..summary..",
            "..riskbystate..",
            "..riskdistribution..",
            "..riskbysitesandyears..",
            "..riskmoves..",
            "..riskhistories..",
            "..summarytrend..",
            "..listallevents..",
            "..pipeline..",
            "..whatif..",
            "..listmodels..",
            "..showmodel..",
            "..showmodelversion..",
            "..downloadmodel..",
            "..evaluatemodel..",
            "..bandchanges..",
            "..comparemodels..",
            "..modelquality..",
            "..rebuild.."
        };
        for (String read : reads) {
            assertThat(some(one -> one.getPackageName().endsWith(read.replace(".", ""))))
                    .as(read)
                    .isTrue();
            noClasses()
                    .that()
                    .resideOutsideOfPackage(read)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(read)
                    .check(ROOM);
        }
        slices().matching("io.vigie.query.(*)..").should().beFreeOfCycles().check(ROOM);
    }

    @Test
    void onlyTheWritingSideTouchesKafkaConsumers() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "..projection..", "..trackprogress..", "..rebuild..", "..deadletters..", "..pipeline..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
                .check(ROOM);
        assertThat(some(one -> one.getPackageName().endsWith(".projection")
                        && one.getDirectDependenciesFromSelf().stream()
                                .anyMatch(used ->
                                        used.getTargetClass().getPackageName().startsWith("org.apache.kafka"))))
                .isTrue();
    }

    @Test
    void neitherCommandsNorTheirStoreAreKnownHere() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vigie.command..", "io.vigie.scoring..", "org.axonframework..")
                .check(ROOM);
        assertThat(some(one -> one.getDirectDependenciesFromSelf().stream()
                        .anyMatch(used -> used.getTargetClass().getPackageName().startsWith("io.vigie.contracts"))))
                .isTrue();
    }

    @Test
    void nobodyAsksTheMachineForTheTime() {
        noClasses().should().callMethod(Instant.class, "now").check(ROOM);
        noClasses().should().callMethod(LocalDate.class, "now").check(ROOM);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(ROOM);
        noClasses()
                .that()
                .doNotHaveSimpleName("PlatformConfiguration")
                .should()
                .callMethod(Clock.class, "systemUTC")
                .check(ROOM);
        noClasses()
                .that()
                .doNotHaveSimpleName("Rebuilds")
                .should()
                .callMethod(UUID.class, "randomUUID")
                .check(ROOM);
        assertThat(some(one -> one.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Clock.class)
                                && call.getName().equals("instant"))))
                .isTrue();
    }

    @Test
    void onlyTheOutboxSendsAndItWaits() {
        noClasses()
                .that()
                .doNotHaveSimpleName("Outbox")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(KafkaTemplate.class)
                .check(ROOM);
        assertThat(ROOM.get("io.vigie.query.deadletters.Outbox").getMethodCallsFromSelf())
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(CompletableFuture.class)
                        && call.getName().equals("get"));
    }

    @Test
    void restAdaptersArePrivateToTheirUseCase() {
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .bePackagePrivate()
                .check(ROOM);
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(RestController.class)
                .should()
                .notBePublic()
                .check(ROOM);
    }

    @Test
    void everyReadThatMayReachOneOwnPortfolioAsksWhoseItIs() {
        AccessRules rules = AccessRules.published();
        List<JavaMethod> reads = ROOM.stream()
                .flatMap(one -> one.getMethods().stream())
                .filter(method -> endpoints(method)
                        .filter(endpoint -> !endpoint[1].equals(STREAM))
                        .flatMap(endpoint -> rules.ofEndpoint(endpoint[0], endpoint[1]).stream())
                        .anyMatch(rule -> rule.reaches().containsValue(Reach.OWN)))
                .toList();

        assertThat(reads).hasSizeGreaterThanOrEqualTo(15).allSatisfy(read -> assertThat(read.getMethodCallsFromSelf())
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Portfolio.class)
                        && call.getName().equals("current")));
        // Of each topic for itself, by the rule of its read.
        assertThat(ROOM.get("io.vigie.query.livestream.Entitlement").getMethodCallsFromSelf())
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Portfolio.class)
                        && call.getName().equals("within"));
    }

    private static Stream<String[]> endpoints(JavaMethod method) {
        if (method.isAnnotatedWith(GetMapping.class)) {
            return Stream.of(method.getAnnotationOfType(GetMapping.class).value())
                    .map(path -> new String[] {"GET", path});
        }
        return method.isAnnotatedWith(PostMapping.class)
                ? Stream.of(method.getAnnotationOfType(PostMapping.class).value())
                        .map(path -> new String[] {"POST", path})
                : Stream.empty();
    }

    @Test
    void namesSayWhatThingsAre() {
        for (String suffix : new String[] {"Util", "Utils", "Impl", "Dto", "Controller", "Service", "Repository"}) {
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName(QueryService.class.getName())
                    .should()
                    .haveSimpleNameEndingWith(suffix)
                    .check(ROOM);
        }
        assertThat(ROOM).hasSizeGreaterThan(60);
    }
}
