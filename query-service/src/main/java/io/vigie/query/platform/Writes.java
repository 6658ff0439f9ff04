package io.vigie.query.platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.StatementCreatorUtils;

/**
 * What a transaction is to write, gathered so that it goes to the server in one trip: each trip waits for a processor on both
 * sides, and for as long as a transaction is open everybody behind it waits. The driver sends statements that are separated
 * by semicolons one behind the other and prepares each by itself.
 */
public final class Writes {

    private final List<String> statements = new ArrayList<>();
    private final List<@Nullable Object> parameters = new ArrayList<>();

    /**
     * Gathers a statement.
     *
     * @param statement without a semicolon at its end; what it returns is passed over
     * @param values one for each of its question marks, null where there is none
     */
    public void add(String statement, @Nullable Object... values) {
        statements.add(statement);
        parameters.addAll(Arrays.asList(values));
    }

    /**
     * Sends all in the order in which they were gathered; of use once. The first that fails ends the transaction.
     *
     * @throws org.springframework.dao.DataAccessException as one alone would throw it
     */
    public void send(JdbcTemplate jdbc) {
        if (statements.isEmpty()) {
            return;
        }
        PreparedStatementCallback<Boolean> sending = statement -> {
            for (int i = 0; i < parameters.size(); i++) {
                StatementCreatorUtils.setParameterValue(statement, i + 1, SqlTypeValue.TYPE_UNKNOWN, parameters.get(i));
            }
            return statement.execute();
        };
        jdbc.execute(String.join(";\n", statements), sending);
    }
}
