package org.ancregistry.server.fhir;

import ca.uhn.fhir.rest.server.RestfulServer;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.XXssProtectionHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** The way of a FHIR request to the server whose interceptors look at its token. */
@Configuration(proxyBeanMethods = false)
class FhirDoorConfiguration {

    /** After what every address has in common (encoding, CORS, limits), before what only pages need. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 20;

    @Bean
    FilterRegistrationBean<FhirDoor> fhirDoor(RestfulServer server, RequestRejectedHandler rejected) {
        var guard = new FilterChainProxy(
                new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE, headers(), new WholeAnswers()));
        guard.setFirewall(firewall());
        guard.setRequestRejectedHandler(rejected);
        var door = new FilterRegistrationBean<>(new FhirDoor(guard, server));
        door.addUrlPatterns("/fhir/*");
        door.setOrder(ORDER);
        return door;
    }

    /** The usual one, but for headers: to look for control characters it need not try a pattern on every token. */
    private static StrictHttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(FhirDoorConfiguration::isPlain);
        firewall.setAllowedHeaderValues(FhirDoorConfiguration::isPlain);
        return firewall;
    }

    private static boolean isPlain(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i)) || !Character.isDefined(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Those that Spring Security gives to pages, too. */
    private static HeaderWriterFilter headers() {
        var headers = new HeaderWriterFilter(List.of(
                new XContentTypeOptionsHeaderWriter(),
                new XXssProtectionHeaderWriter(),
                new CacheControlHeadersWriter(),
                new HstsHeaderWriter(),
                new XFrameOptionsHeaderWriter()));
        headers.setShouldWriteHeadersEagerly(true);
        return headers;
    }
}
