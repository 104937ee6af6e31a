package org.ancregistry.server;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.ancregistry.portals.PortalsConfiguration;
import org.ancregistry.portals.signin.AdminLink;
import org.ancregistry.server.audit.AuditVerify;
import org.ancregistry.server.schema.Migrate;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.data.elasticsearch.ElasticsearchDataAutoConfiguration;
import org.springframework.boot.autoconfigure.elasticsearch.ElasticsearchClientAutoConfiguration;
import org.springframework.boot.autoconfigure.elasticsearch.ElasticsearchRestClientAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.graphql.GraphQlAutoConfiguration;
import org.springframework.boot.autoconfigure.quartz.QuartzAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;

/**
 * Starts the registry: the FHIR API, the authorization server and the portals in one process.
 *
 * <p>The excluded configurations would be switched on by libraries that HAPI brings along: each module migrates its own
 * tables, HAPI has schedulers of its own, nobody searches in Elasticsearch, nobody signs in with a password, and nobody reads how
 * long each filter of each request took. Beans go by their full names, since two modules may each have a {@code
 * WebConfiguration}.
 */
@SpringBootApplication(
        exclude = {
            ElasticsearchClientAutoConfiguration.class,
            ElasticsearchDataAutoConfiguration.class,
            ElasticsearchRestClientAutoConfiguration.class,
            FlywayAutoConfiguration.class,
            GraphQlAutoConfiguration.class,
            ObservationAutoConfiguration.class,
            QuartzAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class
        },
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
@Import(PortalsConfiguration.class)
public class AncRegistry {

    public static void main(String[] args) {
        if (AdminLink.isAskedFor(args)) {
            tell("Link code for the administrator, good once, for seven days: " + AdminLink.issue(args));
        } else if (AuditVerify.isAskedFor(args)) {
            System.exit(verifyAudit(args));
        } else if (Migrate.isAskedFor(args)) {
            Migrate.run(args);
            tell("The database is up to date.");
        } else {
            SpringApplication.run(AncRegistry.class, args);
        }
    }

    /** Tells what it found; 0 when the audit trail is whole. */
    private static int verifyAudit(String... args) {
        var found = AuditVerify.findings(args);
        found.problems().forEach(AncRegistry::tell);
        tell(found.events() + " audit events under " + found.seals() + " seals; the last is " + found.last());
        tell(found.problems().isEmpty() ? "The audit trail is whole." : "The audit trail is NOT whole.");
        return found.problems().isEmpty() ? 0 : 1;
    }

    /** On the console and in no log: a log would keep the code. */
    private static void tell(String words) {
        try (var console = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
            console.println(words);
        }
    }
}
