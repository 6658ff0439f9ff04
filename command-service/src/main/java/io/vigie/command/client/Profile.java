package io.vigie.command.client;

import io.vigie.contracts.client.Personal;
import java.time.LocalDate;

/** What can be corrected about a client. */
public record Profile(Personal personal, int age, LocalDate onboardedOn) {}
