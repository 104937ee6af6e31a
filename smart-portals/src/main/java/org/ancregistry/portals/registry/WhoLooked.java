package org.ancregistry.portals.registry;

import java.util.List;

/**
 * One page of who looked at a woman's record, to be read: everybody, programs and refused attempts too, what one person
 * did at one sitting together; her own looks apart.
 *
 * @param own what she did herself, to be folded away
 * @param number of the page, from 1
 * @param more whether older ones follow
 */
public record WhoLooked(List<Sitting> others, List<Look> own, int number, boolean more) {

    public WhoLooked {
        others = List.copyOf(others);
        own = List.copyOf(own);
    }

    static WhoLooked of(AccessLogEntries.Page found, int number) {
        return new WhoLooked(
                Sitting.of(found.looks().stream().filter(look -> !look.own()).toList()),
                found.looks().stream().filter(Look::own).toList(),
                number,
                found.more());
    }
}
