package io.vigie.access.limits;

import jakarta.servlet.http.HttpServletRequest;

/** Where requests come from. */
public final class Address {

    /** As long as an address of IPv6 with its scope. */
    private static final int LONGEST = 64;

    private Address() {}

    /** As the edge says. A program on this machine may say what it likes here; what is limited by it has other limits too. */
    public static String of(HttpServletRequest request) {
        String forwarded = request.getHeader("X-Forwarded-For");
        String address = forwarded == null ? request.getRemoteAddr() : forwarded;
        return address.substring(0, Math.min(LONGEST, address.length()));
    }
}
