package org.ancregistry.server.audit;

import java.time.Clock;
import java.util.Arrays;
import javax.sql.DataSource;
import org.ancregistry.server.config.AuditKey;
import org.ancregistry.server.config.AuditKeyConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The command on the server's console that holds the audit trail against its seals; it changes nothing. */
public final class AuditVerify {

    /** The first argument of the program that asks for it. */
    public static final String COMMAND = "audit-verify";

    private AuditVerify() {}

    public static boolean isAskedFor(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(COMMAND);
    }

    /**
     * What was found.
     *
     * @param arguments the command and settings as {@code --name=value}
     */
    public static AuditCheck.Findings findings(String... arguments) {
        var settings = Arrays.stream(arguments)
                .filter(argument -> argument.startsWith("--"))
                .toArray(String[]::new);
        try (var registry = new SpringApplicationBuilder(Database.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(settings)) {
            return registry.getBean(AuditCheck.class).findings();
        }
    }

    /** The database and the key alone. Not annotated as a configuration, so that the server's scan leaves it out. */
    @Import(AuditKeyConfiguration.class)
    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    static class Database {

        @Bean
        AuditCheck check(DataSource database, AuditKey key) {
            return new AuditCheck(JdbcClient.create(database), new Fingerprints(key), Clock.systemUTC());
        }
    }
}
