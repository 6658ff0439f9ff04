package io.vigie.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.acceptance.system.Answer;
import io.vigie.acceptance.system.Api;
import io.vigie.acceptance.system.Patience;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Two account managers with clients of their own, and clients of nobody; each client is told from all others by its words. */
final class Portfolios {

    static final String ADA = "ada";
    static final String BO = "bo";
    static final String NOBODY = "nobody";

    /** Whose each client is. */
    static final Map<String, String> CLIENTS = clients();

    /** Of nobody and of nothing. */
    static final String UNKNOWN = "who-is-that";

    /** What tells who a client is: in no log, and never shown to whom it is masked. */
    static final List<String> PERSONAL = List.of("Quillfeather", "Brambleworth", "Thistledown");

    private Portfolios() {}

    private static Map<String, String> clients() {
        Map<String, String> clients = new LinkedHashMap<>();
        List.of(ADA, BO, NOBODY).forEach(manager -> {
            clients.put(manager + "-1", manager);
            clients.put(manager + "-2", manager);
        });
        return clients;
    }

    /** Registers and assigns all of them, and waits until that can be read. */
    static void make(Api api) throws IOException, InterruptedException {
        for (String manager : List.of(ADA, BO)) {
            token(api.post(
                    "/api/account-managers", Map.of("accountManagerId", manager, "name", manager, "capacity", 9)));
        }
        String last = "";
        for (Map.Entry<String, String> client : CLIENTS.entrySet()) {
            last = token(api.post("/api/clients", registration(client.getKey())));
            if (!client.getValue().equals(NOBODY)) {
                last = token(api.put(
                        "/api/clients/" + client.getKey() + "/account-manager",
                        Map.of("accountManagerId", client.getValue(), "reason", "Quillfeather asked")));
            }
        }
        String path = "/api/summary?await=score&consistencyToken=" + last;
        Patience.await(
                "the clients can be read",
                Duration.ofMinutes(1),
                () -> api.get(path).status() == 200);
    }

    /** What registers a client of that id. */
    static Map<String, Object> registration(String clientId) {
        return Map.of(
                "clientId",
                clientId,
                "name",
                "Quillfeather " + clientId,
                "company",
                "Brambleworth " + clientId,
                "location",
                "1 Thistledown Lane, Portland, ME 04101",
                "age",
                44,
                "onboardedOn",
                "2019-05-02",
                "totalPurchase",
                9800.5,
                "numSites",
                12);
    }

    private static String token(Answer answer) {
        assertThat(answer.succeeded()).as(answer.text()).isTrue();
        return answer.body().path("consistencyToken").asString();
    }
}
