package io.vigie.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** The outermost filter: gives every request its correlation id, and an answer to whatever escapes the filters. */
final class CorrelationFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(CorrelationFilter.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = Correlation.begin(request, request.getHeader(Correlation.HEADER));
        MDC.put(Correlation.MDC_KEY, id);
        response.setHeader(Correlation.HEADER, id);
        try {
            chain.doFilter(request, response);
        } catch (Rejected rejected) {
            Problems.write(response, Problems.occurred(rejected.getBody(), id), rejected.getHeaders());
        } catch (RuntimeException | ServletException unexpected) {
            LOG.error("Unexpected failure before the request was dispatched", unexpected);
            Problems.write(response, Problems.occurred(Problems.of(500), id), new HttpHeaders());
        } finally {
            MDC.remove(Correlation.MDC_KEY);
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}
