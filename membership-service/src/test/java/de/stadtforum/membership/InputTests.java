package de.stadtforum.membership;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.testing.InputRules;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/// Every date says whether it happened or is planned, every text what it takes.
@WholeService
class InputTests {
    @Autowired private ApplicationContext service;
    @Autowired private MockMvc mvc;

    @Test
    void everyDateAndEveryTextSaysWhatItTakes() {
        assertThat(InputRules.broken(service)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {2} does not lie ahead")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    councils/{x}/compositions | {'asOf':'2199-01-01','factions':[],'unattached':[]} | asOf
                    bodies/{x}/invite | {'seat':'polizei','on':'2199-01-01'} | on
                    bodies/{x}/lot | {'council':'x','asOf':'2024-01-15','winners':['spd'],'on':'2199-01-01'} | on
                    bodies/{x}/delegates | {'seat':'polizei','person':'p','from':'2199-01-01'} | from
                    bodies/{x}/delegations/end | {'seat':'polizei','until':'2199-01-01'} | until
                    bodies/{x}/delegations/end/correct | {'seat':'polizei','person':'p','until':'2199-01-01','reason':'x'} | until
                    bodies/{x}/deputies | {'seat':'polizei','person':'p','rank':1,'from':'2199-01-01'} | from
                    bodies/{x}/deputies/end | {'seat':'polizei','person':'p','until':'2199-01-01'} | until
                    bodies/{x}/seats/withdraw | {'seat':'polizei','until':'2199-01-01'} | until
                    bodies/{x}/chair | {'seat':'polizei','from':'2199-01-01'} | from
                    bodies/{x}/end | {'until':'1900-01-01'} | until
                    """)
    void aDayThatHappenedIsNotAheadAndAPlannedOneIsSensible(
            String path, String json, String field) {
        var city = Dortmund.founded(new Calls(mvc, List.of()));
        city.seat("polizei", "VOTING", "Polizei");
        var id = path.startsWith("councils") ? city.council() : city.body();

        var errors =
                city.calls().post(path.replace("{x}", id), json).expect(400).body().path("errors");
        assertThat(errors.findValuesAsString("field")).containsExactly(field);
    }

    @Test
    void adelegationMayBeginOnAPlannedDay() {
        var city = Dortmund.founded(new Calls(mvc, List.of()));
        city.seat("polizei", "VOTING", "Polizei");
        city.person("p-geplant", "Mitglied Geplant");

        city.delegate("polizei", "p-geplant", "2027-03-01").expect(200);
        city.delegate("polizei", "p-geplant", "2023-03-01").refused("BODY_NOT_IN_FORCE");
    }
}
