package org.ancregistry.operations.importanc;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Set;
import org.ancregistry.domain.identity.InMemoryLinkedPeople;
import org.ancregistry.domain.matching.FellegiSunterScorer;
import org.ancregistry.domain.matching.Prior;
import org.ancregistry.domain.phn.InMemoryPhnRegister;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnFactory;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.operations.InMemoryCandidates;
import org.ancregistry.operations.InMemoryPhnDirectory;
import org.ancregistry.operations.InMemoryRecords;
import org.ancregistry.operations.InMemoryStrongKeys;
import org.ancregistry.operations.LikelyRecords;
import org.ancregistry.operations.OutsideLook;
import org.ancregistry.operations.fhir.PatientDemographics;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BroughtNumberTest {

    private static final Phn BROUGHT = new Phn("385C9WRTB41");

    private final InMemoryPhnRegister register =
            new InMemoryPhnRegister(new PhnFactory(PhnPolicy.sriLanka("4054"), new SecureRandom()));
    private final InMemoryRecords records = new InMemoryRecords(register);
    private final InMemoryStrongKeys keys = new InMemoryStrongKeys();
    private final InMemoryPhnDirectory directory = new InMemoryPhnDirectory();
    private final BroughtNumber number = new BroughtNumber(new OutsideLook(
            directory,
            register,
            new LikelyRecords(
                    new InMemoryCandidates(records, keys, Set.of()),
                    new InMemoryLinkedPeople(),
                    records,
                    keys,
                    new FellegiSunterScorer(Prior.oneToOne()),
                    new FellegiSunterScorer(Prior.among(1000)))));

    @Test
    void isHersWhenTheDirectorySaysSo() {
        directory.knows(BROUGHT, PatientDemographics.of(woman("Nimali Perera", "1996-04-17"), null));
        assertThat(number.isDoubtful(brought(BROUGHT.value()))).isFalse();
    }

    @Test
    void isDoubtfulWhenItIsAnothersOrNobodysOrTheDirectoryIsDown() {
        directory.knows(BROUGHT, PatientDemographics.of(woman("Zeenath Marikkar", "1981-02-03"), null));
        assertThat(number.isDoubtful(brought(BROUGHT.value()))).isTrue();
        assertThat(number.isDoubtful(brought("385C2Q7KXM9"))).isTrue();
        directory.isDown(true);
        assertThat(number.isDoubtful(brought(BROUGHT.value()))).isTrue();
    }

    @Test
    void isNotAskedAboutWhenItIsKnownHereOrThereIsNone() {
        directory.isDown(true);
        register.bind(BROUGHT, "Patient/1", "written");
        assertThat(number.isDoubtful(brought(BROUGHT.value()))).isFalse();
        assertThat(number.isDoubtful(brought(null))).isFalse();
    }

    private static Sent.Mother brought(@Nullable String phn) {
        return new Sent.Mother(0, "tracked/1", woman("Nimali Perera", "1996-04-17"), phn, false);
    }

    private static Patient woman(String name, String born) {
        var woman = new Patient().setGender(AdministrativeGender.FEMALE);
        woman.setBirthDateElement(new DateType(born)).addName().setText(name);
        return woman;
    }
}
