package org.ancregistry.portals.mother;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What all pages of a woman have in common. */
@Configuration(proxyBeanMethods = false)
class MotherPagesConfiguration implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HerMidwifePhone()).addPathPatterns("/mother", "/mother/**");
    }
}
