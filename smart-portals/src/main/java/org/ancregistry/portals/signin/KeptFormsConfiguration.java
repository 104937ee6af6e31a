package org.ancregistry.portals.signin;

import java.time.Clock;
import org.ancregistry.portals.authorization.Installation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** Puts together what keeps a typed form over the end of a session. */
@Configuration(proxyBeanMethods = false)
class KeptFormsConfiguration {

    @Bean
    KeptForms keptForms(JdbcClient database, Clock clock) {
        return new KeptForms(database, clock);
    }

    @Bean
    HerBrowser herBrowser(KeptForms forms, Installation installation) {
        return new HerBrowser(forms, installation);
    }

    @Bean
    KeptFormsHousekeeping keptFormsHousekeeping(KeptForms forms) {
        return new KeptFormsHousekeeping(forms);
    }

    /** Deletes what is over, on every node alike: deleting twice does no harm. */
    static final class KeptFormsHousekeeping {

        private final KeptForms forms;

        KeptFormsHousekeeping(KeptForms forms) {
            this.forms = forms;
        }

        @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT1M")
        void forgetOver() {
            forms.forgetOver();
        }
    }
}
