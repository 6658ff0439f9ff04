package io.vigie.command.importclients;

import io.vigie.command.client.ClientState;
import io.vigie.command.departclient.DepartClient;
import io.vigie.command.departclient.DepartingClient;
import io.vigie.command.registerclient.RegisteringClient;
import io.vigie.contracts.client.ClientEvent;
import io.vigie.contracts.client.ClientEvent.ClientRegistered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides over the rows of one transaction, by the rules of the aggregate, one row after the other. */
final class ImportBatch {

    private final Header header;
    private final Map<String, RegisteredContent> known;
    private final Set<String> others;
    private final List<List<ClientEvent>> accepted = new ArrayList<>();
    private final List<Row.Rejected> rejected = new ArrayList<>();
    private final List<Long> warned = new ArrayList<>();
    private int duplicate;

    ImportBatch(Header header, RegisteredClients.Found found) {
        this.header = header;
        this.known = new HashMap<>(found.content());
        this.others = found.others();
    }

    void decide(Row row) {
        if (row instanceof Row.Rejected faulty) {
            rejected.add(faulty);
        } else if (row instanceof Row.Readable readable) {
            decide(readable);
        }
    }

    /** The events of each new client. */
    List<List<ClientEvent>> accepted() {
        return accepted;
    }

    List<Row.Rejected> rejected() {
        return rejected;
    }

    /** Lines with an empty field too many. */
    List<Long> warned() {
        return warned;
    }

    int duplicate() {
        return duplicate;
    }

    int conflicts() {
        return (int) rejected.stream().filter(Row.Rejected::conflict).count();
    }

    private void decide(Row.Readable row) {
        if (row.surplus()) {
            warned.add(row.line());
        }
        String id = row.client().clientId();
        if (others.contains(id)) {
            rejected.add(new Row.Rejected(
                    row.line(), "", "conflict: the id that this row would get belongs to something else", true));
            return;
        }
        RegisteredContent content = known.get(id);
        if (content == null) {
            accepted.add(events(row));
            known.put(id, new RegisteredContent(registered(row), row.left()));
            return;
        }
        Optional<Column> difference = content.difference(row, header);
        if (difference.isEmpty()) {
            duplicate++;
        } else {
            rejected.add(new Row.Rejected(
                    row.line(),
                    difference.get().title(),
                    "conflict: the client is registered with another value",
                    true));
        }
    }

    private static List<ClientEvent> events(Row.Readable row) {
        List<ClientEvent> events = new ArrayList<>(RegisteringClient.decide(row.client()));
        if (row.left()) {
            DepartClient departure =
                    new DepartClient(row.client().clientId(), null, RegisteredClients.IMPORTED_AS_LEFT);
            events.addAll(DepartingClient.decide(departure, ClientState.of(registered(row))));
        }
        return events;
    }

    private static ClientRegistered registered(Row.Readable row) {
        return RegisteringClient.registered(row.client());
    }
}
