package org.ancregistry.server.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.ig.GuideDefinitions;
import org.ancregistry.operations.FhirOperation;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.OperationDefinition.OperationParameterUse;
import org.junit.jupiter.api.Test;

/**
 * Each operation reads what its OperationDefinition names, as often, and nothing else: what the definition does not name is
 * refused at the door, and what it names in vain would be passed over.
 */
class OperationParametersTest {

    @Test
    void everyOperationReadsWhatTheGuideSaysThatItTakes() {
        assertThat(read()).isNotEmpty().isEqualTo(defined());
    }

    private static Map<String, Map<String, String>> defined() {
        return GuideDefinitions.operations(FhirContext.forR4Cached()).stream()
                .collect(Collectors.toMap(OperationDefinition::getCode, OperationParametersTest::inputs));
    }

    private static Map<String, String> inputs(OperationDefinition operation) {
        return operation.getParameter().stream()
                .filter(parameter -> parameter.getUse() == OperationParameterUse.IN)
                .collect(Collectors.toMap(parameter -> parameter.getName(), parameter -> parameter.getMax()));
    }

    private static Map<String, Map<String, String>> read() {
        return new ClassFileImporter()
                .importPackages("org.ancregistry.operations").stream()
                        .filter(type -> type.isAssignableTo(FhirOperation.class) && !type.isInterface())
                        .map(JavaClass::reflect)
                        .flatMap(provider -> Stream.of(provider.getDeclaredMethods()))
                        .filter(method -> method.isAnnotationPresent(Operation.class))
                        .collect(Collectors.toMap(
                                method -> method.getAnnotation(Operation.class)
                                        .name()
                                        .substring(1),
                                OperationParametersTest::parameters,
                                OperationParametersTest::together));
    }

    /** One that is asked of the type and of an instance has one definition, and reads with the instance what is in the address. */
    private static Map<String, String> together(Map<String, String> one, Map<String, String> other) {
        var all = new TreeMap<>(one);
        all.putAll(other);
        return all;
    }

    private static Map<String, String> parameters(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(OperationParam.class))
                .map(OperationParametersTest::annotation)
                .collect(Collectors.toMap(
                        OperationParam::name,
                        parameter -> parameter.max() < 0 ? "*" : Integer.toString(parameter.max()),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static OperationParam annotation(Parameter parameter) {
        return parameter.getAnnotation(OperationParam.class);
    }
}
