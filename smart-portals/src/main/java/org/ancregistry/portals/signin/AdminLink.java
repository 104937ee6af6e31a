package org.ancregistry.portals.signin;

import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.ancregistry.portals.PortalsSchema;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes the first administrator possible: on the server's console, a one-time link code that makes whoever types it at
 * her first sign-in an administrator. It opens the registry's database and nothing else, beside a running registry too;
 * a try-out's H2 file lets one process in at a time, so that the registry is stopped for it.
 */
public final class AdminLink {

    /** The first argument of the program that asks for a code. */
    public static final String COMMAND = "admin-link";

    private static final String NAMELESS = "Administrator";

    private AdminLink() {}

    /** Whether the program was started for a code and not to serve. */
    public static boolean isAskedFor(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(COMMAND);
    }

    /**
     * Issues a code, good once and for seven days.
     *
     * @param arguments the command, settings as {@code --name=value}, and the administrator's name in any number of words
     * @return the code in groups of four
     */
    public static String issue(String... arguments) {
        try (var registry = new SpringApplicationBuilder(Database.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(settings(arguments).toArray(String[]::new))) {
            return registry.getBean(LinkCodes.class).forNewAdministrator(name(arguments));
        }
    }

    private static List<String> settings(String... arguments) {
        return Arrays.stream(arguments)
                .filter(argument -> argument.startsWith("--"))
                .toList();
    }

    private static String name(String... arguments) {
        var words = Arrays.stream(arguments)
                .skip(1)
                .filter(argument -> !argument.startsWith("--"))
                .toList();
        return words.isEmpty() ? NAMELESS : String.join(" ", words);
    }

    /** The database alone. Not annotated as a configuration, so that the portals' scan leaves it out. */
    @Import(PortalsSchema.class)
    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    static class Database {

        @Bean
        LinkCodes codes(DataSource database) {
            return new LinkCodes(JdbcClient.create(database));
        }
    }
}
