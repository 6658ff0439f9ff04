package io.vigie.query.livestream;

import io.vigie.query.platform.Portfolio;
import java.util.Locale;

/**
 * To whom the same is told.
 *
 * @param portfolio whose clients there are
 * @param masked whether nothing may tell who somebody is
 * @param language in which reasons are told
 */
public record Audience(Portfolio portfolio, boolean masked, Locale language) {}
