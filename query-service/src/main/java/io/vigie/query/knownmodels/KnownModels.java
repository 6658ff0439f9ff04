package io.vigie.query.knownmodels;

import io.vigie.query.platform.Unknown;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What the views know of models. */
@Component
public class KnownModels {

    private static final String NAME = "[a-z][a-z0-9-]{0,39}";
    private static final String VERSION = "[1-9][0-9]{0,8}";

    private final JdbcTemplate jdbc;

    KnownModels(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Models by name, behind that one. */
    public List<KnownModel> after(String name, int most) {
        return jdbc.query(
                KnownModel.SELECT + " and m.model_name > ? order by m.model_name limit ?",
                KnownModel::read,
                name,
                most);
    }

    /** The one of that name; 404 when there is none. */
    public KnownModel model(String name) {
        if (!name.matches(NAME)) {
            throw Unknown.model();
        }
        return find(name).orElseThrow(Unknown::model);
    }

    /** The one of that name, or nothing. */
    public Optional<KnownModel> find(String name) {
        return jdbc.query(KnownModel.SELECT + " and m.model_name = ?", KnownModel::read, name).stream()
                .findFirst();
    }

    /** Its versions, from the first on. */
    public List<KnownVersion> versions(String name) {
        return jdbc.query(
                "select " + KnownVersion.COLUMNS + " where v.model_name = ? order by v.version",
                KnownVersion::read,
                name);
    }

    /** That version, its number as it came; 404 when there is none. */
    public KnownVersion version(String name, String number) {
        KnownModel model = model(name);
        if (!number.matches(VERSION)) {
            throw Unknown.modelVersion();
        }
        return jdbc
                .query(
                        "select " + KnownVersion.COLUMNS + " where v.model_name = ? and v.version = ?",
                        KnownVersion::read,
                        model.name(),
                        Integer.parseInt(number))
                .stream()
                .findFirst()
                .orElseThrow(Unknown::modelVersion);
    }

    /** Whether any part of the events is scored with it, by whichever version. */
    public boolean scores(String name) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from model_swap where model_name = ?)", Boolean.class, name));
    }

    /** The version whose document that is. */
    Optional<KnownVersion> withChecksum(String name, String sha256) {
        return jdbc
                .query(
                        "select " + KnownVersion.COLUMNS + " where v.model_name = ? and v.sha256 = ?",
                        KnownVersion::read,
                        name,
                        sha256)
                .stream()
                .findFirst();
    }
}
