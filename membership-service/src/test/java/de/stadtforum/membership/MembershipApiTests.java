package de.stadtforum.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@WholeService
class MembershipApiTests {
    @Autowired MockMvc mvc;
    private Calls resident;
    private Dortmund city;

    @BeforeEach
    void found() {
        resident = new Calls(mvc, List.of());
        city = Dortmund.founded(resident);
    }

    @Test
    void createsOnceAnswersTheSameAgainAndRefusesOtherContent() {
        city.calls().put("bodies/" + city.body(), city.bodyJson()).expect(200);
        city.calls()
                .put("bodies/" + city.body(), city.bodyJson().replace(":20,", ":21,"))
                .refused("BODY_EXISTS");
        city.calls().put("councils/" + city.council(), city.councilJson()).expect(200);
        city.calls()
                .put("councils/" + city.council(), city.councilJson().replace("27", "28"))
                .refused("COUNCIL_EXISTS");
    }

    @Test
    void apportionsTheTenSeatsAndAnswersTheSameWhenAskedAgain() {
        for (var time = 0; time < 2; time++) {
            var answer = city.apportion("2024-01-15", "FACTION_MANDATES").expect(200).body();
            assertThat(answer.get("tie").asBoolean()).isFalse();
            assertThat(answer.get("result").toString())
                    .isEqualTo(
                            "{'afd':1,'cdu':2,'fdp-bl':0,'gruene':3,'linke-plus':1,'partei':0,'spd':3}"
                                    .replace('\'', '"'));
        }
        var roster =
                resident.get("bodies/" + city.body() + "/roster?on=2024-01-15").expect(200).body();
        assertThat(roster.get("seats")).hasSize(10);
        assertThat(roster.get("seats").get(0).get("seat").asString()).isEqualTo("fraktion-spd-1");
        assertThat(
                        resident.get("bodies/" + city.body() + "/roster?on=2024-01-14")
                                .body()
                                .get("seats"))
                .isEmpty();
    }

    @Test
    void aTieWaitsForTheLotOfTheChair() {
        for (var time = 0; time < 2; time++) {
            var answer = city.apportion("2024-01-15", "ALL_MANDATES").expect(200).body();
            assertThat(answer.get("tie").asBoolean()).isTrue();
            assertThat(answer.get("between").toString()).isEqualTo("[\"fdp-bl\",\"gruene\"]");
            assertThat(answer.get("seatsByLot").asInt()).isEqualTo(1);
        }
        var lot =
                "{'council':'%s','asOf':'2024-01-15','winners':['fdp-bl'],'on':'2024-01-16'}"
                        .formatted(city.council());
        resident.as("secretariat:" + city.body())
                .post("bodies/" + city.body() + "/lot", lot)
                .expect(403);
        city.calls()
                .post("bodies/" + city.body() + "/lot", lot.replace("fdp-bl", "spd"))
                .refused("NOT_IN_THE_LOT");
        city.calls().post("bodies/" + city.body() + "/lot", lot).expect(200);
        city.calls().post("bodies/" + city.body() + "/lot", lot).expect(200);

        var seats =
                resident.get("bodies/" + city.body() + "/roster?on=2024-01-15").body().get("seats");
        assertThat(seats.findValuesAsString("seat"))
                .contains("fraktion-fdp-bl-1")
                .doesNotContain("fraktion-gruene-3");
    }

    @Test
    void derivesTheDifferenceToTheSeatsOfToday() {
        city.apportion("2024-01-15", "FACTION_MANDATES").expect(200);
        city.calls()
                .post(
                        "councils/" + city.council() + "/compositions",
                        "{'asOf':'2024-11-15','factions':"
                                + Dortmund.FACTIONS.replace(":22", ":19").replace(":4}", ":7}")
                                + ",'unattached':[]}")
                .expect(200);

        var derived =
                resident.get(
                                "bodies/"
                                        + city.body()
                                        + "/apportionment?council="
                                        + city.council()
                                        + "&asOf=2024-11-15&seats=10&basis=FACTION_MANDATES")
                        .expect(200)
                        .body();
        assertThat(derived.get("difference").toString()).isEqualTo("{\"fdp-bl\":1,\"gruene\":-1}");
        var claim = derived.get("claims").get(1);
        assertThat(claim.get("quota").toString())
                .isEqualTo("{\"numerator\":190,\"denominator\":88}");
        assertThat(claim.get("floor").asInt()).isEqualTo(2);
        assertThat(claim.get("rank").asInt()).isEqualTo(6);
    }

