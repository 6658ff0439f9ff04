package io.vigie.contracts.client;

/**
 * The personal data of a client, in one object so that it can be encrypted and forgotten as one.
 *
 * @param name the client's name, 1–200 characters, NFC
 * @param company the company the client buys for, 1–200 characters, NFC
 * @param location postal address in one line, 1–500 characters, NFC
 */
public record Personal(String name, String company, String location) {}
