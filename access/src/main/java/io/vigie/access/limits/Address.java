package io.vigie.access.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Where requests come from. */
public final class Address {

    /** As long as an address of IPv6 with its scope. */
    private static final int LONGEST = 64;

    /** Of the 16 of an IPv6 address, those of a network: one subscriber has all addresses of at least one. */
    private static final int NETWORK_BYTES = 8;

    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F]{0,4}:[0-9a-fA-F:.]{1,40}");

    private Address() {}

    /**
     * As the edge says; of IPv6 the network of 64 bits. A program on this machine may say what it likes here; what is limited
     * by it has other limits too.
     */
    public static String of(HttpServletRequest request) {
        String forwarded = request.getHeader("X-Forwarded-For");
        String address = forwarded == null ? request.getRemoteAddr() : forwarded;
        return network(address.substring(0, Math.min(LONGEST, address.length())));
    }

    /** What addresses are counted together with that one. */
    static String network(String address) {
        if (!IPV6.matcher(address).matches()) {
            return address;
        }
        try {
            // What begins like this is taken for an address or for nothing: no name is looked up.
            return InetAddress.getByName(address) instanceof Inet6Address wide
                    ? HexFormat.of().formatHex(Arrays.copyOf(wide.getAddress(), NETWORK_BYTES)) + "/64"
                    : address;
        } catch (UnknownHostException other) {
            return address;
        }
    }
}
