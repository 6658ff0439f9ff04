package io.vigie.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.vigie.query.testing.Servers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OwnRowsIT {

    @Test
    void givenManyAccountManagersAtOnce_whenConnectionsAreTaken_thenEachIsOfWhoTookIt() throws Exception {
        try (HikariDataSource everybodys = new HikariDataSource()) {
            everybodys.setJdbcUrl(Servers.postgres().jdbcUrl(Servers.freshDatabase()));
            everybodys.setUsername(Servers.ROLE);
            everybodys.setPassword(Servers.ROLE_PASSWORD);
            ExecutorService threads = Executors.newFixedThreadPool(8);
            try (OwnRows own = new OwnRows(everybodys)) {
                List<String> wanted = IntStream.range(0, 600)
                        .mapToObj(take -> "am-" + take * take % 5)
                        .toList();
                List<String> found = threads
                        .invokeAll(wanted.stream()
                                .<Callable<String>>map(manager -> () -> whose(own, manager))
                                .toList())
                        .stream()
                        .map(OwnRowsIT::done)
                        .toList();

                assertThat(found).isEqualTo(wanted);
            } finally {
                threads.shutdown();
            }
        }
    }

    private static String done(Future<String> answer) {
        try {
            return answer.get();
        } catch (ExecutionException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private static String whose(OwnRows own, String manager) throws Exception {
        try (Connection connection = own.connection(manager);
                ResultSet told =
                        connection.createStatement().executeQuery("select current_setting('vigie.account_manager')")) {
            told.next();
            return told.getString(1);
        }
    }
}
