package org.ancregistry.server.matching;

import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Names of invented women. The lists are made for this project from names that everybody in Sri Lanka has met; which goes
 * with which is left to chance, the earlier ones of a list being the commoner.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists are made by List.of
enum SyntheticNames {
    SINHALA(
            "Nimali Kumari Sanduni Dilrukshi Chathurika Nadeesha Ishara Madushani Hansika Sewwandi Kanchana Thilini Iresha"
                    + " Nirosha Chandani Samanthi Priyanka Anusha Dinusha Erandi Lakmali Gayani Udeshika Himali Sachini"
                    + " Tharushi Piumi Nethmi Sithara Upeksha Dulani Menaka Rashmi Shanika Vindya Chamari Inoka Deepika"
                    + " Malkanthi Ruwani Subashini Nayana Wasana Yamuna Achini Bhagya Damayanthi Hasini Janani Kaushalya"
                    + " Lalani Manori Nilmini Oshadi Pavithra Renuka Sandamali Thamara Umesha Vishaka Wathsala Asanka"
                    + " Buddhika Champika Darshani Eranga Geethika Harshani Indrani Jeewani Kalani Lasanthi Maheshika"
                    + " Nisansala Pabasara Ranjani Sulochana Thushari Vajira Amali Bimali Chulani Dayani Gothami Hiruni"
                    + " Imalka Jayani Kasuni Loshani Mihiri Naduni Prabodha Ransika Sashini Tharanga Uthpala Wimala"
                    + " Yashodha Apsara Binari Chethana Dewmini Gimhani Hiranya Isuri Kavindya Lihini Mayumi Navodya",
            "Perera Fernando Silva Bandara Jayasinghe Dissanayake Herath Rathnayake Gunawardena Wickramasinghe Samarasinghe"
                    + " Jayawardena Ranasinghe Karunaratne Ekanayake Weerasinghe Gamage Senanayake Abeysekara Liyanage"
                    + " Wijesinghe Amarasinghe Rajapaksha Kumarasinghe Gunasekara Senaratne Edirisinghe Wijeratne Dias"
                    + " Peiris Mendis Cooray Fonseka Alwis Jayaratne Samaraweera Kodikara Munasinghe Abeyratne Pathirana"
                    + " Hettiarachchi Vithanage Kariyawasam Madushanka Premaratne Wanigasekara Nanayakkara Tennakoon"
                    + " Siriwardena Jayakody Basnayake Galappaththi Ilangakoon Kulatunga Lokuge Mahanama Navaratne Obeysekara"
                    + " Palihawadana Ranatunga Seneviratne Thilakaratne Udugama Wijetunga Yapa Attanayake Balasuriya"
                    + " Chandrasiri Dharmadasa Elpitiya Godakanda Hapuarachchi Jayatissa Kahandawa Lansakara Malalasekara"
                    + " Nawaratne Polgampola Ratwatte Subasinghe Tissera Ukwatte Vidanapathirana Weerakkody Kurukulasuriya",
            "Hettiarachchige Wickramaarachchige Kankanamge Mudiyanselage Liyanage Gamage Vithanage Arachchige Pathirannahelage"
                    + " Ranasinghage Kuruppuge Dewage Hewage Palliyaguruge Mahagamage Weerasinghage Samarasinghage Malavige"),
    TAMIL(
            "Kavitha Priya Vijitha Sivaranjani Tharshini Thulasi Mathuri Abirami Nithya Sumathi Kalaivani Rajeswari Maheswari"
                    + " Pushpa Letchumi Saraswathi Kamala Yogeswari Janani Kirthika Nirosha Suganya Thayalini Vasanthi Meena"
                    + " Anusha Dharshika Gayathri Hemalatha Jeyanthi Kokila Malathi Nagulesh Parameswari Ranjini Selvi"
                    + " Thamilselvi Umadevi Vanitha Yalini Arulmozhi Bhavani Chitra Devika Ezhilarasi Gowri Indumathi"
                    + " Jeyaluxmi Kanmani Lavanya Mangaleswari Nalini Pavani Ramya Sharmila Theepa Vithya Yasotha Ananthi"
                    + " Kajenthini Luxshika Mithula Niranjala Piratheepa Sangeetha Tharani Vinotha Shobana Sinthuja Keerthana",
            "Sivakumar Rajendran Selvarajah Nadarajah Kanagaratnam Perumal Muthusamy Krishnan Subramaniam Thangarajah"
                    + " Arumugam Balasingam Chelliah Ganeshan Jeyakumar Kandiah Loganathan Mahendran Nagarajah Packiyanathan"
                    + " Ramanathan Sinnathamby Thiyagarajah Velupillai Yogarajah Anandarajah Kathirgamanathan Murugesu"
                    + " Navaratnam Ponnampalam Ratnasingam Sathasivam Tharmalingam Vigneswaran Kumarasamy Periyasamy"
                    + " Ravichandran Suntharalingam Theivendran Vadivel Pushparajah Ilanko Kugathasan Maruthai Raman Sellathurai",
            null),
    MUSLIM(
            "Fathima Rizna Nasrin Shifa Rifka Zainab Ameena Hafsa Sumaiya Mariyam Aysha Nuha Safiya Rukshana Fazna Ilham"
                    + " Zahra Nusrath Haseena Jazeela Kareema Lubna Mumtaz Nazeera Raihana Sabra Thasneem Umaira Yusra Zulfa"
                    + " Asma Bushra Dilshana Farhana Ghazala Hamna Inaya Jameela Khadija Latheefa Muneera Nilofer Rameeza"
                    + " Shakeela Thahira Wasima Afra Badriya Faheema Husna Insiya Minha Naseeha Sithy Zeenath",
            "Mohamed Ismail Farook Hameed Cader Rahuman Nazeer Razik Jabbar Latheef Marikkar Naleem Saheed Thaha Uvais Wahid"
                    + " Zubair Aliyar Buhary Faleel Haniffa Ibrahim Jamaldeen Kamil Lebbe Mansoor Nizar Rauf Samsudeen Thowfeek"
                    + " Azeez Fareed Hassan Iqbal Junaid Kaleel Makeen Najeem Rafeek Sahabdeen Anver Faiz Niyas Riyas Siddeek",
            null),
    BURGHER(
            "Dilani Sharon Melanie Natasha Christine Roshani Michelle Amanda Cheryl Rochelle Stephanie Tanya Joanne Debbie"
                    + " Antoinette Beverley Carmel Doreen Estelle Gillian Heather Jennifer Lorraine Marlene Nicole Odette"
                    + " Philomena Ruth Sandra Therese Ursula Yvonne Angela Bernadette",
            "Jansz Vandort Schokman Ludowyk Wouters Anthonisz Bartholomeusz Claessen Ferdinands Gomez Herft Kelaart Loos"
                    + " Martenstyn Ondaatjie Pietersz Roosmale Scharenguivel Toussaint Vanderwall Woutersz Zilwa Brohier"
                    + " Deutrom Foenander Jonklaas Koch Leembruggen Misso Nathanielsz Oorloff Paternott Raffel Siebel",
            null);

