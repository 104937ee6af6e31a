package org.ancregistry.sandbox.http;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON objects as maps, by the library that also signs the tokens. */
public final class Json {

    private Json() {}

    public static String write(Map<String, ?> object) {
        return JSONObjectUtils.toJSONString(object);
    }

    /**
     * Reads one JSON object.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static Map<String, Object> parse(String text) {
        try {
            return JSONObjectUtils.parse(text);
        } catch (ParseException notJson) {
            throw new IllegalArgumentException("Not a JSON object", notJson);
        }
    }

    /** A member that is an object; an empty one where it is anything else. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> object(Map<String, Object> parent, String name) {
        return parent.get(name) instanceof Map<?, ?> child ? (Map<String, Object>) child : Map.of();
    }

    /** A member that is a list; an empty one where it is anything else. */
    public static List<?> list(Map<String, Object> parent, String name) {
        return parent.get(name) instanceof List<?> child ? child : List.of();
    }

    /** The texts of a member that is a list. */
    public static List<String> texts(Map<String, Object> parent, String name) {
        return list(parent, name).stream().map(String::valueOf).toList();
    }

    /** A member as text, empty where it is absent or null. */
    public static String text(Map<String, Object> parent, String name) {
        return orEmpty(parent.get(name));
    }

    private static String orEmpty(@Nullable Object value) {
        return value == null ? "" : String.valueOf(value);
    }
}
