package io.vigie.query;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the query-service. */
@SpringBootApplication
public class QueryService {

    /** Takes Spring Boot's own arguments. */
    public static void main(String[] args) {
        SpringApplication.run(QueryService.class, args);
    }
}
