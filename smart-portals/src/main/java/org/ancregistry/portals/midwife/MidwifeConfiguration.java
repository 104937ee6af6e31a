package org.ancregistry.portals.midwife;

import java.time.Clock;
import org.ancregistry.domain.identity.IdentityEvidences;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.domain.rules.RuleBook;
import org.ancregistry.portals.registry.Registrations;
import org.ancregistry.portals.web.PortalSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the midwife's portal together. */
@Configuration(proxyBeanMethods = false)
@Import({
    AskLaterController.class,
    CheckController.class,
    CompareController.class,
    CardController.class,
    DoneController.class,
    FindController.class,
    HistoryController.class,
    IdentityController.class,
    LookFirstController.class,
    MothersController.class,
    MoveController.class,
    PrivateSectionController.class,
    SearchController.class,
    StepTrouble.class,
    UrgentController.class,
    VerifyCompareController.class,
    VerifyController.class
})
public class MidwifeConfiguration {

    @Bean
    Drafts registrationDrafts(JdbcClient database, Clock clock) {
        return new Drafts(database, clock);
    }

    @Bean
    VerificationDrafts verificationDrafts(JdbcClient database, Clock clock) {
        return new VerificationDrafts(database, clock);
    }

    @Bean
    Steps registrationSteps(Drafts drafts) {
        return new Steps(drafts);
    }

    @Bean
    Review registrationReview(MessageSource messages, PortalSettings settings, Clock clock) {
        return new Review(messages, settings, clock);
    }

    @Bean
    Who registrationWho(IdentityEvidences evidences, Review review, Clock clock) {
        return new Who(evidences, review, clock);
    }

    @Bean
    Comparing registrationComparing(Registrations registrations, Who who, ObjectProvider<PhnPolicy> policy) {
        return new Comparing(registrations, who, policy.getIfAvailable(PhnPolicy::sriLanka));
    }

    @Bean
    DraftRisk registrationRisk(ObjectProvider<RuleBook> rules) {
        return new DraftRisk(rules.getIfAvailable(RuleBook::shipped));
    }

    @Bean
    MeasuredPressure measuredPressure(DraftRisk risk, Who who, Review review) {
        return new MeasuredPressure(risk, who, review);
    }

    @Bean
    Registering registering(Registrations registrations, Who who, Review review, DraftRisk risk) {
        return new Registering(registrations, who, review, risk);
    }
}
