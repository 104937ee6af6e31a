package org.ancregistry.portals.care;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.portals.record.Reachable;
import org.ancregistry.portals.web.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * Text messages that a midwife sends from the telephone in her hand: a link (RFC 5724) opens the message there, ready to be
 * sent. They say nothing of what a visit is about, and on a phone that others read nothing but a day and a time.
 */
public final class TextMessages {

    private static final String SRI_LANKA = "+94";

    private final MessageSource messages;

    public TextMessages(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * A message to a woman.
     *
     * @param href opens it; null when it is not to be sent
     * @param note what must be known before it is sent, the end of a message key; null when nothing
     */
    public record Offer(@Nullable String href, @Nullable String note) {}

    /** Her number. Others would learn from it that she is looked after. */
    public Optional<Offer> number(Optional<Reachable> her, @Nullable String phn, Locale otherwise) {
        var number = Optional.ofNullable(phn).flatMap(Phn::parse).map(Phn::grouped);
        return her.flatMap(to -> number.map(grouped -> to.shared() && !Boolean.FALSE.equals(to.agreed())
                ? new Offer(null, "shared")
                : offer(to, words(to, otherwise, "text.number", grouped))));
    }

    /** When she is expected. */
    public Optional<Offer> day(Optional<Reachable> her, ZonedDateTime start, Locale otherwise) {
        return her.map(to -> {
            var day = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", locale(to, otherwise))
                    .format(start);
            return offer(to, to.shared() ? day : words(to, otherwise, "text.day", day));
        });
    }

    private static Offer offer(Reachable to, String body) {
        if (Boolean.FALSE.equals(to.agreed())) {
            return new Offer(null, "refused");
        }
        var note = to.shared() ? "readByOthers" : to.agreed() == null ? "unasked" : null;
        return new Offer("sms:" + number(to.phone()) + "?body=" + encoded(body), note);
    }

    private String words(Reachable to, Locale otherwise, String key, String what) {
        return messages.getMessage(key, new Object[] {what}, locale(to, otherwise));
    }

    /** Hers, or that of whoever sends it where nobody asked her. */
    private static Locale locale(Reachable to, Locale otherwise) {
        return Languages.of(to.language()).orElse(otherwise);
    }

    /** As the world dials it, without what people put between the digits: 077 123 4567 is +94771234567. */
    private static String number(String phone) {
        var digits = phone.replaceAll("[^0-9]", "");
        if (phone.strip().startsWith("+")) {
            return "+" + digits;
        }
        return digits.matches("0[1-9][0-9]{8}") ? SRI_LANKA + digits.substring(1) : digits;
    }

    /** Percent-encoded UTF-8 (RFC 3986), in which a plus is a plus. */
    private static String encoded(String body) {
        return URLEncoder.encode(body, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
