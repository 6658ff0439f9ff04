package io.vigie.standalone.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.standalone.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordFileTest {

    @TempDir
    Path folder = Path.of("");

    private Path file(String content, String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    @Test
    void givenAFileOfItsOwner_whenRead_thenItsFirstLineAsItIs() throws IOException {
        assertThat(PasswordFile.read(file(" a b \r\nc", "rw-------"))).isEqualTo(" a b ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--"})
    void givenAFileThatOthersCanRead_whenRead_thenRefusedWithTheRemedy(String permissions) throws IOException {
        Path file = file("secret", permissions);

        assertThatThrownBy(() -> PasswordFile.read(file))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("chmod go= ");
    }

    @Test
    void givenNoFileOrNoPassword_whenRead_thenRefused() throws IOException {
        assertThatThrownBy(() -> PasswordFile.read(folder.resolve("absent"))).isInstanceOf(Refusal.class);
        Path empty = file("\nsecret", "rw-------");
        assertThatThrownBy(() -> PasswordFile.read(empty))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("empty");
    }
}
