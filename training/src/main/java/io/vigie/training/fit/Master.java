package io.vigie.training.fit;

import io.vigie.training.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where Spark fits the models: in this program, or on a standalone cluster. */
public final class Master {

    private static final Pattern LOCAL = Pattern.compile("local(\\[(\\*|[1-9]\\d{0,3})(,[1-9]\\d?)?])?");

    private static final String ADDRESS = "(\\[[0-9A-Fa-f:.]+]|[^,/:\\s\\[\\]]+):(\\d{1,5})";

    private static final Pattern CLUSTER = Pattern.compile("spark://" + ADDRESS + "(," + ADDRESS + ")*");

    private static final int HIGHEST_PORT = 65_535;

    private final String url;
    private final List<Address> addresses;

    private record Address(String host, int port) {}

    private Master(String url, List<Address> addresses) {
        this.url = url;
        this.addresses = addresses;
    }

    /**
     * Reads it, without asking whether it is there.
     *
     * @param url {@code local}, {@code local[N]}, {@code local[*]}, or {@code spark://HOST:PORT} with more
     *     {@code ,HOST:PORT} where one master stands in for another
     * @throws IllegalArgumentException when it is none of these; the message says what is taken
     */
    public static Master parse(String url) {
        if (LOCAL.matcher(url).matches()) {
            return new Master(url, List.of());
        }
        List<Address> addresses = new ArrayList<>();
        if (CLUSTER.matcher(url).matches()) {
            Matcher each = Pattern.compile(ADDRESS).matcher(url.substring("spark://".length()));
            while (each.find()) {
                addresses.add(new Address(each.group(1), Integer.parseInt(each.group(2))));
            }
        }
        if (addresses.isEmpty()
                || addresses.stream().anyMatch(address -> address.port() < 1 || address.port() > HIGHEST_PORT)) {
            throw new IllegalArgumentException("takes local, local[N], local[*] or spark://HOST:PORT");
        }
        return new Master(url, List.copyOf(addresses));
    }

    /** As Spark writes it. */
    public String url() {
        return url;
    }

    /** Whether others than this program fit the models. */
    public boolean isCluster() {
        return !addresses.isEmpty();
    }

    /**
     * Makes sure that somebody listens there, where Spark itself would try for a minute.
     *
     * @param patience for each of its addresses
     * @return the address of this machine in the network of the cluster, where workers can reach this program; of a master in
     *     this program the loopback address
     * @throws Refusal when nobody does
     */
    public InetAddress reach(Duration patience) {
        List<String> reasons = new ArrayList<>();
        for (Address address : addresses) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(address.host(), address.port()), (int) patience.toMillis());
                return socket.getLocalAddress();
            } catch (UnknownHostException fault) {
                reasons.add(address.host() + " is unknown");
            } catch (IOException fault) {
                reasons.add(String.valueOf(fault.getMessage()));
            }
        }
        if (isCluster()) {
            throw new Refusal("No Spark master answers at " + url + " (" + String.join("; ", reasons)
                    + "): start it, or leave --master out to use this machine.");
        }
        return InetAddress.getLoopbackAddress();
    }

    @Override
    public String toString() {
        return url;
    }
}
