package org.ancregistry.server.operations;

import java.time.Clock;
import org.ancregistry.domain.identity.LinkedPeople;
import org.ancregistry.domain.phn.PhnRegister;
import org.ancregistry.operations.Attempts;
import org.ancregistry.operations.Candidates;
import org.ancregistry.operations.LiveEvidence;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.OneWoman;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.Transactions;
import org.ancregistry.operations.WomenByName;
import org.ancregistry.operations.checkin.CheckInProvider;
import org.ancregistry.operations.checkin.CheckingIn;
import org.ancregistry.operations.checkin.Presence;
import org.ancregistry.operations.findwoman.FindWomanProvider;
import org.ancregistry.operations.findwoman.FindingWomen;
import org.ancregistry.server.config.InstallationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a clinic asks of a woman who comes to it. */
@Configuration(proxyBeanMethods = false)
class ArrivalConfiguration {

    @Bean
    WomenByName womenByName(Candidates candidates, Records records, OneWoman oneWoman, Reach reach) {
        return new WomenByName(candidates, records, oneWoman, reach);
    }

    @Bean
    FindWomanProvider findWoman(Transactions transactions, Attempts attempts, WomenByName women) {
        return new FindWomanProvider(new FindingWomen(transactions, attempts, women));
    }

    @Bean
    Presence presence(
            PhnRegister register,
            Records records,
            LiveEvidence evidences,
            LinkedPeople linked,
            OneWoman oneWoman,
            WomenByName women) {
        return new Presence(register, records, evidences, linked, oneWoman, women);
    }

    @Bean
    CheckInProvider checkIn(
            Once once,
            Attempts attempts,
            Presence presence,
            Records records,
            Reach reach,
            Clock clock,
            InstallationProperties installation) {
        return new CheckInProvider(
                new CheckingIn(once, attempts, presence, records, reach, clock.withZone(installation.timeZone())));
    }
}
