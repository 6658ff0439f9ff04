package io.vigie.query.whatif;

import io.vigie.contracts.score.Band;
import io.vigie.query.platform.Wire;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Of a row of {@code client_score}: what the model was given, and which model that was. */
@Entity
@Immutable
@Table(name = "client_score")
@IdClass(LastScore.Key.class)
@SuppressWarnings("NullAway.Init")
class LastScore {

    @Id
    String clientId;

    @Id
    long scoreSequence;

    long clientVersion;
    String outcome;
    String features;
    String modelName;
    String modelSha256;
    String engine;

    @Nullable
    String band;

    boolean handled;

    record Key(String clientId, long scoreSequence) implements Serializable {}

    /** By the model's names. */
    Map<String, Double> given() {
        Map<String, Double> given = new TreeMap<>();
        Wire.tree(features)
                .properties()
                .forEach(one -> given.put(one.getKey(), one.getValue().doubleValue()));
        return given;
    }

    /** The band as it was given, whatever the bands are now; empty when there is no probability. */
    Optional<Band> band() {
        return Optional.ofNullable(band).map(name -> Band.valueOf(name.toUpperCase(Locale.ROOT)));
    }
}
