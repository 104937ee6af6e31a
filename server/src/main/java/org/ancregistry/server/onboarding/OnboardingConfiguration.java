package org.ancregistry.server.onboarding;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import org.ancregistry.interceptors.access.Areas;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the rules of onboarding before whatever writes staff. */
@Configuration(proxyBeanMethods = false)
class OnboardingConfiguration {

    @Bean
    SupervisedStaff supervisedStaff(DaoRegistry daos, Areas areas) {
        return new SupervisedStaff(daos, areas);
    }
}
