package org.ancregistry.domain.matching;

import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Sinhala and Tamil words in Latin letters, so that a name on a national register can be laid beside the one on a clinic
 * card. For comparing only: the result is never stored as a name or shown.
 */
final class Romanised {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");
    private static final Pattern NASAL = Pattern.compile("[ṁṃ]");
    private static final Pattern NOT_LATIN = Pattern.compile("[^A-Z]");
    /** No Tamil word begins with r: Rajeswary is written Irajeswary, and Rukmani Urukmani. */
    private static final Pattern BEFORE_R = Pattern.compile("^(?:I(?=RA)|U(?=RU))");
    // ICU's Any-Latin leaves Sinhala untouched.
    private static final Transliterator SINHALA = Transliterator.getInstance("si-si_Latn");
    private static final Transliterator TAMIL = Transliterator.getInstance("Tamil-Latin");

    private Romanised() {}

    /** Capitals without accents; a word of a script that is not romanised here stays as it is, in one form. */
    static String of(String word, UnicodeScript script) {
        return switch (script) {
            case LATIN -> plain(word);
            case SINHALA -> letters(SINHALA.transliterate(word));
            case TAMIL -> BEFORE_R.matcher(letters(TAMIL.transliterate(word))).replaceAll("");
            default -> Normalizer.normalize(word, Normalizer.Form.NFC);
        };
    }

    /** In romanised Tamil and Sinhala a plain c is the sound that is written ch. */
    private static String letters(String romanised) {
        var nasal = NASAL.matcher(romanised).replaceAll("n");
        var latin = NOT_LATIN.matcher(plain(nasal)).replaceAll("");
        return latin.replace("CH", "C").replace("C", "CH");
    }

    private static String plain(String word) {
        return ACCENTS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
    }
}
