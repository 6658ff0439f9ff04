package io.vigie.acceptance.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;

/** Parts of a page by what people see or hear of them, and how long it may take until they are there. */
final class Named {

    private Named() {}

    static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
    }

    static Locator button(Locator place, String name) {
        return place.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    /** A row of the list of clients, 1 being the first below the head. */
    static Locator row(Page page, int number) {
        return page.locator("table.clients tbody tr[aria-rowindex='" + (number + 1) + "']");
    }

    static LocatorAssertions.IsVisibleOptions visible(int millis) {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(millis);
    }

    static LocatorAssertions.ContainsTextOptions within(int millis) {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(millis);
    }

    static LocatorAssertions.HasTextOptions text(int millis) {
        return new LocatorAssertions.HasTextOptions().setTimeout(millis);
    }
}
