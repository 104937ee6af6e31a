package org.ancregistry.operations.reviewemergency;

import java.util.Arrays;
import java.util.Optional;

/** What an opening of a record can be found to be. */
enum Review {
    IN_ORDER("in-order"),
    /** The privacy officer was told of it. */
    NOT_IN_ORDER("not-in-order");

    private final String code;

    Review(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static Optional<Review> of(String code) {
        return Arrays.stream(values())
                .filter(review -> review.code.equals(code))
                .findFirst();
    }
}
