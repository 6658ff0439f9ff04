package io.vigie.standalone.events;

import io.vigie.standalone.Refusal;
import io.vigie.standalone.Target;
import io.vigie.standalone.api.Absent;
import io.vigie.standalone.brokeraccess.BrokerAccount;
import io.vigie.standalone.supervisor.DataFolder;
import io.vigie.standalone.supervisor.PartName;
import io.vigie.standalone.supervisor.Ports;
import io.vigie.standalone.supervisor.Secrets;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;

/** The broker of a system, as {@code ports.json} tells it. */
public final class Broker {

    private static final int MILLIS = 2_000;

    private Broker() {}

    /**
     * What a Kafka client needs to reach it.
     *
     * @throws Refusal when nothing listens there
     */
    public static Map<String, Object> settings(Target target) {
        DataFolder folder = new DataFolder(target.data());
        Integer port = Ports.recorded(folder, PartName.KAFKA);
        if (port == null) {
            throw Absent.of(folder, new IOException("no port of the broker is recorded"));
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), MILLIS);
        } catch (IOException closed) {
            throw Absent.of(folder, closed);
        }
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", "127.0.0.1:" + port);
        settings.put("default.api.timeout.ms", "15000");
        settings.put("request.timeout.ms", "5000");
        Secrets.recorded(folder)
                .ifPresent(
                        secrets -> settings.putAll(BrokerAccount.OPERATOR.signIn(secrets.of(BrokerAccount.OPERATOR))));
        return settings;
    }
}
