package org.ancregistry.server.schema;

import java.util.Arrays;
import org.ancregistry.portals.PortalsSchema;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/**
 * The command that brings the database up to this version and ends. It is run as the owner of the tables, so that the
 * registry itself can run as a user who may not change them.
 */
public final class Migrate {

    /** The first argument of the program that asks for it. */
    public static final String COMMAND = "migrate";

    private Migrate() {}

    public static boolean isAskedFor(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(COMMAND);
    }

    /**
     * Migrates and ends.
     *
     * @param arguments the command and settings as {@code --name=value}
     */
    public static void run(String... arguments) {
        var settings = Arrays.stream(arguments)
                .filter(argument -> argument.startsWith("--"))
                .toArray(String[]::new);
        new SpringApplicationBuilder(Database.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(settings)
                .close();
    }

    /** The database alone. Not annotated as a configuration, so that the server's scan leaves it out. */
    @Import({SchemaConfiguration.class, PortalsSchema.class})
    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    static class Database {}
}
