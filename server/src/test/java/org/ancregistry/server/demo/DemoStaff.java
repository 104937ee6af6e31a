package org.ancregistry.server.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.identity.LinkedPeople;
import org.ancregistry.domain.identity.Subject;
import org.ancregistry.sandbox.SandboxPeople;
import org.ancregistry.sandbox.SandboxPerson;
import org.ancregistry.server.testing.TestTokens;
import org.jspecify.annotations.Nullable;

/**
 * Who works in the fictitious district of {@code demo/units-and-staff.json}, and as whom they sign in at the sandbox.
 *
 * @param practitioner {@code Practitioner/…}
 * @param facility {@code Organization/…}
 */
public record DemoStaff(
        SandboxPerson person,
        String practitioner,
        Role role,
        @Nullable String facility,
        List<String> areas) {

    public static final String MOH_AREA = "Organization/demo-moh";
    public static final String NORTH = "Organization/demo-phm-north";
    public static final String SOUTH = "Organization/demo-phm-south";
    public static final String CLINIC = "Organization/demo-vog-clinic";

    /** The midwife of the northern area. */
    public static DemoStaff anoma() {
        return new DemoStaff(SandboxPeople.anoma(), "Practitioner/demo-anoma", Role.MIDWIFE, NORTH, List.of(NORTH));
    }

    /** A midwife of the southern area. */
    public static DemoStaff mary() {
        return new DemoStaff(SandboxPeople.mary(), "Practitioner/demo-mary", Role.MIDWIFE, SOUTH, List.of(SOUTH));
    }

    /** Another midwife of the southern area. */
    public static DemoStaff zeenath() {
        return new DemoStaff(SandboxPeople.zeenath(), "Practitioner/demo-zeenath", Role.MIDWIFE, SOUTH, List.of(SOUTH));
    }

    /** A doctor of the clinic. */
    public static DemoStaff ruwani() {
        return new DemoStaff(SandboxPeople.ruwani(), "Practitioner/demo-ruwani", Role.DOCTOR, CLINIC, List.of());
    }

    /** Another doctor of the clinic. */
    public static DemoStaff arul() {
        return new DemoStaff(SandboxPeople.arul(), "Practitioner/demo-arul", Role.DOCTOR, CLINIC, List.of());
    }

    /** The supervisor of both areas. */
    public static DemoStaff chandrika() {
        return new DemoStaff(
                SandboxPeople.chandrika(), "Practitioner/demo-chandrika", Role.SUPERVISOR, MOH_AREA, List.of(MOH_AREA));
    }

    /** The administrator. */
    public static DemoStaff mahesh() {
        return new DemoStaff(SandboxPeople.mahesh(), "Practitioner/demo-mahesh", Role.ADMINISTRATOR, null, List.of());
    }

    public static List<DemoStaff> all() {
        return List.of(anoma(), mary(), zeenath(), ruwani(), arul(), chandrika(), mahesh());
    }

    /** Her as a caller of the FHIR API. */
    public Caller caller() {
        return TestTokens.caller(practitioner, role, facility, areas.toArray(String[]::new));
    }

    /** Links her sandbox identity, as typing her link code would. */
    void link(LinkedPeople people) {
        people.link(new Subject(SandboxedRegistry.PROVIDER, subject(person)), practitioner);
    }

    /** Her pairwise subject, as eSignet's mock identity system makes it. */
    static String subject(SandboxPerson person) {
        try {
            var digest = MessageDigest.getInstance("SHA3-256")
                    .digest((person.individualId() + SandboxedRegistry.RELYING_PARTY).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java 17 knows SHA3-256.", e);
        }
    }
}
