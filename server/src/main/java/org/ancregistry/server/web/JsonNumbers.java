package org.ancregistry.server.web;

/**
 * Watches JSON go by, byte by byte, for a number that nobody measures: HAPI writes each one out in full while it reads, and
 * {@code 1e999999999} alone fills the memory.
 */
final class JsonNumbers {

    private static final int MOST_DIGITS_OF_AN_EXPONENT = 3;
    private static final int NONE = -1;

    private boolean begun;
    private boolean json;
    private boolean escaped;
    private boolean inNumber;
    private int quote;
    private int exponent = NONE;

    /** Whether {@code next} makes the number that goes by a huge one. NUL is overlooked: it is half of a UTF-16 letter. */
    boolean isHuge(int next) {
        if (next == 0 || !isJson(next)) {
            return false;
        }
        if (quote != 0) {
            readText(next);
            return false;
        }
        if (next == '"' || next == '\'') {
            quote = next;
        }
        return readNumber(next);
    }

    /** Decided by the first letter that begins a document: what stands before it, some readers skip. */
    private boolean isJson(int next) {
        if (!begun && (next == '{' || next == '[' || next == '<')) {
            begun = true;
            json = next != '<';
        }
        return json;
    }

    /** HAPI takes texts in single quotes, too. */
    private void readText(int next) {
        if (!escaped && next == quote) {
            quote = 0;
        }
        escaped = !escaped && next == '\\';
    }

    private boolean readNumber(int next) {
        if (next >= '0' && next <= '9') {
            inNumber = true;
            exponent += exponent == NONE ? 0 : 1;
        } else if ((next == 'e' || next == 'E') && inNumber) {
            exponent = 0;
        } else if (next != '.' && next != '+' && next != '-') {
            inNumber = false;
            exponent = NONE;
        }
        return exponent > MOST_DIGITS_OF_AN_EXPONENT;
    }
}
