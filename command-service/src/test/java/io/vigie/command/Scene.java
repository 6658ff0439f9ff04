package io.vigie.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.command.testing.Answer;
import io.vigie.command.testing.RunningService;
import java.util.List;

/** What a test needs to have happened before it begins, and what is stored in the end. */
record Scene(RunningService service) {

    /** Sends a command that has to be taken. */
    Answer taken(String method, String path, String json) {
        Answer answer = service.send(method, path, json);
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer;
    }

    /** Registers a client. */
    void register(String id) {
        Answer answer = taken("POST", "/api/clients", Bodies.client(id));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    /** Registers an account manager. */
    void manager(String id, int capacity) {
        Answer answer = taken("POST", "/api/account-managers", Bodies.manager(id, capacity));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    /** How many clients an account manager has. */
    int load(String manager) {
        Integer load = service.jdbc()
                .queryForObject(
                        "select load from account_manager_place where account_manager_id = ?", Integer.class, manager);
        return load == null ? -1 : load;
    }

    /** The types of the events of a client, in their order. */
    List<String> events(String id) {
        return service.jdbc()
                .queryForList(
                        "select event_type from read_as_text where aggregate_identifier = ? order by version",
                        String.class,
                        id);
    }
}
