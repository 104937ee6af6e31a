package org.ancregistry.sandbox;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sends one-time codes and checks what people prove themselves with, with eSignet's counts of tries. */
final class SignInDesk {

    /** The kinds of proof by the acr that asks for them. */
    static final Map<String, String> FACTORS = Map.of(
            "mosip:idp:acr:generated-code", "OTP",
            "mosip:idp:acr:password", "PWD",
            "mosip:idp:acr:static-code", "PIN");

    private static final int MOST_SENDS = 3;
    private static final int MOST_TRIES = 3;
    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");
    private static final List<String> CHANNELS = List.of("email", "phone");
    private static final Map<String, String> SECRETS =
            Map.of("OTP", SandboxPeople.OTP, "PWD", SandboxPeople.PASSWORD, "PIN", SandboxPeople.PIN);

    private final Realm realm;
    private final ConsentDesk consents;

    SignInDesk(Realm realm, ConsentDesk consents) {
        this.realm = realm;
        this.consents = consents;
    }

    /**
     * One thing that a person proves herself with.
     *
     * @param factor OTP, PWD or PIN
     * @param secret what she typed
     */
    record Challenge(String factor, String secret) {}

    /** Sends the code and says where to, masked: {@code maskedEmail} and {@code maskedMobile}, null if not sent there. */
    Map<String, @Nullable String> sendCode(Transaction transaction, String individualId, List<String> channels) {
        countSend(transaction, individualId);
        checkChannels(channels);
        var person = known(individualId);
        var contact = person.contact();
        var targets = new LinkedHashMap<String, @Nullable String>();
        targets.put("maskedEmail", channels.contains("email") ? Masks.email(contact.email()) : null);
        targets.put("maskedMobile", channels.contains("phone") ? Masks.phone(contact.phoneNumber()) : null);
        if (targets.values().stream().allMatch(target -> target == null)) {
            throw new Refusal("send_otp_failed");
        }
        transaction.codeSent(individualId);
        realm.issued(Issued.Kind.OTP, transaction.client(), individualId);
        return targets;
    }

    private void countSend(Transaction transaction, String individualId) {
        if (transaction.sends() >= MOST_SENDS) {
            realm.block(individualId);
            throw new Refusal("no_attempts_left");
        }
        if (realm.isBlocked(individualId)) {
            throw new Refusal("individual_id_blocked");
        }
    }

    private static void checkChannels(List<String> channels) {
        if (channels.isEmpty()) {
            throw Refusal.of("request.otpChannels", "invalid_otp_channel");
        }
        for (var i = 0; i < channels.size(); i++) {
            if (!CHANNELS.contains(channels.get(i))) {
                throw Refusal.of("request.otpChannels[" + i + "]", "invalid_otp_channel");
            }
        }
    }

    /** Lets a person past who proves herself by the factors of one acr that this transaction allows. */
    void authenticate(Transaction transaction, String individualId, List<Challenge> challenges) {
        if (transaction.wrongTries() >= MOST_TRIES) {
            realm.block(individualId);
            throw new Refusal("no_attempts_left");
        }
        if (realm.isBlocked(individualId)) {
            throw new Refusal("individual_id_blocked");
        }
        checkShape(challenges);
        var acr = acrOf(transaction, challenges);
        if (hasCode(challenges) && !transaction.codeSentTo().equals(individualId)) {
            throw new Refusal("invalid_transaction");
        }
        var person = known(individualId);
        if (!challenges.stream().allMatch(SignInDesk::isRight)) {
            transaction.triedInVain();
            throw new Refusal("auth_failed");
        }
        admit(transaction, person, acr);
    }

    private void admit(Transaction transaction, SandboxPerson person, String acr) {
        var subject = person.subjectFor(transaction.client().relyingPartyId());
        var mustAsk = consents.mustAsk(transaction, subject);
        transaction.authenticated(new Transaction.Authentication(
                person, subject, acr, realm.clock().instant(), mustAsk));
    }

    private static void checkShape(List<Challenge> challenges) {
        for (var i = 0; i < challenges.size(); i++) {
            var challenge = challenges.get(i);
            var isCode = "OTP".equals(challenge.factor());
            var fits = isCode
                    ? SIX_DIGITS.matcher(challenge.secret()).matches()
                    : !challenge.secret().isBlank();
            if (!fits) {
                throw Refusal.of("request.challengeList[" + i + "]", "invalid_challenge");
            }
        }
    }

    private static String acrOf(Transaction transaction, List<Challenge> challenges) {
        var given = new HashSet<String>();
        challenges.forEach(challenge -> given.add(challenge.factor()));
        return transaction.acrs().stream()
                .filter(acr -> given.equals(Set.of(FACTORS.getOrDefault(acr, ""))))
                .findFirst()
                .orElseThrow(() -> new Refusal("auth_factor_mismatch"));
    }

    private static boolean hasCode(List<Challenge> challenges) {
        return challenges.stream().anyMatch(challenge -> "OTP".equals(challenge.factor()));
    }

    private static boolean isRight(Challenge challenge) {
        return challenge.secret().equals(SECRETS.get(challenge.factor()));
    }

    private SandboxPerson known(String individualId) {
        return realm.person(individualId).orElseThrow(() -> new Refusal("invalid_individual_id"));
    }

    /** Whether this transaction has no try left, so that the next one blocks the ID. */
    static boolean isExhausted(Transaction transaction) {
        return transaction.wrongTries() >= MOST_TRIES;
    }
}
