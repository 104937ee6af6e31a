package org.ancregistry.portals.apps;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the registered apps together. */
@Configuration(proxyBeanMethods = false)
class AppsConfiguration {

    @Bean
    Apps apps(DataSource database, AppsProperties properties) {
        return new Apps(JdbcClient.create(database), properties.file());
    }

    @Bean
    AppKeys appKeys(Clock clock) {
        return new AppKeys(clock);
    }

    @Bean
    Launches launches(DataSource database, Clock clock) {
        return new Launches(JdbcClient.create(database), clock);
    }
}
