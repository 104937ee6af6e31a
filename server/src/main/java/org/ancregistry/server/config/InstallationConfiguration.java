package org.ancregistry.server.config;

import org.ancregistry.domain.person.NationalIdHasher;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** What the rest of the house gets from the installation's settings. */
@Configuration(proxyBeanMethods = false)
class InstallationConfiguration {

    /** Static, so that it runs before anything is made or connected. */
    @Bean
    static BeanFactoryPostProcessor startupCheck(Environment environment) {
        return beans -> new StartupCheck(environment).run();
    }

    @Bean
    NationalIdHasher nationalIdHasher(NationalIdProperties properties, Environment environment) {
        var file = new SecretKeyFile(properties.keyFile());
        var key = environment.acceptsProfiles(Profiles.of("production")) ? file : file.madeIfMissing();
        return new NationalIdHasher(key.read());
    }
}
