package org.ancregistry.server.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.ig.GuideValidator;
import org.ancregistry.operations.MergeLedger;
import org.ancregistry.operations.MergeLedger.Merged;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.LinkedRecords;
import org.ancregistry.server.testing.RunningRegistry;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Where this registry is the national one, other registries announce their numbers to it (IHE PIXm, ITI-104). */
abstract class IdentityFeedRules {

    private final FeedDesk district = new FeedDesk(registry(), "district");
    private final FeedDesk other = new FeedDesk(registry(), "other-district");

    abstract RunningRegistry registry();

    @Test
    void makesARecordThatKeepsToTheGuide() {
        var phn = district.number();
        var record = district.announce(phn, FeedDesk.woman(phn, "Sumana Weerakoon"));
        assertThat(record.getNameFirstRep().getText()).isEqualTo("Sumana Weerakoon");
        assertThat(numbers(record)).containsExactly(phn.value());
        assertThat(district.holder(phn)).isEqualTo(FeedDesk.name(record));
        assertThat(registry().bean(GuideValidator.class).problems(record)).isEmpty();
    }

    @Test
    void changesNothingWhenItIsToldTwice() {
        var phn = district.number();
        var once = district.announce(phn, FeedDesk.woman(phn, "Kanthi Weerakoon"));
        var twice = district.announce(phn, FeedDesk.woman(phn, "Kanthi Weerakoon"));
        assertThat(twice.getMeta().getVersionId()).isEqualTo(once.getMeta().getVersionId());
        var renamed = district.announce(phn, FeedDesk.woman(phn, "Kanthi Ratnayake"));
        assertThat(FeedDesk.name(renamed)).isEqualTo(FeedDesk.name(once));
        assertThat(renamed.getNameFirstRep().getText()).isEqualTo("Kanthi Ratnayake");
    }

    @Test
    void leadsFromANumberThatWasReplacedToTheOtherRecord() {
        var first = district.number();
        var second = district.number();
        var gone = district.announce(first, FeedDesk.woman(first, "Seetha Jayakody"));
        var stays = district.announce(second, FeedDesk.woman(second, "Seetha Jayakody"));
        district.announce(first, FeedDesk.replaced(first, second));
        assertThat(district.holder(first)).isEqualTo(FeedDesk.name(stays));
        assertThat(district.read(FeedDesk.name(gone)).getActive()).isFalse();
        var again = district.announce(first, FeedDesk.replaced(first, second));
        assertThat(numbers(again)).containsExactlyInAnyOrder(first.value(), second.value());
        assertThat(registry().bean(GuideValidator.class).problems(again)).isEmpty();
    }

    @Test
    void takesAReplacementBack() {
        var first = district.number();
        var second = district.number();
        var one = district.announce(first, FeedDesk.woman(first, "Mala Jayakody"));
        var two = district.announce(second, FeedDesk.woman(second, "Mala Jayakody"));
        district.announce(first, FeedDesk.replaced(first, second));
        district.announce(first, FeedDesk.woman(first, "Mala Jayakody"));
        var back = district.read(FeedDesk.name(one));
        assertThat(back.getActive()).isTrue();
        assertThat(numbers(back)).containsExactly(first.value());
        assertThat(numbers(district.read(FeedDesk.name(two)))).containsExactly(second.value());
        assertThat(district.holder(first)).isEqualTo(FeedDesk.name(one));
    }

    @Test
    void keepsANumberOutOfUseOfWhichItHearsTooLate() {
        var never = district.number();
        var stays = district.number();
        var record = district.announce(stays, FeedDesk.woman(stays, "Rani Jayakody"));
        district.announce(never, FeedDesk.replaced(never, stays));
        assertThat(district.holder(never)).isEqualTo(FeedDesk.name(record));
        var unknown = district.number();
        assertThat(district.refused(() -> district.announce(never, FeedDesk.replaced(unknown, district.number()))))
                .isEqualTo("parameter-invalid");
        assertThat(district.refused(() -> district.announce(unknown, FeedDesk.replaced(unknown, district.number()))))
                .isEqualTo("phn-unknown");
    }

    @Test
    void writesOverNobodyElsesWord() {
        var phn = district.number();
        var otherNumber = other.number();
        var record = district.announce(phn, FeedDesk.woman(phn, "Padma Weerakoon"));
        other.announce(otherNumber, FeedDesk.woman(otherNumber, "Padma Somebodyelse"));
        var told = other.announce(phn, FeedDesk.woman(phn, "Padma Somebodyelse"));
        assertThat(FeedDesk.name(told)).isEqualTo(FeedDesk.name(record));
        assertThat(told.getNameFirstRep().getText()).isEqualTo("Padma Weerakoon");
        assertThat(other.refused(() -> other.announce(phn, FeedDesk.replaced(phn, otherNumber))))
                .isEqualTo("phn-bound-to-another");
    }

    @Test
    void linksTheNumbersOfOneWoman() {
        var earlier = district.number();
        var later = district.number();
        var record = district.announce(earlier, FeedDesk.woman(earlier, "Nanda Jayakody"));
        var linked = FeedDesk.woman(later, "Nanda Jayakody").addLink(FeedDesk.link(LinkType.REFER, earlier));
        var told = district.announce(later, linked);
        assertThat(told.getLinkFirstRep().getOther().getReference()).isEqualTo(FeedDesk.name(record));
    }

