package io.vigie.command;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the command-service. */
@SpringBootApplication
public class CommandService {

    /** Takes Spring Boot's own arguments. */
    public static void main(String[] args) {
        SpringApplication.run(CommandService.class, args);
    }
}
