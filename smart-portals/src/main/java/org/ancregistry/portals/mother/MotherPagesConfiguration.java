package org.ancregistry.portals.mother;

import org.ancregistry.domain.access.SharedRecordTrail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What all pages of a woman have in common. */
@Configuration(proxyBeanMethods = false)
class MotherPagesConfiguration implements WebMvcConfigurer {

    private final ObjectProvider<SharedRecordTrail> trail;

    MotherPagesConfiguration(ObjectProvider<SharedRecordTrail> trail) {
        this.trail = trail;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HerFrame(trail)).addPathPatterns("/mother", "/mother/**");
    }
}
