package org.ancregistry.portals.launch;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.ancregistry.domain.access.Role;
import org.ancregistry.portals.signin.SignedInPerson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Keeps the page for apps to administrators: a supervisor has the rest of the portal, but lets no program in. */
@Configuration(proxyBeanMethods = false)
class LaunchConfiguration {

    @Bean
    WebMvcConfigurer appsForAdministrators() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(administratorsOnly()).addPathPatterns("/admin/apps", "/admin/apps/**");
            }
        };
    }

    private static HandlerInterceptor administratorsOnly() {
        return new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                var signedIn = SecurityContextHolder.getContext().getAuthentication();
                if (signedIn == null
                        || !(signedIn.getPrincipal() instanceof SignedInPerson clerk)
                        || clerk.role() != Role.ADMINISTRATOR) {
                    throw new ResponseStatusException(HttpStatus.FORBIDDEN);
                }
                return true;
            }
        };
    }
}
