package org.ancregistry.sandbox;

import java.util.List;

/**
 * The people whom every sandbox knows. All are invented; ID numbers fit birth date and sex by the rule of the national
 * ID (year, day of the year with February at 29 days and 500 more for a woman, five digits), and fit nobody on purpose.
 */
public final class SandboxPeople {

    /** The code that the sandbox sends to everybody. */
    public static final String OTP = "111111";

    /** The password of everybody. */
    public static final String PASSWORD = "Sandbox-1";

    /** The static code of everybody. */
    public static final String PIN = "222222";

    private static final PeopleFile FILE = PeopleFile.load();

    private SandboxPeople() {}

    /** The mother of most examples: all claims, Sinhala name. */
    public static SandboxPerson nimali() {
        return FILE.named("nimali");
    }

    /** A mother from Kurunegala with a Sinhala name. */
    public static SandboxPerson kumari() {
        return FILE.named("kumari");
    }

    /** Her name begins with initials. */
    public static SandboxPerson sachini() {
        return FILE.named("sachini");
    }

    /** Imesha's older sister: same address, same telephone. */
    public static SandboxPerson ishara() {
        return FILE.named("ishara");
    }

    /** Ishara's younger sister: same address, same telephone. */
    public static SandboxPerson imesha() {
        return FILE.named("imesha");
    }

    /** A mother from Jaffna with a Tamil name. */
    public static SandboxPerson tharani() {
        return FILE.named("tharani");
    }

    /** A mother from the tea country with a Tamil name. */
    public static SandboxPerson kavitha() {
        return FILE.named("kavitha");
    }

    /** She has one name, and shares neither address nor e-mail. */
    public static SandboxPerson selvarani() {
        return FILE.named("selvarani");
    }

    /** A Muslim mother with a Tamil spelling of her name. */
    public static SandboxPerson fathima() {
        return FILE.named("fathima");
    }

    /** Her father's names stand before hers, as initials. */
    public static SandboxPerson shifa() {
        return FILE.named("shifa");
    }

    /** A Burgher mother: three parts of her name are the family's. */
    public static SandboxPerson natasha() {
        return FILE.named("natasha");
    }

    /** Born on 29 February, with a long name. */
    public static SandboxPerson dinithi() {
        return FILE.named("dinithi");
    }

    /** A girl of eighteen years. */
    public static SandboxPerson piyumi() {
        return FILE.named("piyumi");
    }

    /** She is over forty and has no telephone: her code goes by e-mail. */
    public static SandboxPerson malini() {
        return FILE.named("malini");
    }

    /** She comes without her national ID, and has it with her another day. */
    public static SandboxPerson chamari() {
        return FILE.named("chamari");
    }

    /** She comes without her national ID, and has it with her another day. */
    public static SandboxPerson jeyanthi() {
        return FILE.named("jeyanthi");
    }

    /** A midwife. */
    public static SandboxPerson anoma() {
        return FILE.named("anoma");
    }

    /** A midwife. */
    public static SandboxPerson mary() {
        return FILE.named("mary");
    }

    /** A midwife. */
    public static SandboxPerson zeenath() {
        return FILE.named("zeenath");
    }

    /** A doctor. */
    public static SandboxPerson ruwani() {
        return FILE.named("ruwani");
    }

    /** A doctor. */
    public static SandboxPerson arul() {
        return FILE.named("arul");
    }

    /** A supervisor (medical officer of health). */
    public static SandboxPerson chandrika() {
        return FILE.named("chandrika");
    }

    /** An administrator. */
    public static SandboxPerson mahesh() {
        return FILE.named("mahesh");
    }

    /** A man who is nobody's patient; in the demo he is the privacy officer. */
    public static SandboxPerson ruwan() {
        return FILE.named("ruwan");
    }

    /** A child, born in 2016. */
    public static SandboxPerson senuri() {
        return FILE.named("senuri");
    }

    /** Women who may be registered. */
    public static List<SandboxPerson> mothers() {
        return FILE.withRole("mother");
    }

    /** Public health midwives. */
    public static List<SandboxPerson> midwives() {
        return FILE.withRole("midwife");
    }

    /** Doctors. */
    public static List<SandboxPerson> doctors() {
        return FILE.withRole("doctor");
    }

    /** Supervisors. */
    public static List<SandboxPerson> supervisors() {
        return FILE.withRole("supervisor");
    }

    /** Administrators. */
    public static List<SandboxPerson> administrators() {
        return FILE.withRole("administrator");
    }

    /** People who are in no role: a man and a child. */
    public static List<SandboxPerson> others() {
        return FILE.withRole("other");
    }

    /** Everybody, mothers first. */
    public static List<SandboxPerson> all() {
        return FILE.all();
    }

    /** What a person is in the examples: mother, midwife, doctor, supervisor, administrator or other. */
    static String roleOf(SandboxPerson person) {
        return FILE.roleOf(person);
    }
}
