package org.ancregistry.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.ancregistry.sandbox.http.Json;

/**
 * The sandbox as a process of its own.
 *
 * <p>Options, each as {@code --name=value} or from the environment:
 * <ul>
 *   <li>{@code --port}, {@code ANC_SANDBOX_PORT}: where to listen on 127.0.0.1, 8088 if not said</li>
 *   <li>{@code --profile}, {@code ANC_SANDBOX_PROFILE}: 1.5, 1.7 or 1.8, 1.8 if not said</li>
 *   <li>{@code --clients}, {@code ANC_SANDBOX_CLIENTS}: a JSON file <code>{"clients": [...]}</code>, each with the
 *       members of eSignet's client registration</li>
 *   <li>{@code --individual-id}, {@code ANC_SANDBOX_INDIVIDUAL_ID}: {@code true} for userinfo with the ID number</li>
 * </ul>
 */
public final class SandboxMain {

    private static final System.Logger LOG = System.getLogger(SandboxMain.class.getName());
    private static final String DEFAULT_PORT = "8088";

    private final Map<String, String> arguments;
    private final Map<String, String> environment;

    SandboxMain(Map<String, String> arguments, Map<String, String> environment) {
        this.arguments = arguments;
        this.environment = environment;
    }

    /** Runs until the process is ended. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var settings = new SandboxMain(named(arguments), System.getenv()).settings();
        var stopped = new CountDownLatch(1);
        try (var sandbox = EsignetSandbox.open(settings)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
            LOG.log(System.Logger.Level.INFO, "Sandbox eSignet answers at {0}", sandbox.issuer());
            stopped.await();
        }
    }

    static Map<String, String> named(String... arguments) {
        var named = new LinkedHashMap<String, String>();
        Arrays.stream(arguments).map(argument -> argument.split("=", 2)).forEach(pair -> {
            if (pair.length != 2 || !pair[0].startsWith("--")) {
                throw new IllegalArgumentException("Write options as --name=value");
            }
            named.put(pair[0].substring(2), pair[1]);
        });
        return named;
    }

    SandboxSettings settings() throws IOException {
        var settings = SandboxSettings.of(profile()).onPort(Integer.parseInt(option("port", DEFAULT_PORT)));
        settings = settings.listingPeople();
        if (Boolean.parseBoolean(option("individual-id", "false"))) {
            settings = settings.givingIndividualId();
        }
        var clients = option("clients", "");
        return clients.isEmpty() ? settings : withClients(settings, Path.of(clients));
    }

    private EsignetProfile profile() {
        return EsignetProfile.valueOf("V" + option("profile", "1.8").replace('.', '_'));
    }

    private String option(String name, String otherwise) {
        var variable = "ANC_SANDBOX_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
        return arguments.getOrDefault(name, environment.getOrDefault(variable, otherwise));
    }

    private static SandboxSettings withClients(SandboxSettings settings, Path file) throws IOException {
        var all = settings;
        for (var client : Json.list(Json.parse(Files.readString(file)), "clients")) {
            all = all.withClient(ClientJson.read(Json.object(Map.of("client", client), "client")));
        }
        return all;
    }
}
