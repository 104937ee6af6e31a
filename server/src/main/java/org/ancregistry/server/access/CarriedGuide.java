package org.ancregistry.server.access;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ancregistry.ig.GuideDefinitions;
import org.ancregistry.ig.GuideValidator;
import org.ancregistry.interceptors.validation.Breach;
import org.ancregistry.interceptors.validation.Guide;
import org.ancregistry.interceptors.validation.Input;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.OperationDefinition.OperationDefinitionParameterComponent;
import org.hl7.fhir.r4.model.OperationDefinition.OperationParameterUse;
import org.hl7.fhir.r4.model.Resource;

/** The guide that this server carries on its class path. */
record CarriedGuide(GuideValidator validator, Map<String, List<Input>> operations) implements Guide {

    static CarriedGuide of(GuideValidator validator, FhirContext fhir) {
        return new CarriedGuide(
                validator,
                GuideDefinitions.operations(fhir).stream()
                        .collect(Collectors.toUnmodifiableMap(
                                OperationDefinition::getCode, operation -> inputs(operation.getParameter()))));
    }

    @Override
    public List<String> profilesOf(String type) {
        return validator.profilesOf(type);
    }

    @Override
    public Optional<List<Input>> inputsOf(String operation) {
        return Optional.ofNullable(operations.get(operation));
    }

    @Override
    public List<Breach> breaches(Resource resource) {
        return validator.breaches(resource).stream()
                .map(breach -> new Breach(breach.element(), breach.rule(), breach.message()))
                .toList();
    }

    private static List<Input> inputs(List<OperationDefinitionParameterComponent> parameters) {
        return parameters.stream()
                .filter(parameter -> parameter.getUse() == OperationParameterUse.IN)
                .map(parameter -> new Input(
                        parameter.getName(),
                        parameter.hasType() ? parameter.getType() : Input.OF_PARTS,
                        "*".equals(parameter.getMax()) ? Integer.MAX_VALUE : Integer.parseInt(parameter.getMax()),
                        inputs(parameter.getPart())))
                .toList();
    }
}
