package io.vigie.query.testing;

import io.vigie.query.QueryService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole service on a database of its own, shared by all tests that extend this: none changes a setting, as two services
 * on the one broker would share the partitions.
 */
@SpringBootTest(
        classes = QueryService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "vigie.stream.per-account=100")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
public abstract class RunningService {

    @LocalServerPort
    private int port;

    /** The service. */
    protected Http http;

    /** Kafka. */
    protected Publisher publisher;

    @DynamicPropertySource
    static void wire(DynamicPropertyRegistry registry) {
        Servers.wire(registry, Servers.kafka());
    }

    @BeforeEach
    public void connect() {
        if (publisher == null) {
            http = new Http(port);
            publisher = new Publisher(Servers.kafka());
        }
    }

    @AfterAll
    void disconnect() {
        if (publisher != null) {
            publisher.close();
        }
    }
}
