package org.ancregistry.server.web;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** What stands before every page and every FHIR request. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    FilterRegistrationBean<RequestLimits> requestLimits(LimitsProperties limits) {
        var registration = new FilterRegistrationBean<>(
                new RequestLimits(limits.requestBody().toBytes()));
        registration.addUrlPatterns("/fhir/*", "/cds-services/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainErrorReport() {
        return tomcat -> tomcat.addContextCustomizers(context ->
                ((StandardHost) context.getParent()).setErrorReportValveClass(PlainErrorReport.class.getName()));
    }

    /** What Spring's firewall stops never becomes an error page. */
    @Bean
    RequestRejectedHandler rejected() {
        return (request, response, rejection) ->
                Refusal.write(response, 400, "The address or the method is not one that this server answers to.");
    }
}
