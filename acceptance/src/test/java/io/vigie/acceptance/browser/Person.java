package io.vigie.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Somebody at a browser. What their pages complain about, and whom they ask, is kept. */
final class Person implements AutoCloseable {

    private final BrowserContext context;
    private final URI origin;
    private final Page page;
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private final List<String> strangers = Collections.synchronizedList(new ArrayList<>());

    Person(BrowserContext context, URI origin) {
        this.context = context;
        this.origin = origin;
        context.onRequest(request -> {
            if (!request.url().startsWith(origin.toString()) && !request.url().startsWith("data:")) {
                strangers.add(request.url());
            }
        });
        this.page = watched(context.newPage());
    }

    private Page watched(Page opened) {
        opened.onPageError(complaints::add);
        opened.onConsoleMessage(message -> {
            // What is refused or away is answered by the page; the browser writes it down as well.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        opened.setDefaultTimeout(15_000);
        return opened;
    }

    Page page() {
        return page;
    }

    /** Another tab of the same browser. */
    Page another(String path) {
        Page opened = watched(context.newPage());
        opened.navigate(path);
        return opened;
    }

    Person signIn(String account, String password) {
        page.navigate("/");
        signIn(page, account, password);
        return this;
    }

    static void signIn(Page page, String account, String password) {
        page.locator("input[name=account]").fill(account);
        page.locator("input[name=password]").fill(password);
        page.locator("form.sign-in button").click();
        page.locator("header.top").waitFor();
    }

    /** Goes to a screen by its address, and waits until it is drawn. */
    Person open(String path) {
        Response answer = page.navigate(path);
        assertThat(answer).isNotNull();
        assertThat(answer.status()).as(path).isEqualTo(200);
        page.locator("main h1").first().waitFor();
        return this;
    }

    /** Nothing that keeps somebody out who hears the page, sees little or has no mouse. */
    void expectAccessible(String what) {
        List<Rule> found = new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .filter(rule -> Set.of("serious", "critical").contains(String.valueOf(rule.getImpact())))
                        .toList();
        assertThat(found)
                .as("%s: %s", what, found.stream().map(Person::told).toList())
                .isEmpty();
    }

    private static String told(Rule rule) {
        return rule.getId() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    /** The pages said nothing on the console and asked nobody but Vigie. */
    void expectQuiet() {
        assertThat(complaints).isEmpty();
        assertThat(strangers).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
