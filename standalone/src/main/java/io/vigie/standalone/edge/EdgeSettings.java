package io.vigie.standalone.edge;

import java.net.URI;
import java.net.URISyntaxException;
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
 * @param services the base address of each service ({@code vigie.edge.command-service} and so on)
 */
record EdgeSettings(String address, int port, Set<String> hosts, Map<Target, URI> services) {

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
        String port = lookup.apply("vigie.edge.port");
        Map<Target, URI> services = new EnumMap<>(Target.class);
        for (Target target : Target.values()) {
            String base = lookup.apply("vigie.edge." + target.part());
            if (base != null) {
                services.put(target, base(target, base));
            }
        }
        return new EdgeSettings(
                address == null ? "127.0.0.1" : address, port(port), hosts(lookup.apply("vigie.edge.hosts")), services);
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

    private static int port(@Nullable String port) {
        try {
            int number = port == null ? 8080 : Integer.parseInt(port);
            if (number >= 0 && number < 65_536) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("vigie.edge.port must be a number from 0 to 65535", notANumber);
        }
        throw new IllegalArgumentException("vigie.edge.port must be a number from 0 to 65535");
    }

    private static URI base(Target target, String base) {
        String wanted = "vigie.edge." + target.part() + " must look like http://127.0.0.1:8081";
        try {
            URI uri = new URI(base);
            if ("http".equals(uri.getScheme()) && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException broken) {
            throw new IllegalArgumentException(wanted, broken);
        }
        throw new IllegalArgumentException(wanted);
    }
}
