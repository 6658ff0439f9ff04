package io.vigie.standalone.supervisor;

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

class DataFolderTest {

    private static final long MEGABYTE = 1024 * 1024;

    @TempDir
    Path root;

    @Test
    void givenAFullDisk_whenPrepared_thenRefusedInOneSentenceWithTheRemedy() {
        assertThatThrownBy(() -> new DataFolder(root).prepare(folder -> 511 * MEGABYTE + 7))
                .isInstanceOf(Refusal.class)
                .hasMessage("The disk of " + root + " has only 511 MB free and Vigie needs 512 MB: free some, or choose"
                        + " another folder with --data.");
    }

    @Test
    void givenJustEnoughRoom_whenPrepared_thenTheFolderIsReady() {
        DataFolder folder = new DataFolder(root.resolve("new"));
        folder.prepare(place -> 512 * MEGABYTE);
        assertThat(folder.logs()).isDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwxr-x", "rwxr-xrwx"})
    void givenAFolderThatOthersCanChange_whenPrepared_thenRefusedWithTheRemedy(String permissions) throws IOException {
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString(permissions));

        assertThatThrownBy(() -> new DataFolder(root).prepare())
                .isInstanceOf(Refusal.class)
                .hasMessage("Others can change what is in " + root + ": `chmod go-w " + root
                        + "`, or choose another folder with --data.");
    }

    @Test
    void givenADiskThatCannotBeAsked_whenPrepared_thenRefusedWithTheRemedy() {
        assertThatThrownBy(() -> new DataFolder(root).prepare(folder -> {
                    throw new IOException("Input/output error");
                }))
                .isInstanceOf(Refusal.class)
                .hasMessage(root + " can't be written (Input/output error): choose another folder with --data.");
    }
}
