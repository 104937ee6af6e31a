package org.ancregistry.interceptors.access;

import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import java.util.ArrayList;
import java.util.List;
import org.ancregistry.interceptors.access.AccessDecision.Verdict;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Resource;

/** Goes through an answer, bundles and parameters inside it too, and takes out or refuses what is not for the caller. */
final class Answer {

    private Answer() {}

    static void hold(Resource answer, RestOperationTypeEnum interaction, AccessDecision decision) {
        decision.learn(Owners.of(resourcesIn(answer)));
        if (!stays(answer, decision)) {
            throw AccessInterceptor.notFound();
        }
        if (answer instanceof Bundle bundle) {
            hideWhatIsMissing(bundle, interaction, decision);
        }
    }

    /** Every resource in an answer that belongs to somebody. */
    static List<Resource> resourcesIn(Resource answer) {
        var found = new ArrayList<Resource>();
        collect(answer, found);
        return found;
    }

    private static void collect(Resource answer, List<Resource> found) {
        if (answer instanceof Bundle bundle) {
            bundle.getEntry().stream()
                    .filter(BundleEntryComponent::hasResource)
                    .forEach(entry -> collect(entry.getResource(), found));
        } else if (answer instanceof Parameters parameters) {
            parameters.getParameter().forEach(parameter -> collect(parameter, found));
        } else if (!(answer instanceof OperationOutcome)) {
            found.add(answer);
        }
    }

    private static void collect(ParametersParameterComponent parameter, List<Resource> found) {
        if (parameter.hasResource()) {
            collect(parameter.getResource(), found);
        }
        parameter.getPart().forEach(part -> collect(part, found));
    }

    /** Whether this part of the answer may stay; refuses the whole when it is about somebody else. */
    private static boolean stays(Resource part, AccessDecision decision) {
        if (part instanceof OperationOutcome) {
            return true;
        }
        if (part instanceof Bundle bundle) {
            bundle.getEntry().removeIf(entry -> entry.hasResource() && !stays(entry.getResource(), decision));
            return true;
        }
        if (part instanceof Parameters parameters) {
            parameters.getParameter().removeIf(parameter -> !stays(parameter, decision));
            return true;
        }
        var verdict = decision.verdict(part);
        if (verdict == Verdict.FOREIGN) {
            throw AccessInterceptor.notFound();
        }
        decision.cutDown(part);
        return verdict == Verdict.SHOWN;
    }

    private static boolean stays(ParametersParameterComponent parameter, AccessDecision decision) {
        parameter.getPart().removeIf(part -> !stays(part, decision));
        return !parameter.hasResource() || stays(parameter.getResource(), decision);
    }

    private static void hideWhatIsMissing(Bundle bundle, RestOperationTypeEnum interaction, AccessDecision decision) {
        if (interaction == RestOperationTypeEnum.HISTORY_INSTANCE
                && bundle.getEntry().stream().noneMatch(BundleEntryComponent::hasResource)) {
            throw AccessInterceptor.notFound();
        }
        if (bundle.getType() == BundleType.SEARCHSET && !decision.isCounted()) {
            bundle.getLink()
                    .removeIf(link ->
                            decision.isOnOnePage() && !link.getRelation().equals("self"));
            countWhatIsThere(bundle);
        }
    }

    /** After a write nothing is refused any more: what the writer may not read is just not shown to her. */
    static void hideFromWriter(ResponseDetails response, AccessDecision decision) {
        if (response.getResponseResource() instanceof Bundle bundle) {
            bundle.getEntry().stream()
                    .filter(entry -> entry.hasResource() && decision.verdict(entry.getResource()) != Verdict.SHOWN)
                    .forEach(entry -> entry.setResource(null));
        } else if (response.getResponseResource() instanceof Resource resource
                && !(resource instanceof OperationOutcome)
                && decision.verdict(resource) != Verdict.SHOWN) {
            response.setResponseResource(null);
        }
    }

    /** A total that counts what was left out would tell that it exists. */
    private static void countWhatIsThere(Bundle bundle) {
        var matches = bundle.getEntry().stream()
                .filter(entry -> entry.getSearch().getMode() != SearchEntryMode.INCLUDE)
                .filter(entry -> entry.getSearch().getMode() != SearchEntryMode.OUTCOME)
                .count();
        if (bundle.getLink("next") == null && bundle.getLink("previous") == null) {
            bundle.setTotal((int) matches);
        } else {
            bundle.setTotalElement(null);
        }
    }
}
