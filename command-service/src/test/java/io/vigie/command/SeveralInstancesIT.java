package io.vigie.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.command.testing.Answer;
import io.vigie.command.testing.RunningService;
import io.vigie.command.testing.Servers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SeveralInstancesIT {

    private static RunningService one;
    private static RunningService other;

    @BeforeAll
    static void start() {
        String url = Servers.newDatabase();
        one = RunningService.on(url);
        other = RunningService.on(url);
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    @Test
    void givenTenPlaces_whenFortyClientsAreAssignedOverTwoInstances_thenTen() {
        one.send("POST", "/api/account-managers", Bodies.manager("m-ten", 10));
        IntStream.range(0, 40).forEach(i -> one.send("POST", "/api/clients", Bodies.client("t-" + i)));

        List<Answer> answers = all(IntStream.range(0, 40)
                .mapToObj(i ->
                        either(i).sendAsync("PUT", "/api/clients/t-" + i + "/account-manager", Bodies.assign("m-ten")))
                .toList());

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(10);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(answer -> assertThat(answer.problem()).isEqualTo("capacity-exceeded"));
        assertThat(load("m-ten")).isEqualTo(10);
        assertThat(assignments("m-ten")).isEqualTo(10);
    }

    @Test
    void givenTwoManagers_whenClientsAreSwappedBothWaysAtOnce_thenNoDeadlockAndLoadsAreRight() {
        one.send("POST", "/api/account-managers", Bodies.manager("m-left", 100));
        one.send("POST", "/api/account-managers", Bodies.manager("m-right", 100));
        IntStream.range(0, 20)
                .forEach(i ->
                        one.send("POST", "/api/clients", Bodies.client("s-" + i, i % 2 == 0 ? "m-left" : "m-right")));

        List<Answer> answers = all(IntStream.range(0, 200)
                .mapToObj(i -> either(i)
                        .sendAsync(
                                "PUT",
                                "/api/clients/s-" + (i % 20) + "/account-manager",
                                Bodies.assign((i / 20 + i) % 2 == 0 ? "m-left" : "m-right")))
                .toList());

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 409));
        Integer left = one.jdbc().queryForObject("""
                select count(*) from (
                    select distinct on (aggregate_identifier) payload ->> 'accountManagerId' as manager
                    from read_as_text where aggregate_identifier like 's-%' order by aggregate_identifier, version desc
                ) as latest where manager = 'm-left'""", Integer.class);
        assertThat(load("m-left")).isEqualTo(left);
        assertThat(load("m-left") + load("m-right")).isEqualTo(20);
    }

    @Test
    void givenCapacityCutWhileClientsAreAssigned_whenBothEnd_thenLoadIsWithinIt() {
        one.send("POST", "/api/account-managers", Bodies.manager("m-cut", 20));
        IntStream.range(0, 30).forEach(i -> one.send("POST", "/api/clients", Bodies.client("x-" + i)));

        List<CompletableFuture<Answer>> assigned = IntStream.range(0, 30)
                .mapToObj(i ->
                        either(i).sendAsync("PUT", "/api/clients/x-" + i + "/account-manager", Bodies.assign("m-cut")))
                .toList();
        Answer cut = other.send("PUT", "/api/account-managers/m-cut/capacity", "{\"capacity\":5}");
        int placed = (int)
                all(assigned).stream().filter(answer -> answer.status() == 200).count();

        assertThat(placed).isEqualTo(load("m-cut"));
        assertThat(placed).isEqualTo(cut.status() == 200 ? 5 : 20);
    }

    @Test
    void givenAThousandAssignmentsOfOneClientAtOnce_whenAnswered_thenOneOrderAndNo5xx() {
        one.send("POST", "/api/account-managers", Bodies.manager("m-0", 10));
        one.send("POST", "/api/account-managers", Bodies.manager("m-1", 10));
        one.send("POST", "/api/clients", Bodies.client("wanted"));

        List<Answer> answers = all(IntStream.range(0, 1_000)
                .mapToObj(i -> one.sendAsync("PUT", "/api/clients/wanted/account-manager", Bodies.assign("m-" + i % 2)))
                .toList());

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(orderIsWhole("wanted")).isTrue();
        assertThat(load("m-0") + load("m-1")).isEqualTo(1);
    }

    @Test
    void givenAssignmentsOfOneClientOverTwoInstances_whenAnswered_thenOneOrderAndNo5xx() {
        one.send("POST", "/api/account-managers", Bodies.manager("m-2", 10));
        one.send("POST", "/api/account-managers", Bodies.manager("m-3", 10));
        one.send("POST", "/api/clients", Bodies.client("pulled"));

        List<Answer> answers = all(IntStream.range(0, 200)
                .mapToObj(i -> either(i)
                        .sendAsync("PUT", "/api/clients/pulled/account-manager", Bodies.assign("m-" + (2 + i / 2 % 2))))
                .toList());

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 409));
        assertThat(orderIsWhole("pulled")).isTrue();
        assertThat(load("m-2") + load("m-3")).isEqualTo(1);
    }

    @Test
    void givenOneNewId_whenRegisteredOverTwoInstancesAtOnce_thenOnce() {
        List<Answer> answers = all(IntStream.range(0, 20)
                .mapToObj(i -> either(i).sendAsync("POST", "/api/clients", Bodies.client("unique")))
                .toList());

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> assertThat(answer.problem()).isEqualTo("client-already-registered"));
    }

    private static RunningService either(int i) {
        return i % 2 == 0 ? one : other;
    }

    private static List<Answer> all(List<CompletableFuture<Answer>> sent) {
        return sent.stream().map(CompletableFuture::join).toList();
    }

    private static boolean orderIsWhole(String id) {
        return Boolean.TRUE.equals(one.jdbc().queryForObject("""
                select count(*) = max(version) and bool_and(follows) from (
                    select version, version = 1 or payload ->> 'previousAccountManagerId' is not distinct from
                        lag(payload ->> 'accountManagerId') over (order by version) as follows
                    from read_as_text where aggregate_identifier = ?) as history""", Boolean.class, id));
    }

    private static int load(String manager) {
        Integer load = one.jdbc()
                .queryForObject(
                        "select load from account_manager_place where account_manager_id = ?", Integer.class, manager);
        return load == null ? -1 : load;
    }

    private static int assignments(String manager) {
        Integer count = one.jdbc().queryForObject("""
                        select count(*) from read_as_text
                        where event_type = 'account-manager-assigned' and payload ->> 'accountManagerId' = ?""", Integer.class, manager);
        return count == null ? -1 : count;
    }
}
