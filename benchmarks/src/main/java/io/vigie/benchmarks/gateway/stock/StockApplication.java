package io.vigie.benchmarks.gateway.stock;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Axon, JPA and a data source on the class path, and nothing configured but where the database is. */
@SpringBootApplication(proxyBeanMethods = false)
public class StockApplication {

    /** Starts it. */
    public static CommandGateway start(String... args) {
        return SpringApplication.run(StockApplication.class, args).getBean(CommandGateway.class);
    }
}
