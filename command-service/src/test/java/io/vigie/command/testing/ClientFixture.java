package io.vigie.command.testing;

import io.vigie.command.capacity.Places;
import io.vigie.command.client.Client;
import io.vigie.command.client.Clients;
import io.vigie.contracts.client.ClientEvent.ClientRegistered;
import io.vigie.contracts.client.Personal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;

/** A client without a store: events in, a command, events out. Remembers which places were moved. */
public final class ClientFixture {

    /** Where the clients of fixtures live. */
    public static final Personal PERSONAL = new Personal("Jane Doe", "Doe & Sons", "12 Elm St, Wheeling, WV 26003");

    private ClientFixture() {}

    /** A fixture with that handler. */
    public static FixtureConfiguration<Client> with(Function<Clients, Object> handler) {
        return with(handler, new Moves());
    }

    /** A fixture with that handler, its moves remembered. */
    public static FixtureConfiguration<Client> with(Function<Clients, Object> handler, Moves moves) {
        AggregateTestFixture<Client> fixture = new AggregateTestFixture<>(Client.class);
        fixture.registerAnnotatedCommandHandler(handler.apply(new Clients(fixture.getRepository(), moves)));
        return fixture;
    }

    /** The client {@code c-1}, with that account manager. */
    public static ClientRegistered registered(@Nullable String accountManagerId) {
        return registered(accountManagerId, false);
    }

    /** The client {@code c-1}. */
    public static ClientRegistered registered(@Nullable String accountManagerId, boolean managedElsewhere) {
        return new ClientRegistered(
                "c-1",
                PERSONAL,
                "WV",
                38,
                LocalDate.of(2016, 6, 29),
                new BigDecimal("6.67"),
                new BigDecimal("12884.75"),
                12,
                accountManagerId,
                managedElsewhere);
    }

    /** Places without end that remember who moved. */
    public static final class Moves implements Places {

        private final List<String> moves = new ArrayList<>();

        /** As {@code freed>taken}. */
        public List<String> moves() {
            return moves;
        }

        @Override
        public void open(String accountManagerId, int capacity) {
            moves.add("open " + accountManagerId + " " + capacity);
        }

        @Override
        public void move(@Nullable String freed, @Nullable String taken) {
            moves.add(freed + ">" + taken);
        }

        @Override
        public void resize(String accountManagerId, int capacity) {
            moves.add("resize " + accountManagerId + " " + capacity);
        }

        @Override
        public void close(String accountManagerId) {
            moves.add("close " + accountManagerId);
        }
    }
}
