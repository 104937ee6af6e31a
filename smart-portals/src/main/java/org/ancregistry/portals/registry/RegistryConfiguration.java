package org.ancregistry.portals.registry;

import java.net.URI;
import java.time.Clock;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.domain.rules.RuleBook;
import org.ancregistry.portals.card.NumberCheck;
import org.ancregistry.portals.record.Limits;
import org.ancregistry.portals.signin.AccessTokens;
import org.ancregistry.portals.web.PortalSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Connects the portals with the registry. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RegistryProperties.class)
@Import(RegistryTrouble.class)
public class RegistryConfiguration {

    @Bean
    Registry registry(RegistryProperties properties, @Value("${anc.base-url}") URI installation, AccessTokens tokens) {
        var url = properties.url();
        return new Registry(url == null ? URI.create(installation + "/fhir") : url, properties.patience(), tokens);
    }

    @Bean
    Registrations registrations(Registry registry) {
        return new Registrations(registry);
    }

    /** By the policy of the registry in the same process, or by the country's where the portals run alone. */
    @Bean
    NumberCheck numberCheck(ObjectProvider<PhnPolicy> policy) {
        return new NumberCheck(policy.getIfAvailable(PhnPolicy::sriLanka));
    }

    @Bean
    StaffSearch staffSearch(Registry registry) {
        return new StaffSearch(registry);
    }

    @Bean
    EmergencyDesk emergencyDesk(Registry registry) {
        return new EmergencyDesk(registry);
    }

    @Bean
    Records records(Registry registry, PortalSettings settings) {
        return new Records(registry, settings);
    }

    /** @param rules the registry's, where it runs in the same process; otherwise as they are shipped */
    @Bean
    Limits limits(ObjectProvider<RuleBook> rules) {
        return Limits.of(rules.getIfAvailable(RuleBook::shipped));
    }

    @Bean
    Outcomes outcomes(Registry registry) {
        return new Outcomes(registry);
    }

    @Bean
    Referrals referrals(Registry registry, PortalSettings settings, Clock clock) {
        return new Referrals(registry, settings, clock);
    }

    @Bean
    ClinicDates clinicDates(Registry registry) {
        return new ClinicDates(registry);
    }

    @Bean
    Arrivals arrivals(Registry registry, PortalSettings settings, Clock clock) {
        return new Arrivals(registry, settings, clock);
    }

    @Bean
    WomenByName womenFound(Registry registry) {
        return new WomenByName(registry);
    }

    @Bean
    TestDesk testDesk(Registry registry) {
        return new TestDesk(registry);
    }

    @Bean
    Risks risks(Registry registry) {
        return new Risks(registry);
    }

    @Bean
    Schedules schedules(Registry registry) {
        return new Schedules(registry);
    }

    @Bean
    PastCare pastCare(Registry registry, Mothers mothers) {
        return new PastCare(registry, mothers);
    }

    @Bean
    Waiting waiting(Registry registry) {
        return new Waiting(registry);
    }

    @Bean
    ContactDesk contactDesk(Registry registry) {
        return new ContactDesk(registry);
    }

    @Bean
    AppointmentDesk appointmentDesk(Registry registry) {
        return new AppointmentDesk(registry);
    }

    @Bean
    Emergencies emergencies(Registry registry) {
        return new Emergencies(registry);
    }

    @Bean
    Decisions decisions(Registry registry) {
        return new Decisions(registry);
    }

    @Bean
    Duplicates duplicates(Registry registry) {
        return new Duplicates(registry);
    }

    @Bean
    OwnConsents ownConsents(Registry registry) {
        return new OwnConsents(registry);
    }

    @Bean
    Verifications verifications(Registry registry) {
        return new Verifications(registry);
    }

    @Bean
    MidwifeAreas midwifeAreas(Registry registry) {
        return new MidwifeAreas(registry);
    }

    @Bean
    Figures figures(Registry registry) {
        return new Figures(registry);
    }

    @Bean
    Moves moves(Registry registry) {
        return new Moves(registry);
    }

    @Bean
    Questions questions(Registry registry) {
        return new Questions(registry);
    }

    @Bean
    WorkLists workLists(Registry registry) {
        return new WorkLists(registry);
    }

    @Bean
    AccessLog accessLog(Registry registry) {
        return new AccessLog(registry);
    }

    @Bean
    Mothers mothers(Registry registry, PortalSettings settings) {
        return new Mothers(registry, settings);
    }
}
