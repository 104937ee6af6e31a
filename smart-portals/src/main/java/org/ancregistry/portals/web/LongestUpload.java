package org.ancregistry.portals.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns a photo away that is too large, before anybody reads the form in it: the container would give up half way, and the
 * page that follows would speak of a sign-in that is missing. The form's own page says why.
 */
final class LongestUpload extends OncePerRequestFilter {

    /** Photos are sent to an address below the page that has the form. */
    private static final String PHOTO = "/photo";

    private final long longest;

    /** @param longest bytes */
    LongestUpload(long longest) {
        this.longest = longest;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var type = request.getContentType();
        var path = request.getRequestURI();
        if (type != null
                && type.startsWith("multipart/")
                && path.endsWith(PHOTO)
                && request.getContentLengthLong() > longest) {
            response.sendRedirect(path.substring(0, path.length() - PHOTO.length()) + "?photo=too-large");
        } else {
            chain.doFilter(request, response);
        }
    }
}
