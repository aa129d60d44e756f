package de.stadtforum.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import de.stadtforum.local.journeys.Browsers.Visitor;
import java.util.List;

/// Acts of office on pages alone: a meeting from its plan to the signature with mistakes put right on the way, a past meeting on one page,
/// a chair with a conflict of interest, and what a resident does after Back.
final class ActsOfOffice {
    private static final String OFFICE = "Geschäftsstelle (Ordnungsamt)";
    private static final int MOST_CLICKS = 40;

    private final Browsers browsers;
    private int clicks;

    ActsOfOffice(Browsers browsers) {
        this.browsers = browsers;
    }

    /// The demo's today is a day without a meeting.
    void aMeetingFromPlanToSignatureWithFiveMistakesPutRight() {
        var desk = browsers.atTheDesk().logsInAs(OFFICE);
        var page = desk.page();
        var today = "2025-02-18";

        // the wrong body: cancelled, and planned for the right one
        desk.opens("/sitzungen?body=lenkungskreis&year=2025");
        page.fill("#plan-date", today);
        click(page, "form[action='/sitzungen'] button:has-text('Sitzung planen')");
        unfold(page, "Sitzung absagen");
        page.fill("#absagen-reason", "Falsches Gremium gewählt");
        click(page, "#absagen-sure");
        click(page, "form[action$='/absagen'] button");
        assertThat(desk.reads()).contains("Grund: Falsches Gremium gewählt");
        desk.opens("/sitzungen?year=2025");
        page.fill("#plan-date", today);
        click(page, "form[action='/sitzungen'] button:has-text('Sitzung planen')");

        // five items with one button
        assertThat(desk.reads()).contains("Als Nächstes: die Tagesordnung aufstellen");
        var titles =
                new String[] {
                    "Begrüßung", "Lagebericht", "Pause der Beratung", "Beleuchtung", "Verschiedenes"
                };
        for (var i = 0; i < titles.length; i++) page.fill("#titel-" + i, titles[i]);
        click(page, "form[action$='/tagesordnung'] button");
        assertThat(desk.reads()).contains("Verschiedenes");

        // a form that is refused comes back as it was filled, and the wrong hour is put right
        page.fill("#einladen-begins", today + "T18:00");
        page.fill("#einladen-place", "Rathaus, Saal Westfalia");
        click(page, "form[action$='/einladen'] button");
        assertThat(page.title()).startsWith("Fehler:");
        assertThat(page.inputValue("#einladen-place")).isEqualTo("Rathaus, Saal Westfalia");
        page.fill("#einladen-lateReason", "Der Haushalt wird in dieser Woche beraten.");
        click(page, "form[action$='/einladen'] button");
        unfold(page, "Einladung berichtigen");
        page.fill("#einladung-begins", today + "T17:00");
        page.fill("#einladung-reason", "Der Saal ist ab 18 Uhr vergeben");
        click(page, "form[action$='/einladung/berichtigen'] button");

        click(page, "form[action$='/eroeffnen'] button");
        click(page, "button:has-text('Alle übrigen anwesend')");
        click(page, "form[action$='/beschlussfaehigkeit'] button");
        assertThat(desk.reads()).contains("beschlussfähig");
        var meeting = page.url();

        // the wrong conflict of interest
        unfold(page, "Mitwirkungsverbot und Leitung");
        page.selectOption("#befangenheit-sitz", "polizei");
        page.selectOption("#befangenheit-punkt", new SelectOption().setIndex(1));
        click(page, "form[action$='/befangenheit'] button");
        unfold(page, "Mitwirkungsverbot zurücknehmen");
        page.fill("input[id^='verbot-zurueck']", "Verwechselt");
        click(page, "form[action$='/befangenheit/zuruecknehmen'] button");

        // the wrong vote: cancelled, and opened on the right item
        openVote(page, 2, "Wir machen zehn Minuten Pause.");
        unfold(page, "Abstimmung abbrechen");
        page.fill("#abbrechen-reason", "Falscher Punkt");
        click(page, "form[action$='/abbrechen'] input[type=checkbox]");
        click(page, "form[action$='/abbrechen'] button");
        assertThat(desk.reads()).contains("Falscher Punkt");
        page.navigate(meeting);
        // two others have the meeting open; neither loads it again
        var others =
                List.of(browsers.onAPhone(), browsers.atTheDesk().logsInAs("Mitglied Polizei"));
        for (var each : others) each.page().navigate(meeting);
        openVote(page, 3, "Wir unterbrechen die Sitzung für zehn Minuten.");
        for (var each : others) sees(each, "Wir unterbrechen die Sitzung für zehn Minuten.");
        // one of them loses the connection
        others.getFirst().context().setOffline(true);

        // the wrong count: a hand is taken back
        click(page, "button[name=others][value=YES]");
        unfold(page, "Ein Handzeichen zurücknehmen");
        page.selectOption("#handzeichen-sitz", "polizei");
        page.fill("#handzeichen-reason", "Falsch abgelesen");
        click(page, "form[action$='/handzeichen/zuruecknehmen'] button");
        click(page, "button[name=others][value=NO]");
        page.check("form[action$='/schliessen'] input[name=decided]");
        click(page, "form[action$='/schliessen'] button");
        assertThat(desk.reads()).contains("angenommen");
        others.getFirst().context().setOffline(false);
        for (var each : others) sees(each, "angenommen");

        // the outcomes of the others with one button, the end, the signature
        page.navigate(meeting);
        for (var outcome : page.locator("select[name=outcome][id^=ende-]").all())
            outcome.selectOption("NOTED");
        click(page, "form[action$='/ergebnisse'] button");
        assertThat(desk.reads()).contains("Als Nächstes: die Sitzung schließen");
        click(page, "form[action$='/schliessen'] button");
        click(page, "form[action$='/unterzeichnen'] input[type=checkbox]");
        click(page, "form[action$='/unterzeichnen'] button");
        assertThat(desk.reads()).contains("Niederschrift unterzeichnet am");

        assertThat(clicks).isLessThanOrEqualTo(MOST_CLICKS);
    }

