package io.vigie.query.testing;

import io.vigie.contracts.client.ClientEvent.ClientSitesChanged;
import io.vigie.query.testing.Watcher.Told;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The running service with clients that change while somebody watches. */
@SuppressWarnings("NullAway.Init")
public abstract class WatchedService extends RunningService {

    /** What the service reads and writes. */
    @Autowired
    protected DataSource views;

    /** A new client that can be read; its id. */
    protected String registered() {
        String id = Lives.id();
        publisher.send(Publisher.event(Lives.registered(id), 1, Lives.NOON));
        http.until("/api/clients/" + id, json -> true);
        return id;
    }

    /** Another number of sites makes that version of a client. */
    protected void sites(String id, int version) {
        publisher.send(Publisher.event(new ClientSitesChanged(id, version), version, Lives.NOON));
    }

    /** Whether a client was told in that version. */
    protected static boolean isVersion(Told told, String id, int version) {
        return told.isOf("clients", "clientId", id)
                && told.data().path("version").asInt() == version;
    }
}
