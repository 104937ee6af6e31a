package org.ancregistry.portals;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The whole of the portals and their authorization server: the one thing that a server imports. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@ConfigurationPropertiesScan
@EnableScheduling
public class PortalsConfiguration {

    /** Name of the bean that stands for the portals' own tables being there. */
    public static final String PORTALS_TABLES = "portalsTables";

    /** Out of order, since each part of the portals numbers its steps in a range of its own. */
    @Bean(name = PORTALS_TABLES, initMethod = "migrate")
    static Flyway portalsTables(DataSource database) {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/portals")
                .table("flyway_portals")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .outOfOrder(true)
                .load();
    }
}
