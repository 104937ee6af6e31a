package org.ancregistry.operations;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Arrays;
import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Purpose;
import org.ancregistry.domain.access.Role;

/** Who is asking, and whether the role may ask this at all. No operation answers a request that nobody signed for. */
public final class Callers {

    /** The registry itself, for work that nobody asked it for just now. */
    public static final Caller REGISTRY =
            new Caller("registry", Role.SYSTEM, null, Set.of(), Set.of(), "registry", Purpose.OPERATIONS, null);

    private Callers() {}

    /** The caller that the token's check left on the request. */
    public static Caller of(RequestDetails request) {
        if (request.getUserData().get(Caller.class) instanceof Caller caller) {
            return caller;
        }
        throw Problem.SIGN_IN.because("Sign in first: this operation needs to know who asks.");
    }

    /** Refuses every role but these. */
    public static void require(Caller caller, Role... roles) {
        if (!Arrays.asList(roles).contains(caller.role())) {
            throw Problem.FORBIDDEN.because("Your role, " + caller.role().code() + ", may not do this.");
        }
    }

    /** Whether a system was granted to read every patient. */
    public static boolean systemMayRead(Caller caller) {
        return caller.has(Role.SYSTEM) && grants(caller.scopes(), 'r', "read");
    }

    /** Whether a system was granted to write every patient. */
    public static boolean systemMayWrite(Caller caller) {
        return caller.has(Role.SYSTEM) && grants(caller.scopes(), 'u', "write");
    }

    private static boolean grants(Set<String> scopes, char interaction, String firstVersion) {
        return scopes.stream()
                .filter(scope -> scope.startsWith("system/Patient.") || scope.startsWith("system/*."))
                .map(scope -> scope.substring(scope.indexOf('.') + 1))
                .anyMatch(granted -> granted.equals("*")
                        || granted.equals(firstVersion)
                        || (granted.matches("c?r?u?d?s?") && granted.indexOf(interaction) >= 0));
    }
}
