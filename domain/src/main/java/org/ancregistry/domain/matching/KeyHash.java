package org.ancregistry.domain.matching;

import java.nio.charset.StandardCharsets;

/** Makes a number of what a key is made of. */
final class KeyHash {

    private KeyHash() {}

    /** 64 bits of FNV-1a, well mixed: among a million women's keys two different ones hardly ever fall together. */
    static long of(String text) {
        var hash = 0xcbf29ce484222325L;
        for (var octet : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ octet) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }
}
