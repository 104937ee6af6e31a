package org.ancregistry.portals.admin;

import java.time.Clock;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.portals.registry.Registry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts staff administration together. */
@Configuration(proxyBeanMethods = false)
@Import({
    NewPersonController.class,
    PeopleController.class,
    PersonController.class,
    RulesController.class,
    StaffLinkController.class,
    UnitController.class
})
public class AdminConfiguration {

    @Bean
    Directory staffDirectoryPages(Registry registry) {
        return new Directory(registry);
    }

    @Bean
    People staffPeople(Directory directory) {
        return new People(directory);
    }

    @Bean
    Units units(Directory directory) {
        return new Units(directory);
    }

    /** By the policy of the registry in the same process, or by the country's where the portals run alone. */
    @Bean
    UnitRules unitRules(ObjectProvider<PhnPolicy> policy, Units units) {
        return new UnitRules(policy.getIfAvailable(PhnPolicy::sriLanka), units);
    }

    @Bean
    PersonPage personPage(People people, Units units, StaffLinks links) {
        return new PersonPage(people, units, links);
    }

    @Bean
    LinkCodePage linkCodePage(StaffLinks links, Clock clock) {
        return new LinkCodePage(links, clock);
    }

    /** Facilities and rules are the whole registry's: a supervisor has no page for them. */
    @Bean
    WebMvcConfigurer administratorsOnly() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new AdministratorsOnly()).addPathPatterns("/admin/units/**", "/admin/rules");
            }
        };
    }
}
