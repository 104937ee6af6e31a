package org.ancregistry.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What is in the jar that an installation runs, and above all what is not. */
class PackagedJarIT {

    @Test
    void holdsNoSandboxAndNoTestLibrary() throws IOException {
        assertThat(libraries())
                .anyMatch(name -> name.contains("/anc-domain-"))
                .anyMatch(name -> name.contains("/postgresql-"))
                .noneMatch(name -> name.matches(".*(anc-sandbox|test-utilities|archunit|assertj|junit|playwright).*"));
    }

    @Test
    void holdsNothingThatShowsItselfToStrangers() throws IOException {
        assertThat(libraries()).noneMatch(name -> name.matches(".*(springdoc|swagger-ui|testpage|devtools).*"));
    }

    @Test
    void startsTheRegistryAndNotTheTryOut() throws IOException {
        try (var jar = new JarFile("target/anc-registry.jar")) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Start-Class"))
                    .isEqualTo(AncRegistry.class.getName());
        }
    }

    @Test
    void isLaidOutInLayers() throws IOException {
        try (var jar = new JarFile("target/anc-registry.jar")) {
            assertThat(jar.getEntry("BOOT-INF/layers.idx")).isNotNull();
        }
    }

    private static List<String> libraries() throws IOException {
        try (var jar = new JarFile("target/anc-registry.jar")) {
            return jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith("BOOT-INF/lib/"))
                    .toList();
        }
    }
}
