package org.ancregistry.operations.identityfeed;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.fhir.PatientDemographics;
import org.ancregistry.operations.fhir.Phns;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Patient;

/** Reads a transaction of conditional updates, each of a Patient under its PHN, and says which entry is none. */
final class FeedReader {

    private static final int MOST = 50;
    private static final Pattern CONDITION = Pattern.compile("Patient\\?identifier=([^&]+)");

    private FeedReader() {}

    static List<FedPatient> read(Bundle bundle) {
        var entries = bundle.getEntry();
        if (entries.isEmpty() || entries.size() > MOST) {
            throw Problem.PARAMETER_INVALID
                    .because("Announce 1 to " + MOST + " numbers at once.")
                    .at("Bundle.entry");
        }
        return IntStream.range(0, entries.size())
                .mapToObj(i -> read(entries.get(i), "Bundle.entry[" + i + "]"))
                .toList();
    }

    private static FedPatient read(BundleEntryComponent entry, String place) {
        var named = condition(entry);
        if (named.isEmpty() || !(entry.getResource() instanceof Patient said)) {
            throw Problem.PARAMETER_INVALID
                    .because("Each entry is PUT Patient?identifier=" + Phns.SYSTEM + "|… with that Patient.")
                    .at(place + ".request");
        }
        var onRecord = said.getIdentifier().stream().flatMap(one -> Phns.phn(one).stream());
        if (onRecord.noneMatch(named.get()::equals)) {
            throw Problem.PARAMETER_INVALID
                    .because("The number of the condition stands on the Patient, too.")
                    .at(place + ".resource.identifier");
        }
        var sent = new FedPatient(named.get(), said);
        if (sent.replacedBy().isEmpty()) {
            requireSomebody(said, place);
        }
        return sent;
    }

    private static Optional<Phn> condition(BundleEntryComponent entry) {
        var request = entry.getRequest();
        var condition = CONDITION.matcher(String.valueOf(request.getUrl()));
        if (request.getMethod() != HTTPVerb.PUT || !condition.matches()) {
            return Optional.empty();
        }
        var parts = decoded(condition.group(1)).split("\\|", 2);
        return parts.length == 2 && parts[0].equals(Phns.SYSTEM) ? Phn.parse(parts[1]) : Optional.empty();
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    private static void requireSomebody(Patient said, String place) {
        var known = PatientDemographics.of(said, null);
        if (known.names().isEmpty() || known.birthDate() == null || known.gender() == null) {
            throw Problem.PARAMETER_INVALID
                    .because("Say her name, her whole birth date and her sex.")
                    .at(place + ".resource");
        }
    }
}