    private final List<String> given;
    private final List<String> family;
    private final List<String> houses;

    SyntheticNames(String given, String family, @Nullable String houses) {
        this.given = words(given);
        this.family = words(family);
        this.houses = houses == null ? List.of() : words(houses);
    }

    private static List<String> words(String text) {
        return List.of(text.split(" ", -1));
    }

    /** The letter that the tables of results use. */
    String letter() {
        return name().substring(0, 1);
    }

    /** One of a country's women: about three in four are Sinhala. */
    static SyntheticNames any(SplittableRandom chance) {
        var share = chance.nextDouble();
        return share < 0.74 ? SINHALA : share < 0.88 ? TAMIL : share < 0.985 ? MUSLIM : BURGHER;
    }

    String given(SplittableRandom chance) {
        return common(given, chance);
    }

    String family(SplittableRandom chance) {
        return common(family, chance);
    }

    /** Empty where names of houses are not borne. */
    String house(SplittableRandom chance) {
        return houses.isEmpty() || chance.nextInt(10) < 4 ? "" : common(houses, chance);
    }

    /** Few names are borne by many: the square of a share picks the front of the list more often. */
    private static String common(List<String> names, SplittableRandom chance) {
        var share = chance.nextDouble();
        return names.get((int) (names.size() * Math.pow(share, 1.6)));
    }
}
