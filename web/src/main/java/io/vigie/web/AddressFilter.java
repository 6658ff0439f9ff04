package io.vigie.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes only addresses that mean the same to everybody on the way: no path parameters, empty or dot segments, encoded
 * separators, control characters or broken encodings.
 */
final class AddressFilter extends OncePerRequestFilter {

    private static final Pattern AMBIGUOUS = Pattern.compile(";|//|\\\\|(^|/)\\.{1,2}(/|$)|%2f|%5c|%3b|%2e|%25");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        if (AMBIGUOUS.matcher(path.toLowerCase(Locale.ROOT)).find() || !Percent.isText(path)) {
            throw Rejected.malformed(
                    "bad-address",
                    "Bad address",
                    "The path has empty or dot segments, path parameters, encoded separators or broken encodings;"
                            + " leave them out.");
        }
        chain.doFilter(request, response);
    }
}
