package io.vigie.web;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/** Leaves out Spring Boot's error pages: {@link ProblemReportValve} answers instead, in one form for everything. */
final class NoErrorPages implements AutoConfigurationImportFilter {

    private static final String ERROR_PAGES =
            "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration";

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        boolean[] wanted = new boolean[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            wanted[i] = !ERROR_PAGES.equals(candidates[i]);
        }
        return wanted;
    }
}
