package org.ancregistry.server.config;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Keeps a try-out from becoming a registry of real women by accident: with the profile {@code production} the settings
 * that are good for trying out, or that are missing, stop the start, all of them named at once.
 */
final class StartupCheck {

    private static final List<String> KEYS = List.of("anc.national-id.key-file", "anc.authorization.signing-key");
    private static final String TRY_OUT_FOLDER = "./data/";
    private static final String DIRECTORY = "anc.phn-directory";
    private static final String PROVIDERS = "anc.esignet.providers";

    private final Environment environment;
    private final List<String> problems = new ArrayList<>();

    StartupCheck(Environment environment) {
        this.environment = environment;
    }

    /** @throws UnsafeInstallation when this is production and something is not fit for it */
    void run() {
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            var found = problems();
            if (!found.isEmpty()) {
                throw new UnsafeInstallation(found);
            }
        }
    }

    /** What is not fit for production, each beginning with the setting's name; empty when all is well. */
    List<String> problems() {
        problems.clear();
        checkDatabase();
        checkBaseUrl();
        KEYS.forEach(this::checkKey);
        checkOutbox();
        checkProviders();
        checkDirectory();
        return List.copyOf(problems);
    }

    private void checkDatabase() {
        var url = value("spring.datasource.url");
        if (url == null) {
            add("spring.datasource.url", "is missing: name the PostgreSQL database");
        } else if (!url.startsWith("jdbc:postgresql:")) {
            add("spring.datasource.url", "is an embedded database, which is only for trying out: use PostgreSQL");
        }
    }

    private void checkBaseUrl() {
        var url = value("anc.base-url");
        if (url == null) {
            add("anc.base-url", "is missing: say at which address people reach this installation");
        } else if (!isPublic(url)) {
            add("anc.base-url", "must begin with https:// and must not be this computer");
        }
    }

    private void checkKey(String setting) {
        var file = value(setting);
        if (file == null) {
            add(setting, "is missing: name the file that holds the key");
        } else if (!isReadable(file)) {
            add(setting, "names a file that cannot be read: " + file);
        } else if (file.startsWith(TRY_OUT_FOLDER) || SecretKeyFile.isForTryingOut(Path.of(file))) {
            add(setting, "is a key that was made for trying out: make a new one");
        }
    }

    private void checkOutbox() {
        var folder = value("anc.audit.outbox");
        if (folder == null || folder.startsWith(TRY_OUT_FOLDER)) {
            add("anc.audit.outbox", "is missing: name a folder on a disk that outlives the process");
        }
    }

    /** Whether it is whole is judged where it is read, in a try-out, too. */
    private void checkDirectory() {
        for (var address : List.of("url", "token-endpoint")) {
            var value = value(DIRECTORY + "." + address);
            if (value != null && !isPublic(value)) {
                add(DIRECTORY + "." + address, "must begin with https:// and must not be this computer");
            }
        }
        if (value(DIRECTORY + ".url") != null) {
            checkKey(DIRECTORY + ".key-file");
        }
    }

    private void checkProviders() {
        var providers = Binder.get(environment)
                .bind(PROVIDERS, Bindable.mapOf(String.class, Object.class))
                .orElse(Map.of());
        if (providers.isEmpty()) {
            add(PROVIDERS, "is missing: nobody could sign in");
        }
        checkAddresses(PROVIDERS, providers);
    }

    private void checkAddresses(String name, Object value) {
        if (value instanceof Map<?, ?> settings) {
            settings.forEach((key, inner) -> checkAddresses(name + "." + key, inner));
        } else if (value.toString().matches("https?://.*") && !isPublic(value.toString())) {
            add(name, "is not a public https:// address; a sandbox eSignet is only for trying out");
        }
    }

    private @Nullable String value(String setting) {
        var value = environment.getProperty(setting);
        return value == null || value.isBlank() ? null : value;
    }

    private void add(String setting, String problem) {
        problems.add(setting + " " + problem);
    }

    private static boolean isReadable(String file) {
        try {
            return Files.isReadable(Path.of(file));
        } catch (InvalidPathException notAFile) {
            return false;
        }
    }

    private static boolean isPublic(String address) {
        try {
            var url = URI.create(address);
            return "https".equals(url.getScheme()) && url.getHost() != null && !isThisComputer(url.getHost());
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    private static boolean isThisComputer(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.startsWith("127.")
                || host.equals("0.0.0.0")
                || host.equals("[::1]");
    }
}