    @Test
    void tellsNamesToThoseInTheBodyOnly() {
        city.seat("polizei", "VOTING", "Polizei");
        city.person("p-polizei", "Mitglied Polizei");
        city.delegate("polizei", "p-polizei", "2024-02-01").expect(200);
        var path = "bodies/" + city.body();

        assertThat(
                        resident.as("member:" + city.body())
                                .get(path + "/roster?on=2024-02-01")
                                .body()
                                .toString())
                .contains("Mitglied Polizei");
        for (var open : List.of(path, path + "/roster?on=2024-02-01", "bodies"))
            assertThat(resident.get(open).expect(200).body().toString())
                    .doesNotContain("Mitglied Polizei")
                    .doesNotContain("p-polizei");
        resident.get("persons/p-polizei").expect(401);
        assertThat(
                        resident.get(path + "/roster?on=2024-02-01")
                                .body()
                                .get("seats")
                                .get(0)
                                .get("filled")
                                .asBoolean())
                .isTrue();
    }

    @Test
    void theSendingInstitutionNamesItsOwnDelegateOnly() {
        city.seat("polizei", "VOTING", "Polizei");
        city.seat("cityring", "VOTING", "Cityring");
        city.person("p-cityring", "Mitglied Cityring");
        var institution =
                new Dortmund(
                        resident.as("delegating-institution:cityring"),
                        city.council(),
                        city.body());

        institution.delegate("cityring", "p-cityring", "2024-02-01").expect(200);
        institution.delegate("polizei", "p-cityring", "2024-02-01").expect(403);
        new Dortmund(resident.as("secretariat:another"), city.council(), city.body())
                .delegate("cityring", "p-cityring", "2024-02-01")
                .expect(403);
        new Dortmund(resident, city.council(), city.body())
                .delegate("cityring", "p-cityring", "2024-02-01")
                .expect(401);
        city.delegate("polizei", "p-nobody", "2024-02-01").refused("PERSON_UNKNOWN");
    }

    @Test
    void anErasedPersonIsForgottenAndCannotBeNamed() {
        city.seat("polizei", "VOTING", "Polizei");
        city.person("p-gone", "Mitglied Ehemals");
        city.delegate("polizei", "p-gone", "2024-02-01").expect(200);
        city.calls().post("persons/p-gone/erase", "{}").expect(403);
        resident.as("data-protection").post("persons/p-gone/erase", "{}").expect(200);

        assertThat(city.calls().get("persons/p-gone").body().toString())
                .doesNotContain("Mitglied Ehemals");
        assertThat(
                        city.calls()
                                .get("bodies/" + city.body() + "/roster?on=2024-02-01")
                                .body()
                                .toString())
                .doesNotContain("Mitglied Ehemals");
        city.delegate("polizei", "p-gone", "2024-03-01").refused("PERSON_UNKNOWN");
        city.calls().put("persons/p-gone", "{'name':'Mitglied Ehemals'}").refused("PERSON_ERASED");
    }

    @Test
    void anUnknownBodyIsNotFound() {
        city.calls()
                .post("bodies/nirgends/invite", "{'seat':'polizei','on':'2024-02-01'}")
                .expect(404);
        resident.get("bodies/nirgends").expect(404);
        resident.get("councils/nirgends").expect(404);
    }

    @Test
    void externalsAreRefusedInTheSteeringGroup() {
        var group = "lenkungskreis-" + city.body();
        var secretariat = resident.as("secretariat:" + group);
        secretariat
                .put(
                        "bodies/" + group,
                        "{'kind':'STEERING_GROUP','name':'Lenkungskreis','votingSeats':0,'meetingsPerYear':0,'publicity':'CLOSED','from':'2024-01-01'}")
                .expect(201);
        secretariat
                .post(
                        "bodies/" + group + "/seats",
                        "{'seat':'ihk','kind':'ADVISORY','basis':'INSTITUTION','holder':'ihk','name':'IHK','from':'2024-01-15'}")
                .refused("EXTERNALS_NOT_FORESEEN");
    }
}
