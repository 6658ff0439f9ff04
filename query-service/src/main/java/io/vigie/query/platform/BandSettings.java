package io.vigie.query.platform;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the bands of risk begin; the same as scoring has.
 *
 * @param mediumFrom above 0
 * @param highFrom above {@code mediumFrom}, at most 1
 */
@ConfigurationProperties("vigie.bands")
record BandSettings(
        @DefaultValue("0.3") double mediumFrom,
        @DefaultValue("0.6") double highFrom) {}
