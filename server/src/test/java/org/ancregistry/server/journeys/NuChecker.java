package org.ancregistry.server.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The Nu HTML checker, as a process of its own, since it wants another Jetty than the registry. {@code ./anc test} says
 * by an environment variable where its jar lies.
 */
final class NuChecker {

    private static final Path JAR = Path.of(
            System.getenv().getOrDefault("ANC_NU_CHECKER", "src/test/browser/node_modules/vnu-jar/build/dist/vnu.jar"));

    private NuChecker() {}

    /** What is wrong with the pages in a folder. */
    static List<String> errorsIn(Path folder) {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException("The Nu HTML checker is not installed: run ./anc test server once.");
        }
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-jar", JAR.toString(), "--format", "json", "--stdout"));
        command.addAll(List.of("--exit-zero-always", "--skip-non-html", folder.toString()));
        try {
            var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
            var answer = new ObjectMapper().readTree(builder.start().getInputStream());
            return StreamSupport.stream(answer.required("messages").spliterator(), false)
                    .filter(message -> !message.path("type").asText().equals("info"))
                    .map(NuChecker::text)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(JsonNode message) {
        return "%s:%s %s (%s)"
                .formatted(
                        message.path("url").asText().replaceAll(".*/", ""),
                        message.path("lastLine").asText(),
                        message.path("message").asText(),
                        message.path("extract").asText());
    }
}
