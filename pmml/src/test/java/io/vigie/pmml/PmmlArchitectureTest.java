package io.vigie.pmml;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

class PmmlArchitectureTest {

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.vigie.pmml");

    @Test
    void givenTheEngine_whenAnybodyUsesThisModule_thenNoPublicMethodSpeaksIt() {
        List<JavaMethod> methods =
                classes.stream().flatMap(type -> type.getMethods().stream()).toList();

        assertThat(methods).anyMatch(PmmlArchitectureTest::speaksEngine);
        assertThat(methods)
                .filteredOn(method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                        && method.getOwner().getModifiers().contains(JavaModifier.PUBLIC))
                .isNotEmpty()
                .noneMatch(PmmlArchitectureTest::speaksEngine);
    }

    private static boolean speaksEngine(JavaMethod method) {
        return engine(method.getRawReturnType())
                || method.getRawParameterTypes().stream().anyMatch(PmmlArchitectureTest::engine);
    }

    private static boolean engine(JavaClass type) {
        return type.getPackageName().startsWith("org.jpmml")
                || type.getPackageName().startsWith("org.dmg");
    }
}
