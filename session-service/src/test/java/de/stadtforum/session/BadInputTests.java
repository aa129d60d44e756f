package de.stadtforum.session;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.session.voting.OneOfEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Bad input is refused with the field and the rule, and nothing is written.
@SessionTest
class BadInputTests {
    @Autowired private Client client;

    @Autowired private OneOfEach oneOfEach;

    @BeforeEach
    void bringAboutWhatIsNamed() {
        oneOfEach.store();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "PUT | /meetings/Bad_Id | {'body':'vollversammlung','date':'2024-03-05'} | id",
                "PUT | /meetings/m | {'body':'vollversammlung','date':'gestern'} | date",
                "PUT | /meetings/m | {'body':'vollversammlung','date':'+999999999-12-31'} | date",
                "PUT | /meetings/m | {'body':'vollversammlung'} | date",
                "PUT | /meetings/m | {'body':'vollversammlung','date':'2024-03-05','mehr':1} | mehr",
                "PUT | /meetings/m | {'body':'vollversammlung', | Json",
                "PUT | /meetings/m | [] | Body",
                "POST | /meetings/m/convene | {'begins':'2024-03-05','place':'R','invitedOn':'2024-02-20','publicMeeting':true} | begins",
                "POST | /meetings/m/convene | {'begins':'2024-03-05T16:00:00Z','place':' ','invitedOn':'2024-02-20','publicMeeting':true} | place",
                "POST | /meetings/m/convene | {'begins':'2024-03-05T16:00:00Z','place':'R','invitedOn':'2024-02-20','publicMeeting':'ja'} | publicMeeting",
                "POST | /meetings/m/items | {'item':'i','number':'neun','part':'PUBLIC','title':'T'} | number",
                "POST | /meetings/m/items | {'item':'i','number':'9','part':'UNKNOWN','title':'T'} | part",
                "POST | /meetings/m/items | {'item':'i','number':'9','part':'SECRET','title':'T'} | part",
                "POST | /meetings/m/items | {'item':'i','number':'9','part':'PUBLIC','title':7} | title",
                "POST | /meetings/m/attendance | {'seat':'s','person':'p','presence':'PRESENT','at':'2024-03-05T16:00:00Z'} | deputy",
                "POST | /meetings/m/items/i/conclude | {'outcome':null} | outcome",
                "PUT | /votes/v | {'meeting':'m','item':'i','mode':'OPEN','motion':{'kind':'abolish'},'confirmed':['s']} | motion",
                "PUT | /votes/v | {'meeting':'m','item':'i','mode':'OPEN','motion':{'text':'?'},'confirmed':['s']} | motion",
                "PUT | /votes/v | {'meeting':'m','item':'i','mode':'OPEN','motion':{'kind':'procedural'},'confirmed':['s']} | motion.text",
                "PUT | /votes/v | {'meeting':'m','item':'i','mode':'OPEN','motion':{'kind':'name-field','id':'A','title':'T'},'confirmed':['s']} | motion.id",
                "PUT | /votes/v | {'meeting':'m','item':'i','mode':'OPEN','motion':{'kind':'procedural','text':'T'},'confirmed':[null]} | confirmed",
                "PUT | /votes/v | {'meeting':'m','item':'i','mode':'OPEN','motion':{'kind':'procedural','text':'T'},'confirmed':[]} | confirmed",
                "POST | /votes/v/ballots | {'seat':'s','choice':'MAYBE'} | choice",
                "POST | /votes/v/ballots | {'seat':'s','choice':1} | choice",
                "POST | /votes/v/counts | {'tally':{'YES':-1}} | tally",
                "POST | /votes/v/counts | {'tally':{'MAYBE':1}} | tally",
                "POST | /votes/v/counts | {'tally':{'YES':null}} | tally",
                "POST | /votes/v/ballots/all | {'choices':{'s':'MAYBE'}} | choices",
                "POST | /votes/v/ballots/all | {'choices':{}} | choices",
                "POST | /votes/v/ballots/withdraw | {'seat':'s'} | reason",
                "POST | /votes/v/counts/withdraw | {'reason':' '} | reason",
                "POST | /votes/v/totals | {'yes':-1,'no':0,'abstain':0} | yes",
                "POST | /votes/v/cancel | {} | reason",
                "POST | /votes/v/close | {'on':'2024-03-21'} | on",
                "POST | /votes/v/close | {'confirmedMissing':-1} | confirmedMissing",
                "POST | /meetings/m/conflicts/withdraw | {'seat':'s','item':'i'} | reason",
                "POST | /meetings/m/handover/withdraw | {'seat':'s','item':'i'} | reason",
                "PUT | /proposals/p | {'body':'b','kind':'OTHER','source':'s','title':'T','publicTitle':null,'on':'2024-03-05'} | publicTitle",
                "POST | /papers/p/number | {'number':'26093/22','on':'2024-03-05'} | number",
                "POST | /groups/g/dates | {'date':'05.03.2024'} | date",
                "PUT | /topics/t | {'body':'b','title':'\\u0000','on':'2024-03-05'} | title"
            })
    void namesTheFieldAndTheRule(String method, String path, String body, String named) {
        var answer =
                method.equals("PUT")
                        ? client.put(Client.OFFICE, path, body)
                        : client.post(Client.OFFICE, path, body);

        answer.is(400);
        assertThat(answer.body())
                .contains("\"" + named)
                .contains("\"rule\"")
                .doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource({
        "/meetings/keine",
        "/votes/keine",
        "/recommendations/keine",
        "/groups/keine",
        "/papers/keine",
        "/topics/keine",
        "/questions/keine",
        "/fields/keine",
        "/rules/keine",
        "/proposals/keine"
    })
    void whatIsNotThereIsNotFound(String path) {
        client.get(Client.OFFICE, path).is(404);
        assertThat(client.post(Client.OFFICE, path + "/sign", "{'on':'2024-03-05'}").status())
                .isIn(404, 405);
    }
}
