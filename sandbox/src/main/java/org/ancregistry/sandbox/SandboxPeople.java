package org.ancregistry.sandbox;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ancregistry.sandbox.SandboxPerson.Address;
import org.ancregistry.sandbox.SandboxPerson.Contact;

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

    private static final String WOMAN = "Female";
    private static final String MAN = "Male";
    private static final Address GAMPAHA = address("12 Temple Road", "Gampaha", "Western");
    private static final Address SISTERS_HOME = address("47/2 Station Lane", "Negombo", "Western");

    private SandboxPeople() {}

    /** The mother of most examples: all claims, Sinhala name. */
    public static SandboxPerson nimali() {
        return woman("199457712345", "1994-03-17", sinhala("Nimali Sanduni Perera", "නිමාලි සඳුනි පෙරේරා"), GAMPAHA, 1);
    }

    public static SandboxPerson kumari() {
        var home = address("8 Lake View", "Kurunegala", "North Western");
        return woman(
                "198980720317", "1989-11-02", sinhala("Kumari Dilhani Jayasuriya", "කුමාරි දිල්හානි ජයසූරිය"), home, 2);
    }

    /** Her name begins with initials. */
    public static SandboxPerson sachini() {
        var home = address("115 Kandy Road", "Kadugannawa", "Central");
        return woman(
                "199870731428", "1998-07-25", sinhala("H. M. Sachini Madushani", "එච්. එම්. සචිනි මධුෂානි"), home, 3);
    }

    /** Imesha's older sister: same address, same telephone. */
    public static SandboxPerson ishara() {
        return woman(
                "199650940539",
                "1996-01-09",
                sinhala("Ishara Lakmali Fernando", "ඉෂාරා ලක්මාලි ප්‍රනාන්දු"),
                SISTERS_HOME,
                4);
    }

    /** Ishara's younger sister: same address, same telephone. */
    public static SandboxPerson imesha() {
        return woman(
                "199965151640",
                "1999-05-30",
                sinhala("Imesha Lakmali Fernando", "ඉමේෂා ලක්මාලි ප්‍රනාන්දු"),
                SISTERS_HOME,
                4);
    }

    public static SandboxPerson tharani() {
        var home = address("21 Hospital Road", "Jaffna", "Northern");
        return woman("199572762751", "1995-08-14", tamil("Tharani Sivakumar", "தாரணி சிவகுமார்"), home, 5);
    }

    public static SandboxPerson kavitha() {
        var home = address("3 Upper Division", "Hatton", "Central");
        return woman("198759773862", "1987-04-06", tamil("Kavitha Rajendran", "கவிதா ராஜேந்திரன்"), home, 6);
    }

    /** She has one name, and shares neither address nor e-mail. */
    public static SandboxPerson selvarani() {
        var contact = new Contact(null, phone(7), null);
        return person("200179384973", "2001-10-19", WOMAN, tamil("Selvarani", "செல்வராணி"), contact);
    }

    public static SandboxPerson fathima() {
        var home = address("66 Main Street", "Kattankudy", "Eastern");
        return woman("199755995084", "1997-02-28", tamil("Fathima Rizna Mohamed", "பாத்திமா ரிஸ்னா முகமது"), home, 8);
    }

    /** Her father's names stand before hers, as initials. */
    public static SandboxPerson shifa() {
        var home = address("9 Mosque Lane", "Beruwala", "Western");
        return woman("199284616195", "1992-12-11", tamil("M. N. Fathima Shifa", "எம். என். பாத்திமா ஷிஃபா"), home, 9);
    }

    public static SandboxPerson natasha() {
        var home = address("30 Flower Terrace", "Wattala", "Western");
        return woman(
                "199065527206",
                "1990-06-03",
                sinhala("Natasha Marie van Langenberg", "නටාෂා මාරි වෑන් ලැන්ගන්බර්ග්"),
                home,
                10);
    }

    /** Born on 29 February, with a long name. */
    public static SandboxPerson dinithi() {
        var home = address("204 Old Galle Road", "Ambalangoda", "Southern");
        var name = sinhala(
                "Weerasinghe Mudiyanselage Dinithi Nethmini Bandara Weerasinghe",
                "වීරසිංහ මුදියන්සේලාගේ දිනිති නෙත්මිණි බණ්ඩාර වීරසිංහ");
        return woman("200056038317", "2000-02-29", name, home, 11);
    }

    /** A girl of eighteen years. */
    public static SandboxPerson piyumi() {
        var home = address("5 Paddy Field Road", "Monaragala", "Uva");
        return woman(
                "200876549428", "2008-09-21", sinhala("Piyumi Hansika Rathnayake", "පියුමි හංසිකා රත්නායක"), home, 12);
    }

    /** She is over forty and has no telephone: her code goes by e-mail. */
    public static SandboxPerson malini() {
        var home = address("71 Tank Road", "Anuradhapura", "North Central");
        var contact = new Contact(home, null, email("198352750539"));
        return person("198352750539", "1983-01-27", WOMAN, sinhala("Malini Swarnalatha", "මාලිනී ස්වර්ණලතා"), contact);
    }

    /** A midwife. */
    public static SandboxPerson anoma() {
        return woman("198063361640", "1980-05-12", sinhala("Anoma Wijesinghe", "අනෝමා විජේසිංහ"), GAMPAHA, 21);
    }

    /** A midwife. */
    public static SandboxPerson mary() {
        var home = address("14 Church Street", "Mannar", "Northern");
        return woman("198574372751", "1985-08-30", tamil("Mary Stella Anthony", "மேரி ஸ்டெல்லா அந்தோனி"), home, 22);
    }

    /** A midwife. */
    public static SandboxPerson zeenath() {
        var home = address("2 Market Road", "Kalmunai", "Eastern");
        return woman("199156383862", "1991-03-03", tamil("Zeenath Begum", "ஸீனத் பேகம்"), home, 23);
    }

    /** A doctor. */
    public static SandboxPerson ruwani() {
        return woman("197868994973", "1978-07-07", sinhala("Ruwani Gunasekara", "රුවනි ගුණසේකර"), GAMPAHA, 31);
    }

    /** A doctor. */
    public static SandboxPerson arul() {
        var contact = new Contact(GAMPAHA, phone(32), email("198235915084"));
        return person("198235915084", "1982-12-24", MAN, tamil("Arul Nadarajah", "அருள் நடராஜா"), contact);
    }

    /** A supervisor (medical officer of health). */
    public static SandboxPerson chandrika() {
        return woman("197454526195", "1974-02-14", sinhala("Chandrika Senanayake", "චන්ද්‍රිකා සේනානායක"), GAMPAHA, 41);
    }

    /** An administrator. */
    public static SandboxPerson mahesh() {
        var contact = new Contact(GAMPAHA, phone(51), email("198628437206"));
        return person("198628437206", "1986-10-10", MAN, sinhala("Mahesh Bandara", "මහේෂ් බණ්ඩාර"), contact);
    }

    /** A man who is nobody's patient here. */
    public static SandboxPerson ruwan() {
        var contact = new Contact(GAMPAHA, phone(61), email("199125948317"));
        return person("199125948317", "1991-09-15", MAN, sinhala("Ruwan Perera", "රුවන් පෙරේරා"), contact);
    }

    /** A child, born in 2016. */
    public static SandboxPerson senuri() {
        var contact = new Contact(GAMPAHA, phone(1), null);
        return person("201661359428", "2016-04-22", WOMAN, sinhala("Senuri Perera", "සෙනුරි පෙරේරා"), contact);
    }

    public static List<SandboxPerson> mothers() {
        return List.of(
                nimali(),
                kumari(),
                sachini(),
                ishara(),
                imesha(),
                tharani(),
                kavitha(),
                selvarani(),
                fathima(),
                shifa(),
                natasha(),
                dinithi(),
                piyumi(),
                malini());
    }

    public static List<SandboxPerson> midwives() {
        return List.of(anoma(), mary(), zeenath());
    }

    public static List<SandboxPerson> doctors() {
        return List.of(ruwani(), arul());
    }

    public static List<SandboxPerson> supervisors() {
        return List.of(chandrika());
    }

    public static List<SandboxPerson> administrators() {
        return List.of(mahesh());
    }

    /** People who are in no role: a man and a child. */
    public static List<SandboxPerson> others() {
        return List.of(ruwan(), senuri());
    }

    public static List<SandboxPerson> all() {
        return Stream.of(mothers(), midwives(), doctors(), supervisors(), administrators(), others())
                .flatMap(List::stream)
                .toList();
    }

    /** What a person is in the examples: mother, midwife, doctor, supervisor, administrator or other. */
    static String roleOf(SandboxPerson person) {
        var people = Map.of(
                "mother", mothers(),
                "midwife", midwives(),
                "doctor", doctors(),
                "supervisor", supervisors(),
                "administrator", administrators());
        return people.entrySet().stream()
                .filter(role -> role.getValue().contains(person))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("other");
    }

    private static SandboxPerson woman(
            String id, String birthdate, Map<String, String> names, Address home, int phone) {
        return person(id, birthdate, WOMAN, names, new Contact(home, phone(phone), email(id)));
    }

    private static SandboxPerson person(
            String id, String birthdate, String gender, Map<String, String> names, Contact contact) {
        return new SandboxPerson(id, names, LocalDate.parse(birthdate), gender, contact, Map.of());
    }

    private static Map<String, String> sinhala(String english, String sinhala) {
        return names(english, "sin", sinhala);
    }

    private static Map<String, String> tamil(String english, String tamil) {
        return names(english, "tam", tamil);
    }

    private static Map<String, String> names(String english, String language, String other) {
        var names = new LinkedHashMap<String, String>();
        names.put("eng", english);
        names.put(language, other);
        return names;
    }

    private static Address address(String street, String town, String province) {
        return new Address(street, town, province, "Sri Lanka");
    }

    private static String phone(int number) {
        return "+9471%07d".formatted(number);
    }

    private static String email(String id) {
        return "u" + id + "@example.org";
    }
}
