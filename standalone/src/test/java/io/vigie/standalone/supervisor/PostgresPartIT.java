package io.vigie.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.embedded.FreePort;
import io.vigie.standalone.supervisor.PostgresPart.Database;
import io.vigie.standalone.supervisor.PostgresPart.DatabaseAccess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresPartIT {

    private static final String APPEND_ONLY = """
            create table fact (id int);
            create function refuse() returns trigger language plpgsql as 'begin raise exception ''never changed''; end';
            create trigger fact_is_final before update or delete or truncate on fact execute function refuse();
            grant select, insert on fact to command_service""";

    private final DataFolder folder;
    private final PostgresPart part;

    PostgresPartIT(@TempDir Path temporary) {
        folder = new DataFolder(temporary.resolve("data"));
        folder.prepare();
        part = new PostgresPart(folder, FreePort.find(), Secrets.of(folder));
    }

    @BeforeEach
    void start() {
        part.start();
    }

    @AfterEach
    void stop() {
        part.stop();
    }

    @Test
    void givenWhatTheOwnerMade_whenTheServiceTouchesMoreThanRows_thenRefused() throws SQLException {
        execute(part.toMigrate(Database.VIGIE_EVENTS), APPEND_ONLY);
        DatabaseAccess service = part.access(Database.VIGIE_EVENTS);

        execute(service, "insert into fact values (1)");
        for (String beyond : new String[] {
            "drop trigger fact_is_final on fact",
            "alter table fact disable trigger all",
            "drop table fact",
            "truncate fact",
            "delete from fact",
            "create table other (id int)"
        }) {
            assertThatThrownBy(() -> execute(service, beyond))
                    .as(beyond)
                    .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                            .isEqualTo("42501"));
        }
    }

    @Test
    void givenAnOwnersPassword_whenTheNextStartGetsItsOwn_thenTheFormerIsWorthNothingAndNoneIsKept() throws Exception {
        DatabaseAccess former = part.toMigrate(Database.VIGIE_VIEWS);
        execute(former, "create table fact (id int)");
        DatabaseAccess present = part.toMigrate(Database.VIGIE_VIEWS);

        execute(present, "drop table fact");
        assertThatThrownBy(() -> execute(former, "select 1")).hasMessageContaining("authentication failed");
        assertThat(Files.readString(folder.secrets())).doesNotContain("owner", present.password());

        start();
        assertThatThrownBy(() -> execute(present, "select 1")).hasMessageContaining("not permitted to log in");
    }

    @Test
    void givenAServiceThatServes_whenItsOwnersPasswordIsUsedAgain_thenItIsWorthNothingWithinItsTimeToo()
            throws SQLException {
        DatabaseAccess owner = part.toMigrate(Database.VIGIE_VIEWS);
        execute(owner, "create table fact (id int)");

        assertThat(part.endMigration(Database.VIGIE_VIEWS)).isTrue();

        assertThatThrownBy(() -> execute(owner, "select 1")).isInstanceOf(SQLException.class);
        part.stop();
        assertThat(part.endMigration(Database.VIGIE_VIEWS)).isFalse();
    }

    @Test
    void givenAFolderWhoseServicesOwnedTheirTables_whenStarted_thenTheyDoNotAnyMore() throws Exception {
        execute(part.toMigrate(Database.VIGIE_EVENTS), APPEND_ONLY);
        String superusers = Files.readString(folder.postgresql().resolve("password"));
        DatabaseAccess service = part.access(Database.VIGIE_EVENTS);
        execute(
                new DatabaseAccess(service.url(), "vigie", superusers),
                "reassign owned by command_owner to command_service");
        execute(service, "alter table fact disable trigger all; alter table fact enable trigger all");

        start();

        assertThatThrownBy(() -> execute(service, "alter table fact disable trigger all"))
                .hasMessageContaining("must be owner");
        assertThatThrownBy(() -> execute(service, "create table other (id int)"))
                .hasMessageContaining("permission denied");
        execute(part.toMigrate(Database.VIGIE_EVENTS), "drop table fact");
    }

    private static void execute(DatabaseAccess access, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(access.url(), access.user(), access.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
