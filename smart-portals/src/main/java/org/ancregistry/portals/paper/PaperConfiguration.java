package org.ancregistry.portals.paper;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.ITemplateEngine;

/** Puts the making of PDF files together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaperProperties.class)
public class PaperConfiguration {

    @Bean
    Papers papers(ITemplateEngine templates, PaperProperties properties) {
        return new Papers(templates, Fonts.in(properties.fonts()));
    }
}
