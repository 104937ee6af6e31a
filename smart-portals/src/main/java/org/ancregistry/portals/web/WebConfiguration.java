package org.ancregistry.portals.web;

import jakarta.servlet.MultipartConfigElement;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.Compression;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.server.ConfigurableServletWebServerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts together what every page shares. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PortalSettings.class)
@Import({
    AssetController.class,
    DangerSignsController.class,
    OfflineController.class,
    PageErrors.class,
    StartController.class,
    UnreadableForms.class
})
public class WebConfiguration {

    /** A phone's photo of a card. */
    private static final DataSize LONGEST_PHOTO = DataSize.ofMegabytes(6);

    private static final DataSize FORM = DataSize.ofKilobytes(64);

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Assets assets() {
        return Assets.read();
    }

    @Bean
    OfflineCopy offlineCopy(Assets assets, PortalSettings settings) {
        return OfflineCopy.of(assets, settings);
    }

    @Bean
    MessageSource messageSource() {
        return PageMessages.read();
    }

    @Bean
    LocaleResolver localeResolver() {
        return Languages.resolver();
    }

    @Bean
    WebMvcConfigurer pageInterceptors(
            LocaleResolver resolver, Assets assets, PortalSettings settings, MessageSource messages, Clock clock) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new LanguageChoice(resolver));
                registry.addInterceptor(new PageFrame(assets, settings, messages, clock));
            }
        };
    }

    @Bean
    FilterRegistrationBean<PageHeaders> pageHeaders() {
        var filter = new FilterRegistrationBean<>(new PageHeaders());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    FilterRegistrationBean<LongestUpload> longestUpload() {
        var filter = new FilterRegistrationBean<>(new LongestUpload(LONGEST_PHOTO.toBytes() + FORM.toBytes()));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }

    /** Parts lie in files until the request is over, so that nobody fills the memory; those are deleted with it. */
    @Bean
    MultipartConfigElement photos() {
        return new MultipartConfigElement("", LONGEST_PHOTO.toBytes(), LONGEST_PHOTO.toBytes() + FORM.toBytes(), 0);
    }

    /** Pages leave compressed: on a village's network the time goes into bytes. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> compressedPages() {
        return server -> {
            var compression = new Compression();
            compression.setEnabled(true);
            compression.setMimeTypes(new String[] {"text/html", "image/svg+xml"});
            compression.setMinResponseSize(DataSize.ofKilobytes(1));
            server.setCompression(compression);
        };
    }
}
