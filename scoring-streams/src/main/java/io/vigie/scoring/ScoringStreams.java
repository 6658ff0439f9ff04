package io.vigie.scoring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the scoring-streams. */
@SpringBootApplication
public class ScoringStreams {

    /** Takes Spring Boot's own arguments. */
    public static void main(String[] args) {
        SpringApplication.run(ScoringStreams.class, args);
    }
}
