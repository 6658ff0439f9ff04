package io.vigie.access.requests;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;

/**
 * Lets everything through: whether an address is ambiguous was judged before anything else, control characters of ASCII in
 * headers are refused by Tomcat, which also makes blanks of them in those of answers, parameters are judged by our endpoints
 * as they take them, and a method that isn't taken is told by the rules. Spring's own firewall would judge each value again
 * each time that it is looked at.
 */
final class JudgedBefore implements HttpFirewall {

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        return new FirewalledRequest(request) {
            @Override
            public void reset() {
                // There is nothing to put back.
            }
        };
    }

    @Override
    public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
        return response;
    }
}
