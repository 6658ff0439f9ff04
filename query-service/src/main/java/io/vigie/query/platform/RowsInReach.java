package io.vigie.query.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections that see the rows of the portfolio of the request in hand: what a query forgets to leave out, PostgreSQL
 * does. Whoever must see all rows while it answers a request of an account manager unwraps it.
 */
final class RowsInReach extends DelegatingDataSource {

    private final Supplier<OwnRows> own;

    RowsInReach(DataSource everybodys, Supplier<OwnRows> own) {
        super(everybodys);
        this.own = own;
    }

    @Override
    public Connection getConnection() throws SQLException {
        String accountManagerId = Portfolio.current().accountManagerId();
        return accountManagerId == null ? super.getConnection() : own.get().connection(accountManagerId);
    }
}
