package io.vigie.standalone.model.evaluate;

import java.util.Locale;

/** In which shares can be told. */
enum Language {
    EN(Locale.ENGLISH),
    FR(Locale.FRENCH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }
}
