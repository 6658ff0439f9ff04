package io.vigie.standalone.edge;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the edge listens and whom it serves. Every setting is a system property or the environment variable of that name
 * in capitals with underscores ({@code vigie.edge.command-service}, {@code VIGIE_EDGE_COMMAND_SERVICE}).
 *
 * @param address the address to listen on ({@code vigie.edge.address}, default 127.0.0.1)
 * @param port the port to listen on, 0 for any free one ({@code vigie.edge.port}, default 8080)
 * @param hosts names by which it may be asked for besides localhost, in lower case, an IPv6 address in brackets
 *     ({@code vigie.edge.hosts}, separated by commas, default none)
 * @param tls by what it proves who it is; then it listens on the address with TLS ({@code vigie.edge.tls.certificate} and
 *     {@code vigie.edge.tls.key}, PEM files; default none)
 * @param tlsPort the port for TLS; the other one is then for this machine alone ({@code vigie.edge.tls.port}, default 8443)
 * @param trustedProxies by whom alone other machines reach it, addresses or networks
 *     ({@code vigie.edge.trusted-proxies}, separated by commas, default none)
 * @param publishedOnLoopback whether the address is one of a container whose port is published on loopback alone
 *     ({@code vigie.edge.published-on-loopback}, default false)
 * @param limits how much it takes from one address ({@code vigie.edge.requests-per-second}, default 2000, and
 *     {@code vigie.edge.connections}, default 512), and from all ({@code vigie.edge.all-connections}, default 2048)
 * @param operatorToken with which it asks the command-service, before other machines are let in, whether the first password
 *     was changed ({@code vigie.edge.operator-token}; default none)
 * @param services the base address of each service ({@code vigie.edge.command-service} and so on)
 */
record EdgeSettings(
        String address,
        int port,
        Set<String> hosts,
        @Nullable Tls tls,
        int tlsPort,
        TrustedProxies trustedProxies,
        boolean publishedOnLoopback,
        Limits limits,
        @Nullable String operatorToken,
        Map<Target, URI> services) {

    private static final int LAST_PORT = 65_535;

    /** @throws EdgeRefusal when a setting can't be what it is */
    static EdgeSettings read() {
        return of(name -> {
            String property = System.getProperty(name);
            return property != null
                    ? property
                    : System.getenv(
                            name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'));
        });
    }

    static EdgeSettings of(UnaryOperator<@Nullable String> lookup) {
        String address = lookup.apply("vigie.edge.address");
        Map<Target, URI> services = new EnumMap<>(Target.class);
        for (Target target : Target.values()) {
            String base = lookup.apply("vigie.edge." + target.part());
            if (base != null) {
                services.put(target, base(target, base));
            }
        }
        return new EdgeSettings(
                address == null ? "127.0.0.1" : address,
                number(lookup, "vigie.edge.port", 8080, 0, LAST_PORT),
                hosts(lookup.apply("vigie.edge.hosts")),
                tls(lookup.apply("vigie.edge.tls.certificate"), lookup.apply("vigie.edge.tls.key")),
                number(lookup, "vigie.edge.tls.port", 8443, 0, LAST_PORT),
                trustedProxies(lookup),
                isTrue(lookup, "vigie.edge.published-on-loopback"),
                Limits.of(
                        number(lookup, "vigie.edge.requests-per-second", 2_000, 1, 1_000_000),
                        number(lookup, "vigie.edge.connections", 512, 1, 1_000_000),
                        number(lookup, "vigie.edge.all-connections", 2_048, 1, 1_000_000)),
                lookup.apply("vigie.edge.operator-token"),
                services);
    }

    /** As nobody should see it in a log. */
    @Override
    public String toString() {
        return address + ":" + port;
    }

    /** The base address of a service; one that isn't configured is as good as down. */
    @Nullable
    URI base(Target target) {
        return services.get(target);
    }

    private static Set<String> hosts(@Nullable String names) {
        return names == null
                ? Set.of()
                : Arrays.stream(names.toLowerCase(Locale.ROOT).split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable Tls tls(@Nullable String certificate, @Nullable String key) {
        if (certificate == null && key == null) {
            return null;
        }
        if (certificate == null || key == null) {
            throw new EdgeRefusal("vigie.edge.tls.certificate and vigie.edge.tls.key belong together: name both", null);
        }
        return new Tls(Path.of(certificate), Path.of(key));
    }

    private static TrustedProxies trustedProxies(UnaryOperator<@Nullable String> lookup) {
        if (lookup.apply("vigie.edge.trusted-proxy") != null) {
            throw new EdgeRefusal(
                    "vigie.edge.trusted-proxy (VIGIE_EDGE_TRUSTED_PROXY) is no setting any more: leave it out, and name the"
                            + " addresses of the proxy in vigie.edge.trusted-proxies (VIGIE_EDGE_TRUSTED_PROXIES)",
                    null);
        }
        return new TrustedProxies(lookup.apply("vigie.edge.trusted-proxies"));
    }

    /** Nothing but the two words, so that no slip opens anything. */
    private static boolean isTrue(UnaryOperator<@Nullable String> lookup, String name) {
        String word = lookup.apply(name);
        if (word == null || word.equals("false")) {
            return false;
        }
        if (word.equals("true")) {
            return true;
        }
        throw new EdgeRefusal(name + " must be true or false", null);
    }

    private static int number(UnaryOperator<@Nullable String> lookup, String name, int usual, int least, int most) {
        String text = lookup.apply(name);
        try {
            int number = text == null ? usual : Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw new EdgeRefusal(name + " must be a number from " + least + " to " + most, notANumber);
        }
        throw new EdgeRefusal(name + " must be a number from " + least + " to " + most, null);
    }

    private static URI base(Target target, String base) {
        String wanted = "vigie.edge." + target.part() + " must look like http://127.0.0.1:8081";
        try {
            URI uri = new URI(base);
            if ("http".equals(uri.getScheme()) && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException broken) {
            throw new EdgeRefusal(wanted, broken);
        }
        throw new EdgeRefusal(wanted, null);
    }
}
