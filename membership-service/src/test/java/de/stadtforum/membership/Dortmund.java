package de.stadtforum.membership;

import java.util.concurrent.atomic.AtomicInteger;

/// The council of 2020 and an assembly with ten votes of institutions and ten of the factions, each test with ids of its own.
record Dortmund(Calls calls, String council, String body) {
    static final String FACTIONS =
            """
            [{'id':'spd','name':'SPD-Fraktion','mandates':27},{'id':'gruene','name':'Fraktion BÜNDNIS 90/DIE GRÜNEN','mandates':22},
             {'id':'cdu','name':'CDU-Fraktion','mandates':20},{'id':'linke-plus','name':'Fraktion DIE LINKE+','mandates':7},
             {'id':'afd','name':'AfD-Fraktion','mandates':5},{'id':'fdp-bl','name':'Fraktion FDP/Bürgerliste','mandates':4},
             {'id':'partei','name':'Fraktion Die PARTEI','mandates':3}]\
            """;
    static final String UNATTACHED =
            "[{'id':'rechte','name':'Die Rechte','mandates':1},{'id':'bvt','name':'Bündnis für Vielfalt und Toleranz','mandates':1}]";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    static Dortmund founded(Calls anybody) {
        var number = NUMBER.incrementAndGet();
        var body = "vollversammlung-" + number;
        var calls = anybody.as("secretariat:" + body, "chair:" + body);
        var city = new Dortmund(calls, "rat-" + number, body);
        calls.put("councils/" + city.council, city.councilJson()).expect(201);
        calls.put("bodies/" + body, city.bodyJson()).expect(201);
        return city;
    }

    String councilJson() {
        return "{'name':'Rat der Stadt Dortmund','asOf':'2023-12-12','factions':"
                + FACTIONS
                + ",'unattached':"
                + UNATTACHED
                + "}";
    }

    String bodyJson() {
        return "{'kind':'ASSEMBLY','name':'Vollversammlung','votingSeats':20,'meetingsPerYear':3,'publicity':'PUBLIC','from':'2024-01-15'}";
    }

    void seat(String id, String kind, String name) {
        calls.post(
                        "bodies/" + body + "/seats",
                        "{'seat':'%s','kind':'%s','basis':'INSTITUTION','holder':'%s','name':'%s','from':'2024-01-15'}"
                                .formatted(id, kind, id, name))
                .expect(200);
    }

    Calls.Answer apportion(String asOf, String basis) {
        return calls.post(
                "bodies/" + body + "/apportion",
                "{'council':'%s','asOf':'%s','seats':10,'basis':'%s'}"
                        .formatted(council, asOf, basis));
    }

    void person(String id, String name) {
        calls.put("persons/" + id, "{'name':'" + name + "'}");
    }

    Calls.Answer delegate(String seat, String person, String from) {
        return calls.post(
                "bodies/" + body + "/delegates",
                "{'seat':'%s','person':'%s','from':'%s'}".formatted(seat, person, from));
    }
}
