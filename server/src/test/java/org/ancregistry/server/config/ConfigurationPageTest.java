package org.ancregistry.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Holds docs/configuration.md against the code: every setting is explained, and nothing is that does not exist. */
class ConfigurationPageTest {

    private static final Pattern ROW = Pattern.compile("^\\| `((?:anc|hapi\\.fhir)\\.[^`]+)` \\|", Pattern.MULTILINE);

    @Test
    void explainsEverySettingAndNoOther() throws IOException {
        assertThat(explained()).as("settings in docs/configuration.md").containsExactlyInAnyOrderElementsOf(settings());
    }

    @Test
    void findsSettingsOfEveryKind() {
        assertThat(settings())
                .contains(
                        "anc.base-url",
                        "hapi.fhir.cors.allowed-origin",
                        "anc.esignet.providers.<id>.client.key-file",
                        "anc.esignet.providers.<id>.name.<key>");
    }

    private static Set<String> explained() throws IOException {
        var page = Files.readString(Path.of("../docs/configuration.md"));
        return ROW.matcher(page).results().map(row -> row.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> settings() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.ancregistry")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> settings(
                                type.getAnnotation(ConfigurationProperties.class)
                                        .value(),
                                type))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> settings(String name, Type type) {
        if (type instanceof Class<?> record && record.isRecord()) {
            return Arrays.stream(record.getRecordComponents())
                    .flatMap(part -> settings(name + "." + kebab(part.getName()), part.getGenericType()));
        }
        if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
            var value = map.getActualTypeArguments()[1];
            var isRecord = value instanceof Class<?> record && record.isRecord();
            return settings(name + (isRecord ? ".<id>" : ".<key>"), value);
        }
        return Stream.of(name);
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
