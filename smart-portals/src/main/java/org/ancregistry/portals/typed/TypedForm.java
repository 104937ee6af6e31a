package org.ancregistry.portals.typed;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What somebody typed into a form that could not be saved, so that she need not type it again: on any page of the staff, and
 * the words of a woman who asks something on hers. What she decides there, a link code or a PIN never is, and neither is a file.
 *
 * @param address path of our site to which the form is sent
 * @param fields what was typed, each value by itself
 */
public record TypedForm(String address, List<Field> fields) {

    /** The field that says that a form is sent which was kept over a sign-in. */
    public static final String KEPT = "_kept";

    private static final Pattern TYPED = Pattern.compile(
            "/(doctor|midwife|admin|privacy)(/[^/]+)*" + "|/mother/(appointments|looked)/[^/]+/(another-day|unknown)");
    private static final Set<String> OURS = Set.of("_csrf", KEPT);

    public TypedForm {
        fields = List.copyOf(fields);
    }

    /** One value. */
    public record Field(String name, String value) {

        /** Masked: what was typed is in no log. */
        @Override
        public String toString() {
            return "Field[" + name + "]";
        }
    }

    /** What that request sends, when it is such a form. */
    public static Optional<TypedForm> of(HttpServletRequest request) {
        var address = address(request);
        var path = address.substring(request.getContextPath().length());
        if (!request.getMethod().equals("POST")
                || isFile(request)
                || !TYPED.matcher(path).matches()) {
            return Optional.empty();
        }
        var fields = request.getParameterMap().entrySet().stream()
                .filter(field -> !OURS.contains(field.getKey()))
                .flatMap(field -> Arrays.stream(field.getValue()).map(value -> new Field(field.getKey(), value)))
                .toList();
        return Optional.of(new TypedForm(address, fields));
    }

    /** Where the request went, also when a failure leads it to the page about failures. */
    public static String address(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
    }

    private static boolean isFile(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.startsWith("multipart/");
    }

    @Override
    public String toString() {
        return "TypedForm[" + address + "]";
    }
}
