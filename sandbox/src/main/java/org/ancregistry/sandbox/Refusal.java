package org.ancregistry.sandbox;

/** What eSignet says no with: a code of its vocabulary, and the text that it writes beside it. */
final class Refusal extends RuntimeException {

    private final String code;

    Refusal(String code) {
        this(code, code);
    }

    Refusal(String code, String description) {
        super(description, null, false, false);
        this.code = code;
    }

    /** The refusal of one member of a request, in the words of its validator. */
    static Refusal of(String member, String code) {
        return new Refusal(code, member + ": " + code);
    }

    String code() {
        return code;
    }

    String description() {
        return String.valueOf(getMessage());
    }
}
