package org.ancregistry.portals.esignet;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one session remembers under a key until the key comes back, once. Of several kept at a time, for somebody with
 * several windows, the oldest is forgotten first.
 *
 * @param <T> what is remembered
 */
public final class OneTimeNotes<T extends Serializable> {

    private static final int KEPT = 5;

    private final String attribute;
    private final Class<T> type;

    /** @param attribute the session attribute that holds them */
    public OneTimeNotes(String attribute, Class<T> type) {
        this.attribute = attribute;
        this.type = type;
    }

    public void keep(HttpSession session, String key, T note) {
        var notes = notes(session);
        notes.put(key, note);
        while (notes.size() > KEPT) {
            notes.remove(notes.keySet().iterator().next());
        }
        session.setAttribute(attribute, notes);
    }

    /** The note of that key, which is forgotten by this; empty when this session knows none. */
    public Optional<T> take(HttpSession session, String key) {
        var notes = notes(session);
        var note =
                Optional.ofNullable(notes.remove(key)).filter(type::isInstance).map(type::cast);
        if (note.isPresent()) {
            session.setAttribute(attribute, notes);
        }
        return note;
    }

    private Map<String, Serializable> notes(HttpSession session) {
        var copy = new LinkedHashMap<String, Serializable>();
        if (session.getAttribute(attribute) instanceof LinkedHashMap<?, ?> kept) {
            kept.forEach((key, note) -> copy.put((String) key, (Serializable) note));
        }
        return copy;
    }
}
