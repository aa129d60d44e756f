package de.stadtforum.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/// A delegate who stands in no directory: invited by link, in with any account, out with the last delegation.
@WholeService
class InvitationTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    @Autowired MockMvc mvc;
    private Dortmund city;
    private String person;
    private String name;

    @BeforeEach
    void aDelegate() {
        city = Dortmund.founded(new Calls(mvc, List.of()));
        person = "p-" + UUID.randomUUID();
        name = "Mitglied " + UUID.randomUUID();
        city.seat("ihk", "VOTING", "IHK zu Dortmund");
        city.person(person, name);
        city.delegate("ihk", person, "2024-02-01").expect(200);
    }

    @Test
    void bindsAnAccountAndGivesTheRightsOfTheSeat() {
        var account = city.calls().loggedInAs("konto-" + UUID.randomUUID());
        assertThat(roster(account)).doesNotContain(name);

        var link = link();
        var page = account.page(link);
        assertThat(page.text()).contains(name).contains("Vollversammlung: IHK zu Dortmund");
        var accepted = account.form(link);
        assertThat(accepted.getHeader("Location")).isEqualTo("/gremien");
        assertThat(accepted.getHeader("Set-Cookie"))
                .startsWith("stadtforum-notice=notice.invitation-accepted");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(roster(account)).contains(name));
        assertThat(access()).isEqualTo("GRANTED");
    }

    @Test
    void holdsOnceAndForWhoHasTheLink() {
        var link = link();
        var mine = city.calls().loggedInAs("konto-" + UUID.randomUUID());
        var other = city.calls().loggedInAs("konto-" + UUID.randomUUID());
        var guess = "/einladungen/" + "A".repeat(43);
        assertThat(mine.form(guess).getStatus()).isEqualTo(409);
        assertThat(mine.form(link).getStatus()).isEqualTo(303);
        assertThat(other.form(link).getStatus()).isEqualTo(409);
        assertThat(other.status(link)).isEqualTo(404);
        assertThat(other.status(guess)).isEqualTo(404);
        assertThat(other.status("/einladungen/zu-kurz")).isEqualTo(400);
    }

    @Test
    void needsALogin() {
        var resident = new Calls(mvc, List.of());
        var link = link();
        assertThat(resident.form(link).getStatus()).isEqualTo(401);
        assertThat(resident.page(link).select("main a[href^=/anmelden]").attr("href"))
                .endsWith("zurueck=" + link);
        assertThat(access()).isEqualTo("INVITED");
    }

    @Test
    void aReloadShowsTheSameLinkAndANewOneIsMadeOnPurposeOnly() {
        var seed = seed();
        var first = linkOn(invite(city.calls(), "ihk/" + person, seed, false));
        assertThat(linkOn(invite(city.calls(), "ihk/" + person, seed, false)))
                .as("a reload")
                .isEqualTo(first);
        var refused = invite(city.calls(), "ihk/" + person, seed(), false);
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(Calls.read(refused).select("details[open]").text())
                .contains("Für diese Person gilt schon ein Link");
        var second = linkOn(invite(city.calls(), "ihk/" + person, seed(), true));
        assertThat(invite(city.calls(), "ihk/" + person, seed, true).getStatus())
                .as("the first page loaded again voids nothing")
                .isEqualTo(409);

        var account = city.calls().loggedInAs("konto-" + UUID.randomUUID());
        assertThat(account.form(first).getStatus()).isEqualTo(409);
        assertThat(account.form(second).getStatus()).isEqualTo(303);
        assertThat(invite(city.calls(), "ihk/" + person, seed, false).getStatus())
                .as("nor makes a used link good again")
                .isEqualTo(409);
    }

    @Test
    void anAccountIsOnePersonOnly() {
        var account = city.calls().loggedInAs("konto-" + UUID.randomUUID());
        account.form(link());
        var second = "p-" + UUID.randomUUID();
        city.seat("hwk", "VOTING", "Handwerkskammer");
        city.person(second, "Zweites Mitglied");
        city.delegate("hwk", second, "2024-02-01").expect(200);
        assertThat(account.form(link("hwk/" + second)).getStatus()).isEqualTo(409);
    }

    @Test
    void endsWithTheLastDelegation() {
        var account = city.calls().loggedInAs("konto-" + UUID.randomUUID());
        account.form(link());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(roster(account)).contains(name));

        city.calls()
                .post(
                        "bodies/" + city.body() + "/delegations/end",
                        "{'seat':'ihk','until':'2024-12-31'}")
                .expect(200);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(roster(account)).doesNotContain(name));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(access()).isEqualTo("NONE"));
    }

    @Test
    void onlyWhoNamesForTheSeatInvites() {
        assertThat(invite(city.calls().as("secretariat:andere"), "ihk/" + person).getStatus())
                .isEqualTo(403);
        assertThat(
                        invite(city.calls().as("delegating-institution:polizei"), "ihk/" + person)
                                .getStatus())
                .isEqualTo(403);
        assertThat(
                        invite(city.calls().as("delegating-institution:ihk"), "ihk/" + person)
                                .getStatus())
                .isEqualTo(200);
        assertThat(invite(city.calls(), "ihk/p-jemand-anders").getStatus()).isEqualTo(409);
        assertThat(invite(city.calls(), "ihk").getStatus()).isEqualTo(400);
    }

    private String link() {
        return link("ihk/" + person);
    }

    private String link(String whom) {
        return linkOn(invite(city.calls(), whom));
    }

    private static String linkOn(MockHttpServletResponse made) {
        assertThat(made.getStatus()).isEqualTo(200);
        assertThat(made.getHeader("Cache-Control")).isEqualTo("no-store");
        return Calls.read(made).select("main a[href*=/einladungen/]").attr("href");
    }

    private MockHttpServletResponse invite(Calls by, String whom) {
        return invite(by, whom, seed(), false);
    }

    private MockHttpServletResponse invite(Calls by, String whom, String seed, boolean renew) {
        return by.form(
                "/gremien/" + city.body() + "/einladungen",
                "whom",
                whom,
                "seed",
                seed,
                "renew",
                String.valueOf(renew));
    }

    private String seed() {
        return city.calls()
                .page("/gremien/" + city.body())
                .select("form[action$=/einladungen] [name=seed]")
                .val();
    }

    private String roster(Calls reader) {
        return reader.page("/gremien/" + city.body()).text();
    }

    private String access() {
        return city.calls().get("persons/" + person).body().path("access").asString();
    }
}
