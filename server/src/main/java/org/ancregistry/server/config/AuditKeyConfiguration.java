package org.ancregistry.server.config;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Derives the audit trail's key from the secret key file, so that an installation has one secret file to guard. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NationalIdProperties.class)
public class AuditKeyConfiguration {

    private static final String HMAC = "HmacSHA256";

    @Bean
    AuditKey auditKey(NationalIdProperties properties, Environment environment) {
        var file = new SecretKeyFile(properties.keyFile());
        var key = environment.acceptsProfiles(Profiles.of("production")) ? file : file.madeIfMissing();
        return new AuditKey(new SecretKeySpec(derived(key.read()), HMAC));
    }

    private static byte[] derived(byte[] secret) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            return mac.doFinal("audit trail".getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform knows HMAC-SHA256.", e);
        }
    }
}
