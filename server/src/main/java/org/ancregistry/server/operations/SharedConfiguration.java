package org.ancregistry.server.operations;

import java.time.Clock;
import org.ancregistry.domain.access.CareRelationships;
import org.ancregistry.domain.access.RecordsInCare;
import org.ancregistry.domain.identity.IdentityEvidences;
import org.ancregistry.domain.person.NationalIdHasher;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.domain.phn.PhnRegister;
import org.ancregistry.operations.ActivePregnancies;
import org.ancregistry.operations.LikelyRecords;
import org.ancregistry.operations.LiveEvidence;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.OneWoman;
import org.ancregistry.operations.OutsideLook;
import org.ancregistry.operations.PhnDirectory;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.RegistryRequests;
import org.ancregistry.operations.Transactions;
import org.ancregistry.operations.TypedNationalId;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What several operations use. */
@Configuration(proxyBeanMethods = false)
class SharedConfiguration {

    @Bean
    PhnPolicy phnPolicy(PhnProperties properties) {
        return properties.policy();
    }

    @Bean
    Once requestsOnce(Transactions transactions, RegistryRequests requests) {
        return new Once(transactions, requests);
    }

    @Bean
    Reach callersReach(CareRelationships relationships) {
        return new Reach(relationships);
    }

    @Bean
    OneWoman recordsOfOneWoman(Records records, ActivePregnancies pregnancies) {
        return new OneWoman(records, pregnancies);
    }

    @Bean
    RecordsInCare recordsInCare(Records records, OneWoman oneWoman) {
        return patient ->
                records.read(Patient.class, patient).flatMap(oneWoman::inCare).orElse(patient);
    }

    @Bean
    LiveEvidence liveEvidence(IdentityEvidences evidences, Clock clock) {
        return new LiveEvidence(evidences, clock);
    }

    @Bean
    TypedNationalId typedNationalId(NationalIdHasher hasher) {
        return new TypedNationalId(hasher);
    }

    /** Unless one is configured, this registry asks no directory of another: it takes the place of one. */
    @Bean
    OutsideLook outsideLook(ObjectProvider<PhnDirectory> directory, PhnRegister register, LikelyRecords likely) {
        return new OutsideLook(directory.getIfAvailable(PhnDirectory::none), register, likely);
    }
}