    @Test
    void keepsALinkThatWasMadeHereAndTakesBackItsOwnAlone() {
        var earlier = district.number();
        var later = district.number();
        var here = district.number();
        district.announce(earlier, FeedDesk.woman(earlier, "Kamala Jayakody"));
        district.announce(
                later, FeedDesk.woman(later, "Kamala Jayakody").addLink(FeedDesk.link(LinkType.SEEALSO, earlier)));
        var hers = registry().save(FeedDesk.woman(here, "Kamala Ratnayake"));
        joined(district.holder(later), hers);
        var told = district.announce(later, FeedDesk.woman(later, "Kamala Ratnayake"));
        assertThat(told.getNameFirstRep().getText()).isEqualTo("Kamala Ratnayake");
        assertThat(linked(told)).containsExactly(hers);
        var again = FeedDesk.woman(later, "Kamala Ratnayake").addLink(FeedDesk.link(LinkType.SEEALSO, here));
        assertThat(linked(district.announce(later, again))).containsExactly(hers);
        assertThat(registry().bean(GuideValidator.class).problems(district.read(FeedDesk.name(told))))
                .isEmpty();
    }

    private void joined(String one, String other) {
        var dao = registry().bean(DaoRegistry.class).getResourceDao(Patient.class);
        var later = district.read(one);
        var earlier = district.read(other);
        LinkedRecords.join(later, earlier);
        List.of(later, earlier).forEach(record -> dao.update(record, new SystemRequestDetails()));
    }

    private static List<String> linked(Patient record) {
        return record.getLink().stream()
                .map(link -> link.getOther().getReference())
                .toList();
    }

    @Test
    void leadsNoNumberElsewhereWhoseRecordWasMergedHere() {
        var first = district.number();
        var second = district.number();
        var gone = district.announce(first, FeedDesk.woman(first, "Leela Jayakody"));
        district.announce(second, FeedDesk.woman(second, "Leela Jayakody"));
        for (var kept : List.of(numbered("Leela Ratnayake"), registry().save(new Patient().setActive(true)))) {
            var merged = merged(FeedDesk.name(gone), kept);
            assertThat(district.refused(() -> district.announce(first, FeedDesk.replaced(first, second))))
                    .isEqualTo("phn-bound-to-another");
            assertThat(district.holder(first)).isEqualTo(kept);
            parted(merged);
        }
        var stays = district.announce(first, FeedDesk.replaced(first, second));
        assertThat(district.holder(first)).isEqualTo(FeedDesk.name(stays));
    }

    @Test
    void takesNoReplacementBackWhoseOtherRecordWasMergedHere() {
        var first = district.number();
        var second = district.number();
        district.announce(first, FeedDesk.woman(first, "Menike Jayakody"));
        var stays = district.announce(second, FeedDesk.woman(second, "Menike Jayakody"));
        district.announce(first, FeedDesk.replaced(first, second));
        var kept = numbered("Menike Ratnayake");
        var merged = merged(FeedDesk.name(stays), kept);
        assertThat(district.holder(first)).isEqualTo(kept);
        assertThat(district.refused(() -> district.announce(first, FeedDesk.woman(first, "Menike Jayakody"))))
                .isEqualTo("phn-bound-to-another");
        parted(merged);
        assertThat(district.holder(first)).isEqualTo(FeedDesk.name(stays));
        assertThat(district.read(FeedDesk.name(stays)).getIdentifier()).hasSize(2);
    }

    private String numbered(String name) {
        return registry().save(FeedDesk.woman(district.number(), name));
    }

    private Merged merged(String source, String target) {
        return inOne().execute(status -> registry().bean(MergeLedger.class).merge(source, target, Set.of()));
    }

    private void parted(Merged merged) {
        inOne().executeWithoutResult(
                        status -> registry().bean(MergeLedger.class).undo(merged));
    }

    private TransactionTemplate inOne() {
        return new TransactionTemplate(registry().bean(PlatformTransactionManager.class));
    }

    @Test
    void replacesNoNumberOfAWomanWhomThisRegistryCaredForOrVerified() {
        var second = district.number();
        district.announce(second, FeedDesk.woman(second, "Nalini Jayakody"));
        for (var ours : List.<UnaryOperator<Patient>>of(
                record ->
                        record.setManagingOrganization(new Reference(registry().save(new Organization()))),
                IdentityFeedRules::verified)) {
            var first = district.number();
            var record = district.announce(first, FeedDesk.woman(first, "Nalini Jayakody"));
            registry()
                    .bean(DaoRegistry.class)
                    .getResourceDao(Patient.class)
                    .update(ours.apply(record), new SystemRequestDetails());
            assertThat(district.refused(() -> district.announce(first, FeedDesk.replaced(first, second))))
                    .isEqualTo("phn-bound-to-another");
            assertThat(district.holder(first)).isEqualTo(FeedDesk.name(record));
        }
    }

    private static Patient verified(Patient record) {
        record.getExtensionByUrl(Canon.extension("anc-identity-verified")).setValue(new BooleanType(true));
        return record;
    }

    @Test
    void hearsOnlyWhoIsRegisteredAndWasGrantedIt() {
        var phn = district.number();
        for (var desk : Set.of(
                new FeedDesk(registry(), "somebody"),
                new FeedDesk(registry(), "district", Set.of("system/Patient.rs")),
                new FeedDesk(registry(), "district", Set.of("system/Patient.u")))) {
            assertThat(desk.refused(() -> desk.announce(phn, FeedDesk.woman(phn, "Nobody"))))
                    .isEqualTo("forbidden");
        }
        assertThat(district.holder(phn)).isEqualTo("nobody");
    }

    private static Set<String> numbers(Patient record) {
        return record.getIdentifier().stream()
                .map(identifier -> new Phn(identifier.getValue()).value())
                .collect(Collectors.toSet());
    }
}
