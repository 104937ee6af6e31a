package org.ancregistry.server.tryit;

import java.io.PrintStream;
import java.net.URI;
import java.util.Map;
import org.ancregistry.sandbox.SandboxPeople;
import org.ancregistry.sandbox.SandboxPerson;
import org.ancregistry.server.testing.DemoStaff;

/** Tells whoever started the try-out where everything is and as whom to sign in. */
final class Welcome {

    private static final Map<String, String> WHAT_STAFF_SEE = Map.of(
            "Anoma Wijesinghe", "Demo PHM area 1: women who are overdue, due and at high risk",
            "Mary Stella Anthony", "Demo PHM area 2: severe anaemia, near term, newly registered",
            "Zeenath Begum", "another MOH area: sees none of these women",
            "Ruwani Gunasekara", "Demo base hospital: referred women and women checked in",
            "Arul Nadarajah", "another hospital: must check a woman in first",
            "Chandrika Senanayake", "supervisor of the demo MOH area",
            "Mahesh Bandara", "administrator: staff, places, link codes",
            "Ruwan Perera", "privacy officer: who looked at whom, and what women ask about it");

    private final URI registry;
    private final PrintStream out;

    Welcome(URI registry, PrintStream out) {
        this.registry = registry;
        this.out = out;
    }

    void addresses(URI esignet) {
        out.println();
        out.println("The ANC Registry runs. Everybody in it is made up. Stop it with Ctrl-C.");
        out.println();
        address("midwife", registry + "/midwife");
        address("doctor", registry + "/doctor");
        address("mother", registry + "/mother");
        address("admin", registry + "/admin");
        address("privacy", registry + "/privacy");
        address("FHIR base", registry + "/fhir");
        address("guide", registry + "/guide");
        address("eSignet", esignet + " (sandbox)");
        out.println();
        out.println("Setting up women in care, once for this folder …");
    }

    void people(DemoData demo) {
        out.println();
        out.println("Sign in with one of these ID numbers; the code is always " + SandboxPeople.OTP + ".");
        DemoStaff.all()
                .forEach(staff -> person(
                        staff.role(),
                        staff.person(),
                        WHAT_STAFF_SEE.get(staff.person().name())));
        demo.inCare()
                .forEach(woman -> person(woman.isVerified() ? "mother" : "(unverified)", woman.person(), woman.seen()));
        out.println();
        out.println("Not registered yet, to try the registration with (as midwife):");
        demo.unregistered().forEach(woman -> person("mother", woman, toTry(demo, woman)));
        out.println();
    }

    private static String toTry(DemoData demo, SandboxPerson woman) {
        if (woman.equals(DemoData.WITH_CARD)) {
            return "brings the card of an earlier pregnancy, PHN " + demo.card().grouped();
        }
        return woman.equals(SandboxPeople.imesha()) ? "sister of Ishara: same address and telephone" : "";
    }

    private void address(String what, String where) {
        out.printf("  %-10s %s%n", what, where);
    }

    private void person(String role, SandboxPerson person, String seen) {
        var name = shortened(person.name());
        out.println("  %-16s %-13s %-30s %s"
                .formatted(role, person.individualId(), name, seen)
                .stripTrailing());
    }

    private static String shortened(String name) {
        return name.length() <= 30 ? name : name.substring(0, 29) + "…";
    }
}