    /// It stays open for the item on which the chair must not lead.
    void aPastMeetingOnOnePageInWhichAnotherLeadsForTheChair() {
        var desk = browsers.atTheDesk().logsInAs(OFFICE);
        var page = desk.page();
        desk.opens("/sitzungen?year=2025");
        click(page, "a:has-text('Vergangene Sitzung nachtragen')");
        page.fill("#suche-date", "2025-02-11");
        click(page, "form[action='/sitzungen/nachtragen'] button");
        page.fill("#past-place", "Rathaus");
        page.fill("#past-1-title", "Lagebericht");
        page.selectOption("#past-1-outcome", "NOTED");
        page.fill("#past-2-title", "Pause der Beratung");
        click(page, "summary:has-text('Abstimmung über diesen Punkt') >> nth=1");
        page.fill("#past-2-text", "Wir machen zehn Minuten Pause.");
        page.fill("#past-2-yes", "12");
        page.fill("#past-2-no", "3");
        page.fill("#past-3-title", "Beleuchtung");
        page.check("#past-all");
        click(page, "button:has-text('Sitzung nachtragen')");
        // fewer voted than might have: asked once more, with everything that was typed
        assertThat(page.title()).startsWith("Fehler:");
        assertThat(page.inputValue("#past-2-text")).isEqualTo("Wir machen zehn Minuten Pause.");
        page.check("#past-missing");
        click(page, "button:has-text('Sitzung nachtragen')");
        assertThat(desk.reads())
                .contains("angenommen", "12 Ja", "Als Nächstes: die Tagesordnung behandeln");
        var meeting = page.url();

        unfold(page, "Mitwirkungsverbot und Leitung");
        page.selectOption("#befangenheit-sitz", "rechtsdezernent");
        page.selectOption("#befangenheit-punkt", new SelectOption().setIndex(1));
        click(page, "form[action$='/befangenheit'] button");
        assertThat(desk.reads()).contains("Wer leitet diesen Punkt?");
        var opening = "a:has-text('Abstimmung eröffnen')";
        var chair = browsers.atTheDesk().logsInAs("Vorsitz (Rechtsdezernat)");
        chair.page().navigate(meeting);
        assertThat(chair.page().locator(opening).count()).isZero();

        page.selectOption("select[id^='leitet-']", "polizei");
        click(page, "button:has-text('Leitung übergeben')");
        var leader = browsers.atTheDesk().logsInAs("Mitglied Polizei");
        leader.page().navigate(meeting);
        openVote(leader.page(), 0, "Der Platz wird heller.");
        assertThat(leader.page().url()).contains("/abstimmungen/");
        chair.page().navigate(leader.page().url());
        assertThat(chair.page().locator("form[action$='/schliessen']").count()).isZero();
        assertThat(chair.reads()).doesNotContain("Ihre Stimme");
    }

    private static void sees(Visitor open, String words) {
        open.page()
                .locator("main")
                .filter(new Locator.FilterOptions().setHasText(words))
                .waitFor(new Locator.WaitForOptions().setTimeout(15_000));
    }

    private void openVote(Page page, int item, String words) {
        click(page, "a:has-text('Abstimmung eröffnen') >> nth=" + item);
        click(page, "#abstimmung a[href*='kind=procedural']");
        page.fill("#antrag-text", words);
        click(page, "form[action$='/abstimmungen'] button");
    }

    private void unfold(Page page, String words) {
        click(page, "summary:has-text('" + words + "')");
    }

    private void click(Page page, String what) {
        clicks++;
        page.locator(what).first().click();
        page.waitForLoadState();
    }

    /// What a login without any task finds is what the public finds, page by page.
    static void aLoginWithoutATaskReadsWhatThePublicReads(Crawl nobody, Crawl publicly) {
        var differing =
                publicly.texts().entrySet().stream()
                        .filter(each -> nobody.texts().containsKey(each.getKey()))
                        .filter(each -> !each.getValue().equals(nobody.texts().get(each.getKey())))
                        .map(java.util.Map.Entry::getKey)
                        .toList();
        assertThat(differing).isEmpty();
        assertThat(publicly.texts().keySet()).containsAll(nobody.texts().keySet());
    }

    void aResidentGoesBackAndSendsOtherWords(Visitor team) {
        var page = team.page();
        team.opens("/labore/lab-aplerbeck-2024");
        page.locator("summary:has-text('Labor öffnen')").click();
        page.locator("form[action$='/open'] button").click();
        var phone = browsers.onAPhone();
        phone.opens("/labore/lab-aplerbeck-2024");
        phone.page().fill("#text", "Am Brunnen fehlt Licht.");
        phone.page().locator("#beitragen button").click();
        assertThat(phone.reads()).contains("Am Brunnen fehlt Licht.");
        var first = phone.page().url();
        phone.page().goBack();
        phone.page().fill("#text", "Und am Spielplatz auch.");
        phone.page().locator("#beitragen button").click();
        assertThat(phone.reads()).contains("Und am Spielplatz auch.");
        assertThat(phone.page().url()).isNotEqualTo(first);
    }
}
