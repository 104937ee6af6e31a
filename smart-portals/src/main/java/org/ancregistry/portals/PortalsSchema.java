package org.ancregistry.portals;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the portals' own tables as the program expects them. */
@Configuration(proxyBeanMethods = false)
public class PortalsSchema {

    /** Name of the bean that stands for the portals' own tables being there. */
    public static final String TABLES = "portalsTables";

    /** Out of order, since each part of the portals numbers its steps in a range of its own. */
    @Bean(name = TABLES, initMethod = "migrate")
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
