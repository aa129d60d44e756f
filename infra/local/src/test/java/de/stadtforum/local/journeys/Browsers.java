package de.stadtforum.local.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The distribution's Chromium, one program for all tests; each visitor has a context, and so cookies, of his or her own.
final class Browsers implements AutoCloseable {
    private static @Nullable Playwright playwright;
    private static @Nullable Browser browser;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final URI site;

    /// @param site the gateway
    Browsers(URI site) {
        this.site = site;
    }

    private static synchronized Browser running() {
        if (browser != null) return browser;
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(chromium())
                                        .setArgs(
                                                List.of(
                                                        "--headless",
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-quic",
                                                        "--no-first-run",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--disable-sync")));
        return browser;
    }

    /// The program itself, after the last visit.
    static synchronized void end() {
        if (browser == null) return;
        browser.close();
        playwright.close();
        browser = null;
    }

    private static Path chromium() {
        for (var place :
                List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"))
            if (Files.exists(Path.of(place))) return Path.of(place);
        throw new IllegalStateException("a Chromium is needed: infra/verify installs it");
    }

    Visitor atTheDesk() {
        return new Visitor(site, context(new Browser.NewContextOptions()));
    }

    Visitor onAPhone() {
        return new Visitor(
                site, context(new Browser.NewContextOptions().setViewportSize(360, 740)));
    }

    @Override
    public void close() {
        contexts.forEach(BrowserContext::close);
    }

    private BrowserContext context(Browser.NewContextOptions options) {
        var context = running().newContext(options);
        contexts.add(context);
        return context;
    }

    /// Somebody with a browser of his or her own.
    record Visitor(BrowserContext context, Page page, URI site) {
        private Visitor(URI site, BrowserContext context) {
            this(context, context.newPage(), site);
        }

        Visitor inAnotherTab() {
            return new Visitor(site, context);
        }

        /// @return the status of the page
        int opens(String path) {
            return page.navigate(site.resolve(path).toString()).status();
        }

        String reads() {
            return page.locator("main").innerText();
        }

        void presses(String button) {
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName(button).setExact(true))
                    .first()
                    .click();
        }

        /// Chooses somebody on the page of the login, which is open.
        Visitor chooses(String label) {
            page.locator("form", new Page.LocatorOptions().setHasText(label))
                    .getByRole(AriaRole.BUTTON)
                    .click();
            return this;
        }

        Visitor logsInAs(String label) {
            opens("/anmelden");
            return chooses(label);
        }

        String cookie(String name) {
            return context.cookies(site.toString()).stream()
                    .filter(each -> each.name.equals(name))
                    .map(each -> each.value)
                    .findFirst()
                    .orElse("");
        }
    }
}
