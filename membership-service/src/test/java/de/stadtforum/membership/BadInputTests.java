package de.stadtforum.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@WholeService
class BadInputTests {
    @Autowired MockMvc mvc;
    private Calls calls;

    @BeforeEach
    void login() {
        calls = new Calls(mvc, List.of("secretariat", "chair", "data-protection"));
        calls.put( // a body comes before what is said about it
                "bodies/x",
                "{'kind':'COMMITTEE','name':'X','votingSeats':0,'meetingsPerYear':0,'publicity':'CLOSED','from':'2024-01-01'}");
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    PUT  | councils/x              | {'name':'Rat','asOf':'2023-12-12','unattached':[]}                                             | factions
                    PUT  | councils/x              | {'name':'Rat','asOf':'gestern','factions':[],'unattached':[]}                                  | asOf
                    PUT  | councils/x              | {'name':' ','asOf':'2023-12-12','factions':[],'unattached':[]}                                 | name
                    PUT  | councils/x              | {'name':'Rat','asOf':'2023-12-12','factions':[{'id':'SPD!','name':'SPD','mandates':1}],'unattached':[]} | factions[0].id
                    PUT  | councils/x              | {'name':'Rat','asOf':'2023-12-12','factions':[{'id':'spd','name':'SPD','mandates':-1}],'unattached':[]} | factions[0].mandates
                    PUT  | councils/x              | {'name':'Rat','asOf':'2023-12-12','factions':[null],'unattached':[]}                           | factions[0]
                    PUT  | councils/x              | {'name':'Rat','asOf':'2023-12-12','factions':'viele','unattached':[]}                          | factions
                    PUT  | councils/X!             | {'name':'Rat','asOf':'2023-12-12','factions':[],'unattached':[]}                               | id
                    POST | councils/x/compositions | {'factions':[],'unattached':[]}                                                                | asOf
                    POST | councils/x/compositions | {'asOf':'2023-12-12','factions':[],'unattached':[{'id':'a','name':'A','mandates':'drei'}]}     | unattached[0].mandates
                    PUT  | persons/x               | {}                                                                                             | name
                    PUT  | persons/x               | {'name':{'first':'Ada'}}                                                                       | name
                    PUT  | bodies/x                | {'kind':'CLUB','name':'G','votingSeats':0,'meetingsPerYear':0,'publicity':'CLOSED','from':'2024-01-01'} | kind
                    PUT  | bodies/x                | {'kind':'UNKNOWN','name':'G','votingSeats':0,'meetingsPerYear':0,'publicity':'CLOSED','from':'2024-01-01'} | kind
                    PUT  | bodies/x                | {'kind':'ASSEMBLY','name':'G','votingSeats':-1,'meetingsPerYear':0,'publicity':'CLOSED','from':'2024-01-01'} | votingSeats
                    PUT  | bodies/x                | {'kind':'ASSEMBLY','name':'G','votingSeats':1,'meetingsPerYear':999,'publicity':'CLOSED','from':'2024-01-01'} | meetingsPerYear
                    PUT  | bodies/x                | {'kind':'ASSEMBLY','name':'G','votingSeats':1,'meetingsPerYear':0,'from':'2024-01-01'}          | publicity
                    PUT  | bodies/x                | {'kind':'ASSEMBLY','name':'G','votingSeats':1,'meetingsPerYear':0,'publicity':'CLOSED','district':'Ü','from':'2024-01-01'} | district
                    PUT  | bodies/x                | {'kind':'ASSEMBLY','name':'G','votingSeats':1,'meetingsPerYear':0,'publicity':'CLOSED','from':'2024-02-30'} | from
                    POST | bodies/x/seats          | {'seat':'a b','kind':'VOTING','basis':'OFFICE','holder':'a','name':'A','from':'2024-01-01'}     | seat
                    POST | bodies/x/seats          | {'seat':'a','kind':'VOTING','basis':'UNKNOWN','holder':'a','name':'A','from':'2024-01-01'}      | basis
                    POST | bodies/x/seats/withdraw | {'seat':'a'}                                                                                   | until
                    POST | bodies/x/apportion      | {'council':'rat','asOf':'2024-01-01','seats':0,'basis':'ALL_MANDATES'}                         | seats
                    POST | bodies/x/apportion      | {'council':'rat','asOf':'2024-01-01','seats':1.5,'basis':'ALL_MANDATES'}                       | seats
                    POST | bodies/x/apportion      | {'council':'rat','asOf':'2024-01-01','seats':10,'basis':'WEIGHTS'}                             | basis
                    POST | bodies/x/lot            | {'council':'rat','asOf':'2024-01-01','winners':[],'on':'2024-01-01'}                           | winners
                    POST | bodies/x/lot            | {'council':'rat','asOf':'2024-01-01','winners':['SPD'],'on':'2024-01-01'}                      | winners[0]
                    POST | bodies/x/delegates      | {'seat':'a','person':'','from':'2024-01-01'}                                                   | person
                    POST | bodies/x/delegates      | {'seat':'a','person':'p','from':'2024-01-01','name':'Ada'}                                     | name
                    POST | bodies/x/delegations/end | {'seat':'a','until':20240101}                                                                 | until
                    POST | bodies/x/deputies       | {'seat':'a','person':'p','rank':0,'from':'2024-01-01'}                                         | rank
                    POST | bodies/x/invite         | {'seat':'a','on':null}                                                                         | on
                    POST | bodies/x/chair          | {'from':'2024-01-01'}                                                                          | seat
                    POST | bodies/x/secretariat    | {'office':'amt','name':'','from':'2024-01-01'}                                                 | name
                    POST | bodies/x/end            | {}                                                                                             | until
                    """)
    void namesTheFieldAndTheRule(String method, String path, String json, String field) {
        var answer = method.equals("PUT") ? calls.put(path, json) : calls.post(path, json);

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(400);
        var errors = answer.body().path("errors");
        assertThat(errors.findValuesAsString("field")).as("%s", answer.body()).contains(field);
        assertThat(errors.findValuesAsString("rule"))
                .allSatisfy(rule -> assertThat(rule).isNotBlank());
        assertThat(errors.findValuesAsString("message"))
                .allSatisfy(words -> assertThat(words).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource({
        "bodies/x/roster?on=morgen, on",
        "bodies/x/apportionment?asOf=2024-01-01&seats=10&basis=ALL_MANDATES, council",
        "bodies/x/apportionment?council=rat&asOf=2024-01-01&seats=0&basis=ALL_MANDATES, seats",
        "bodies/x/apportionment?council=rat&asOf=2024-01-01&seats=zehn&basis=ALL_MANDATES, seats",
        "bodies/x/apportionment?council=rat&asOf=2024-01-01&seats=10&basis=UNKNOWN, basis",
        "bodies/x/apportionment?council=rat&asOf=bald&seats=10&basis=ALL_MANDATES, asOf",
        "bodies/Nicht%20da, id",
    })
    void namesTheWrongPartOfAnAddress(String path, String field) {
        var answer = calls.get(path).expect(400);

        assertThat(answer.body().path("errors").findValuesAsString("field"))
                .as("%s", answer.body())
                .contains(field);
    }

    @Test
    void refusesWhatIsNoJsonOrTooLarge() {
        calls.put("persons/x", "{'name':").expect(400);
        calls.put("persons/x", "").expect(400);
        calls.put("persons/x", "[]").expect(400);
        calls.put("persons/x", "{'name':'" + "a".repeat(201) + "'}").expect(400);
        calls.put("persons/x", "{'name':'" + "a".repeat(300_000) + "'}").expect(413);
        calls.post(
                        "bodies/x/apportion",
                        "{'council':'rat','asOf':'2024-01-01','seats':99999999999,'basis':'ALL_MANDATES'}")
                .expect(400);
        calls.get("persons/x").expect(404);
    }
}
