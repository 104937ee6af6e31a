package org.ancregistry.server.directory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What readiness says of the directory; the name of the method is the name in the answer. */
@Configuration(proxyBeanMethods = false)
class DirectoryHealthConfiguration {

    @Bean
    HealthIndicator phnDirectoryHealthIndicator(
            ObjectProvider<DirectoryCalls> directory, ObjectProvider<FeedOutbox> outbox) {
        return new DirectoryHealth(directory.getIfAvailable(), outbox.getIfAvailable());
    }
}
