package org.ancregistry.server.operations;

import org.ancregistry.domain.phn.PhnRegister;
import org.ancregistry.operations.Attempts;
import org.ancregistry.operations.Candidates;
import org.ancregistry.operations.IdentifiedPatients;
import org.ancregistry.operations.LikelyRecords;
import org.ancregistry.operations.OneWoman;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.Transactions;
import org.ancregistry.operations.TypedNationalId;
import org.ancregistry.operations.crossreference.CrossReferencing;
import org.ancregistry.operations.crossreference.IhePixProvider;
import org.ancregistry.operations.match.MatchProvider;
import org.ancregistry.operations.match.PatientMatching;
import org.ancregistry.operations.match.PatientMatching.ByNumber;
import org.ancregistry.operations.match.PatientMatching.Limits;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** FHIR's own question for a patient's record. */
@Configuration(proxyBeanMethods = false)
class MatchConfiguration {

    @Bean
    IhePixProvider ihePix(
            IdentifiedPatients identified,
            OneWoman oneWoman,
            Records records,
            Reach reach,
            @Qualifier("attemptsOfSystems") Attempts attempts) {
        return new IhePixProvider(new CrossReferencing(identified, oneWoman, records, reach, attempts));
    }

    @Bean
    MatchProvider match(
            Transactions transactions,
            TypedNationalId typedIds,
            Candidates candidates,
            PhnRegister register,
            LikelyRecords likely,
            Records records,
            Reach reach,
            Attempts ofPeople,
            @Qualifier("attemptsOfSystems") Attempts ofSystems) {
        return new MatchProvider(new PatientMatching(
                transactions,
                typedIds,
                candidates,
                new ByNumber(register, likely),
                records,
                reach,
                new Limits(ofPeople, ofSystems)));
    }
}
