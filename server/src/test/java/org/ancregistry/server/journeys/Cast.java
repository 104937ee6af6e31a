package org.ancregistry.server.journeys;

import java.util.stream.Stream;
import org.ancregistry.sandbox.SandboxPeople;
import org.ancregistry.sandbox.SandboxPerson;

/**
 * Who plays whom. The same journey is walked twice on one database, with scripts and without, so each part has two
 * women.
 */
record Cast(boolean scripts) {

    /** She has no number, and all goes well. */
    SandboxPerson withoutNumber() {
        return scripts ? SandboxPeople.nimali() : SandboxPeople.kumari();
    }

    /** She has a number, and its record is like her. */
    SandboxPerson withNumber() {
        return scripts ? SandboxPeople.fathima() : SandboxPeople.shifa();
    }

    /** She has a number, and its record is old. */
    SandboxPerson moved() {
        return scripts ? SandboxPeople.dinithi() : SandboxPeople.kavitha();
    }

    /** Two sisters: the card that each brings may be anybody's. */
    SandboxPerson doubtful() {
        return scripts ? SandboxPeople.ishara() : SandboxPeople.imesha();
    }

    /** She does not get as far as that. */
    SandboxPerson unlucky() {
        return SandboxPeople.piyumi();
    }

    /** What she says her name is: nobody proves it. */
    String nameWithoutProof() {
        return scripts ? "Somawathie Herath" : "Leelawathie Silva";
    }

    /** Nobody proves this one either: her children are born. */
    String nameOfOneWhoGaveBirth() {
        return scripts ? "Premawathie Gamage" : "Karunawathie Bandara";
    }

    /** Nor this one: her pregnancy ends early. */
    String nameOfOneWhoLostHers() {
        return scripts ? "Dayawathie Ranatunga" : "Kusumawathie Weerakoon";
    }

    /** Nor this one: she tells her midwife what nobody else is to hear. */
    String nameOfOneWhoIsAskedAlone() {
        return scripts ? "Gunawathie Peiris" : "Seelawathie Fonseka";
    }

    /** What women of the journeys say their names are, which stand on lists as they were typed. */
    Stream<String> unprovenNames() {
        return Stream.of(
                nameWithoutProof(), nameOfOneWhoGaveBirth(), nameOfOneWhoLostHers(), nameOfOneWhoIsAskedAlone());
    }

    /** She has her national ID with her another day. */
    SandboxPerson withoutProof() {
        return scripts ? SandboxPeople.chamari() : SandboxPeople.jeyanthi();
    }

    /** Her registration is interrupted. */
    SandboxPerson interrupted() {
        return scripts ? SandboxPeople.selvarani() : SandboxPeople.piyumi();
    }
}
