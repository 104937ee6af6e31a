package org.ancregistry.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretKeyFileTest {

    @TempDir
    private Path folder;

    @Test
    void makesAKeyOnceAndOnlyForItself() throws IOException {
        var file = folder.resolve("keys/national-id.key");

        var made = new SecretKeyFile(file).madeIfMissing().read();

        assertThat(new SecretKeyFile(file).madeIfMissing().read()).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @CsvSource({"AAAA, fewer than 32 bytes", "not base64!, is not Base64", "'', fewer than 32 bytes"})
    void refusesWhatIsNoKeyWithoutShowingIt(String content, String reason) throws IOException {
        var file = Files.writeString(folder.resolve("bad.key"), content);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> new SecretKeyFile(file).read())
                .withMessageContaining(reason)
                .withMessageNotContaining("not base64!");
    }

    @Test
    void saysWhichFileIsMissing() {
        var file = folder.resolve("nowhere.key");

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> new SecretKeyFile(file).read())
                .withMessageContaining("nowhere.key");
    }
}
