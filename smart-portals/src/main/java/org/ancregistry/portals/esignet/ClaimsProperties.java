package org.ancregistry.portals.esignet;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is asked of a mother.
 *
 * @param essential what eSignet does not let her leave out
 * @param voluntary what she may leave out
 */
record ClaimsProperties(
        @DefaultValue({"name", "birthdate"}) List<String> essential,

        @DefaultValue({"gender", "address", "phone_number", "email", "individual_id"})
        List<String> voluntary) {

    Set<String> all() {
        var all = new LinkedHashSet<>(essential);
        all.addAll(voluntary);
        return all;
    }
}
