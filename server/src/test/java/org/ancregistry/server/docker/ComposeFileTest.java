package org.ancregistry.server.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** No engine runs where the tests do: the files are read as YAML, and what they name must exist. */
class ComposeFileTest {

    private static final Path DOCKER = Path.of("../docker");
    private static final Pattern PROVIDER = Pattern.compile("esignet-providers-[a-z]+-");
    private static final Pattern SETTING = Pattern.compile("`(anc\\.[a-z.<>-]+)`");

    private final Map<String, Object> compose = compose();

    @Test
    void hasTheDatabaseTheRegistryAndForATryOutTheSandbox() {
        assertThat(services().keySet())
                .containsExactlyInAnyOrder("database", "migration", "registry", "registry-try-out", "sandbox");
        assertThat(service("sandbox")).containsEntry("profiles", List.of("try-out"));
        assertThat(service("registry")).containsEntry("profiles", List.of("production"));
    }

    @Test
    void buildsFromADockerfileThatIsThere() {
        var build = map(service("registry").get("build"));

        assertThat(DOCKER.resolve(String.valueOf(build.get("context")))
                        .resolve(String.valueOf(build.get("dockerfile"))))
                .exists();
    }

    @Test
    void isReadByComposeItselfWhereThatIsInstalled(@TempDir Path folder) throws IOException, InterruptedException {
        Assumptions.assumeThat(exitOf(List.of("docker", "compose", "version"))).isZero();
        var copy = Files.createDirectories(folder.resolve("docker"));
        Files.copy(DOCKER.resolve("compose.yaml"), copy.resolve("compose.yaml"));
        Files.copy(DOCKER.resolve("registry.env.example"), copy.resolve("registry.env"));

        assertThat(exitOf(List.of(
                        "docker",
                        "compose",
                        "-f",
                        copy.resolve("compose.yaml").toString(),
                        "--profile",
                        "production",
                        "--profile",
                        "try-out",
                        "config",
                        "--quiet")))
                .isZero();
    }

    /** 127, as in a shell, where there is no such program. */
    private static int exitOf(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException notInstalled) {
            return 127;
        }
    }

    @Test
    void namesOnlySettingsThatTheRegistryHas() throws IOException {
        var known = SETTING.matcher(Files.readString(Path.of("../docs/configuration.md")))
                .results()
                .map(MatchResult::group)
                .map(ComposeFileTest::relaxed)
                .toList();

        for (var name : List.of("registry", "registry-try-out")) {
            assertThat(map(service(name).get("environment")).keySet().stream()
                            .filter(variable -> variable.startsWith("ANC_"))
                            .map(ComposeFileTest::relaxed))
                    .allSatisfy(setting -> assertThat(known).contains(setting));
        }
    }

    @Test
    void letsTheRegistryRunAsNobodyWhoMayDoMore() throws IOException {
        assertThat(Files.readString(DOCKER.resolve("Dockerfile")))
                .contains("USER 10001", "HEALTHCHECK", "RUN mkdir outbox");
        assertThat(service("registry")).containsEntry("read_only", true).containsEntry("cap_drop", List.of("ALL"));
    }

    @Test
    void keepsEveryPortOnThisComputer() {
        assertThat(services().values().stream().map(ComposeFileTest::map).flatMap(ComposeFileTest::ports))
                .isNotEmpty()
                .allSatisfy(port -> assertThat(port).startsWith("127.0.0.1:"));
    }

    private static Stream<String> ports(Map<String, Object> service) {
        return ((List<?>) service.getOrDefault("ports", List.of())).stream().map(String::valueOf);
    }

    /** {@code anc.esignet.providers.<id>.client.id} and {@code ANC_ESIGNET_PROVIDERS_SANDBOX_CLIENT_ID} become one. */
    private static String relaxed(String name) {
        var plain = name.toLowerCase(Locale.ROOT)
                .replaceAll("[`]", "")
                .replace("<id>", "any")
                .replaceAll("[._]", "-");
        return PROVIDER.matcher(plain).replaceFirst("esignet-providers-any-");
    }

    private Map<String, Object> services() {
        return map(compose.get("services"));
    }

    private Map<String, Object> service(String name) {
        return map(services().get(name));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static Map<String, Object> compose() {
        try (var file = Files.newBufferedReader(DOCKER.resolve("compose.yaml"))) {
            return new Yaml(new LoaderOptions()).load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
