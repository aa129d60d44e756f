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
import java.util.List;
import java.util.Map;

/// The distribution's Chromium; each visitor has a context, and so cookies, of his or her own.
final class Browsers implements AutoCloseable {
    private final Playwright playwright;
    private final Browser browser;
    private final URI site;

    /// @param site the gateway
    Browsers(URI site) {
        this.site = site;
        this.playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser =
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
    }

    private static Path chromium() {
        for (var place :
                List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"))
            if (Files.exists(Path.of(place))) return Path.of(place);
        throw new IllegalStateException("a Chromium is needed: infra/verify installs it");
    }

    Visitor atTheDesk() {
        return new Visitor(site, browser.newContext());
    }

    Visitor onAPhone() {
        return new Visitor(
                site,
                browser.newContext(new Browser.NewContextOptions().setViewportSize(360, 740)));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /// Somebody with a browser of his or her own.
    record Visitor(BrowserContext context, Page page, URI site) {
        private Visitor(URI site, BrowserContext context) {
            this(context, context.newPage(), site);
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
