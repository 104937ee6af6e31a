package org.ancregistry.portals.apps;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every registered app: those of the apps file, which nobody changes while the registry runs, and those that an
 * administrator registered on the page, which every node sees at once.
 */
public final class Apps {

    private static final Logger LOG = LoggerFactory.getLogger(Apps.class);
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final Map<String, App> ofFile;

    /** @throws IllegalArgumentException when an app of the file may not be registered */
    Apps(JdbcClient jdbc, @Nullable Path file) {
        this.jdbc = jdbc;
        this.ofFile = file == null
                ? Map.of()
                : read(file).collect(Collectors.toUnmodifiableMap(App::clientId, Function.identity()));
    }

    private static Stream<App> read(Path file) {
        try {
            return Arrays.stream(JSON.readValue(Files.readString(file), App[].class))
                    .map(app -> checked(app, file));
        } catch (JsonProcessingException e) {
            e.clearLocation();
            throw new IllegalArgumentException("anc.apps.file " + file + " is not a list of apps.", e);
        } catch (IOException e) {
            throw new UncheckedIOException("anc.apps.file " + file + " cannot be read.", e);
        }
    }

    private static App checked(App app, Path file) {
        var problems = AppRules.problems(app);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "anc.apps.file " + file + ": " + app.clientId() + " cannot be registered: " + problems);
        }
        return app;
    }

    public Optional<App> of(String clientId) {
        var app = ofFile.get(clientId);
        return app != null
                ? Optional.of(app)
                : jdbc.sql("select definition from registered_app where client_id = ?")
                        .param(clientId)
                        .query(String.class)
                        .optional()
                        .map(Apps::app);
    }

    /** All of them, by name. */
    public List<App> all() {
        var ofPage = jdbc.sql("select definition from registered_app order by client_id limit ?")
                .param(MOST)
                .query(String.class)
                .list();
        return Stream.concat(ofFile.values().stream(), ofPage.stream().map(Apps::app))
                .sorted(Comparator.comparing(App::name).thenComparing(App::clientId))
                .toList();
    }

    /** Whether it stands in the apps file, where no page can change it. */
    public boolean isOfFile(String clientId) {
        return ofFile.containsKey(clientId);
    }

    /**
     * Registers an app that {@link AppRules} found nothing wrong with.
     *
     * @param by {@code Practitioner/…} of the administrator, or the client id of the program
     * @return false when its client id is taken
     */
    public boolean register(App app, String by) {
        if (isOfFile(app.clientId())) {
            return false;
        }
        try {
            jdbc.sql("insert into registered_app (client_id, definition, registered_by, registered_at) "
                            + "values (?, ?, ?, ?)")
                    .params(app.clientId(), text(app), by, OffsetDateTime.now(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException taken) {
            return false;
        }
        LOG.info("{} registered the app {}", by, app.clientId());
        return true;
    }

    /** Whether an app is registered so already, whatever its secret: then a repeated registration changes nothing. */
    public boolean isRegistered(App app) {
        return of(app.clientId()).filter(app::isLike).isPresent();
    }

    /** Takes an app away. Its tokens are taken back by whoever gave them. */
    public void remove(String clientId, String by) {
        jdbc.sql("delete from registered_app where client_id = ?")
                .param(clientId)
                .update();
        LOG.info("{} removed the app {}", by, clientId);
    }

    private static App app(String definition) {
        try {
            return JSON.readValue(definition, App.class);
        } catch (JsonProcessingException e) {
            e.clearLocation();
            throw new IllegalStateException("A registered app cannot be read.", e);
        }
    }

    private static String text(App app) {
        try {
            return JSON.writeValueAsString(app);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An app has plain values.", e);
        }
    }
}
