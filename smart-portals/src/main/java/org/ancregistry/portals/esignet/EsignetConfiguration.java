package org.ancregistry.portals.esignet;

import java.time.Clock;
import org.ancregistry.domain.person.NationalIdHasher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the configured eSignets; a key that cannot be read stops the start. */
@Configuration(proxyBeanMethods = false)
class EsignetConfiguration {

    @Bean
    EsignetProviders esignetProviders(EsignetProperties settings, NationalIdHasher hasher) {
        return new EsignetProviders(settings.providers().entrySet().stream()
                .map(entry -> new EsignetProvider(entry.getKey(), entry.getValue(), hasher, Clock.systemUTC()))
                .toList());
    }
}
