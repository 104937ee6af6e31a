package org.ancregistry.server;

import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ancregistry.sandbox.SandboxPeople;
import org.ancregistry.sandbox.SandboxPerson;
import org.ancregistry.sandbox.SandboxSettings;
import org.ancregistry.server.testing.DemoStaff;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestEsignet;

/**
 * The whole thing to try out on one computer: a sandbox eSignet, the registry and a made-up health service, on the
 * loopback address. Options are Spring Boot's, such as {@code --server.port=8090} or
 * {@code --spring.datasource.url=jdbc:postgresql://…}; without them everything is kept under {@code ./data}.
 */
final class TryIt {

    private static final Path DATA = Path.of("data");
    private static final int SANDBOX_PORT = 8088;
    private static final String PORT = "server.port";

    private final Map<String, String> options;
    private final URI registryUrl;

    private TryIt(Map<String, String> options) {
        this.options = options;
        this.registryUrl = URI.create("http://localhost:" + options.getOrDefault(PORT, "8080"));
    }

    public static void main(String[] arguments) {
        new TryIt(options(arguments)).run();
    }

    private void run() {
        var behaviour =
                SandboxSettings.esignet18().onPort(SANDBOX_PORT).listingPeople().givingIndividualId();
        var esignet = TestEsignet.open(behaviour, registryUrl, DATA);
        var registry = RunningRegistry.start(settings(esignet));
        DemoStaff.introduce(registry, esignet);
        tell(esignet, new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    private Map<String, String> settings(TestEsignet esignet) {
        var settings = new LinkedHashMap<>(esignet.settings());
        settings.put(
                "spring.datasource.url",
                "jdbc:h2:file:./" + DATA.resolve("registry") + ";TRACE_LEVEL_FILE=0;LOCK_TIMEOUT=10000");
        settings.put("anc.national-id.key-file", DATA.resolve("national-id.key").toString());
        settings.put(
                "anc.authorization.signing-key", DATA.resolve("signing-key.jwk").toString());
        settings.put("anc.base-url", registryUrl.toString());
        settings.put(PORT, "8080");
        settings.putAll(options);
        return settings;
    }

    private void tell(TestEsignet esignet, PrintStream out) {
        out.println();
        out.println("The ANC Registry runs. Everybody in it is made up. Stop it with Ctrl-C.");
        out.println();
        out.println("  midwife    " + registryUrl + "/midwife");
        out.println("  doctor     " + registryUrl + "/doctor");
        out.println("  mother     " + registryUrl + "/mother");
        out.println("  FHIR base  " + registryUrl + "/fhir");
        out.println("  eSignet    " + esignet.sandbox().host() + " (sandbox)");
        out.println();
        out.println("Sign in with one of these ID numbers; the code is always " + SandboxPeople.OTP + ".");
        DemoStaff.all().forEach(staff -> out.println(line(staff.role(), staff.person())));
        SandboxPeople.mothers().forEach(mother -> out.println(line("mother", mother)));
        out.println();
    }

    private static String line(String role, SandboxPerson person) {
        return "  %-14s %-14s %s".formatted(role, person.individualId(), person.name());
    }

    private static Map<String, String> options(String[] arguments) {
        var options = new LinkedHashMap<String, String>();
        for (var argument : arguments) {
            var pair = argument.replaceFirst("^--", "").split("=", 2);
            options.put(pair[0], pair.length == 2 ? pair[1] : "true");
        }
        return options;
    }
}
