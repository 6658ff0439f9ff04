package io.vigie.acceptance.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;

/** What somebody's screen is like, and what their browser says they prefer. */
record Look(int width, int height, String language, ColorScheme colours) {

    static final Look DESK = new Look(1440, 900, "en-US", ColorScheme.LIGHT);
    static final Look DARK = new Look(1440, 900, "en-US", ColorScheme.DARK);
    static final Look FRENCH = new Look(1440, 900, "fr-FR", ColorScheme.LIGHT);
    static final Look PHONE = new Look(375, 812, "en-US", ColorScheme.LIGHT);

    Browser.NewContextOptions options(URI origin) {
        return new Browser.NewContextOptions()
                .setBaseURL(origin.toString())
                .setViewportSize(width, height)
                .setLocale(language)
                .setTimezoneId("America/New_York")
                .setColorScheme(colours)
                .setReducedMotion(ReducedMotion.REDUCE);
    }
}
