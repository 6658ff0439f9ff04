package io.vigie.access.signin;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a page that lets people sign in has to offer. */
@RestController
public class SignInWaysApi {

    private final Ways ways;

    public SignInWaysApi(Ways ways) {
        this.ways = ways;
    }

    /**
     * How people can sign in.
     *
     * @param password by {@code POST /api/sign-in}
     * @param provider by {@code GET /api/sign-in/provider} in a browser
     */
    public record Ways(boolean password, boolean provider) {}

    @GetMapping("/api/sign-in")
    Ways ways() {
        return ways;
    }
}
