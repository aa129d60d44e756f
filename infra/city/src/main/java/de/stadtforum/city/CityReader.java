package de.stadtforum.city;

import de.stadtforum.city.Bodies.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// Reads a city's folder and checks it as a whole, so that one look at the faults is enough.
final class CityReader {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_PERIOD = 60;
    private static final List<String> NUMBERS =
            List.of(
                    "null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht",
                    "neun", "zehn", "elf", "zwölf");

    private final CityFolder folder;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, CityFile> files = new HashMap<>();

    private CityReader(CityFolder folder) {
        this.folder = folder;
    }

    static City read(CityFolder folder) {
        return new CityReader(folder).read();
    }

    private City read() {
        var profile = file("city.json", Profile.class);
        var places = file("districts.json", Districts.class);
        var bodies = file("bodies.json", Bodies.class);
        var institutions = file("institutions.json", Institutions.class);
        var councils = file("councils.json", Councils.class);
        var law = file("law.json", Law.class);
        if (profile != null) profile(profile);
        if (places != null) places(places);
        if (bodies != null) bodies(bodies);
        if (institutions != null) institutions(institutions);
        if (councils != null) councils(councils);
        if (law != null) law(law);
        if (profile != null && bodies != null) bodiesOf(profile, bodies);
        if (bodies != null && institutions != null) {
            votes(bodies, institutions);
            offices(bodies, institutions);
        }
        for (var page : City.LEGAL_PAGES)
            if (folder.find(City.legalFile(page)).isEmpty())
                faults.add(City.legalFile(page) + ": is missing");
        var german = words("words.properties");
        var english = words("words_en.properties");
        if (profile == null
                || places == null
                || bodies == null
                || institutions == null
                || councils == null
                || law == null
                || !faults.isEmpty()) throw new InvalidCity(folder.location(), faults);
        var given = terms(profile, law);
        given.putAll(german);
        return new City(
                folder,
                profile,
                places,
                bodies,
                institutions,
                councils.councils(),
                law,
                new Words(given, english));
    }

    private <T> @Nullable T file(String name, Class<T> type) {
        var file = folder.open(name, faults);
        file.ifPresent(found -> files.put(name, found));
        return file.map(found -> found.as(type, faults)).orElse(null);
    }

    private void fault(String file, String pointer, String what) {
        faults.add(Objects.requireNonNull(files.get(file)).at(pointer, what));
    }

    private void profile(Profile profile) {
        var file = "city.json";
        id(file, "/id", profile.id());
        if (pattern(file, "/paperNumber", profile.paperNumber())) {
            if (profile.paperExamples().isEmpty())
                fault(file, "/paperExamples", "at least one example is needed, for hints");
            for (var i = 0; i < profile.paperExamples().size(); i++) {
                var example = profile.paperExamples().get(i);
                if (!Pattern.matches(profile.paperNumber(), example))
                    fault(
                            file,
                            "/paperExamples/" + i,
                            example + " is no paper number by paperNumber");
            }
        }
        pattern(file, "/workingGroups", profile.workingGroups());
        if (!profile.factionSeats().matches("[a-z][a-z0-9-]{0,19}"))
            fault(file, "/factionSeats", "begins an id: small letters, digits and hyphens");
    }

    private void places(Districts places) {
        var file = "districts.json";
        var list = places.districts();
        if (list.isEmpty()) fault(file, "/districts", "a city has at least one district");
        for (var i = 0; i < list.size(); i++) {
            var at = "/districts/" + i;
            var district = list.get(i);
            id(file, at + "/id", district.id());
            id(file, at + "/council/id", district.council().id());
            if (district.row() < 0) fault(file, at + "/row", "counts from 0");
            if (district.column() < 0) fault(file, at + "/column", "counts from 0");
            for (var before : list.subList(0, i))
                if (before.row() == district.row() && before.column() == district.column())
                    fault(
                            file,
                            at + "/row",
                            "the tile in row "
                                    + district.row()
                                    + ", column "
                                    + district.column()
                                    + " is "
                                    + before.id()
                                    + "'s already");
        }
        unique(file, "/districts", "/id", list, District::id);
        unique(file, "/districts", "/council/id", list, each -> each.council().id());
    }

    private void bodies(Bodies bodies) {
        var file = "bodies.json";
        unique(file, "/bodies", "/id", bodies.bodies(), Bodies.Body::id);
        unique(file, "/departments", "/id", bodies.departments(), Bodies.Department::id);
        for (var i = 0; i < bodies.bodies().size(); i++)
            id(file, "/bodies/" + i + "/id", bodies.bodies().get(i).id());
        for (var i = 0; i < bodies.departments().size(); i++)
            id(file, "/departments/" + i + "/id", bodies.departments().get(i).id());
    }

    private void institutions(Institutions institutions) {
        var file = "institutions.json";
        var before = new TreeSet<String>();
        for (var list :
                List.of(
                        Map.entry("/voting", institutions.voting()),
                        Map.entry("/offices", institutions.offices()),
                        Map.entry("/advisory", institutions.advisory())))
            for (var i = 0; i < list.getValue().size(); i++) {
                var at = list.getKey() + "/" + i + "/id";
                var id = list.getValue().get(i).id();
                id(file, at, id);
                if (!before.add(id)) fault(file, at, id + " has a seat already");
            }
    }

    private void councils(Councils councils) {
        var file = "councils.json";
        if (councils.councils().isEmpty()) fault(file, "/councils", "one council is needed");
        unique(file, "/councils", "/id", councils.councils(), Councils.Council::id);
        for (var i = 0; i < councils.councils().size(); i++) {
            var council = councils.councils().get(i);
            var at = "/councils/" + i;
            id(file, at + "/id", council.id());
            unique(file, at + "/factions", "/id", council.factions(), Councils.Faction::id);
            mandates(file, at + "/factions", council.factions());
            mandates(file, at + "/unattached", council.unattached());
        }
    }

    private void mandates(String file, String at, List<Councils.Faction> factions) {
        for (var i = 0; i < factions.size(); i++) {
            id(file, at + "/" + i + "/id", factions.get(i).id());
            if (factions.get(i).mandates() < 1)
                fault(file, at + "/" + i + "/mandates", "at least one mandate");
        }
    }

    private void law(Law law) {
        if (law.invitationPeriodDays() < 0 || law.invitationPeriodDays() > LONGEST_PERIOD)
            fault("law.json", "/invitationPeriodDays", "from 0 to " + LONGEST_PERIOD + " days");
        for (var cited : reference("law.json", Law.class).cites().keySet())
            if (!law.cites().containsKey(cited))
                fault("law.json", "/cites", cited + " is missing: pages cite it");
    }

    private void bodiesOf(Profile profile, Bodies bodies) {
        isOne("/assembly", profile.assembly(), Kind.ASSEMBLY, bodies);
        isOne("/steeringGroup", profile.steeringGroup(), Kind.STEERING_GROUP, bodies);
        isOne("/reportedTo", profile.reportedTo(), Kind.COMMITTEE, bodies);
    }

    private void isOne(String pointer, String id, Kind kind, Bodies bodies) {
        if (bodies.bodies().stream().noneMatch(each -> each.id().equals(id) && each.kind() == kind))
            fault("city.json", pointer, "bodies.json has no " + kind + " with the id " + id);
    }

    /// What the resolution says of the votes is what the seats come to.
    private void votes(Bodies bodies, Institutions institutions) {
        var seats =
                institutions.voting().size()
                        + institutions.offices().size()
                        + institutions.factionSeats();
        for (var i = 0; i < bodies.bodies().size(); i++) {
            var body = bodies.bodies().get(i);
            if (body.kind() == Kind.ASSEMBLY && body.votingSeats() != seats)
                fault(
                        "bodies.json",
                        "/bodies/" + i + "/votingSeats",
                        body.votingSeats()
                                + " votes, but institutions.json comes to "
                                + seats
                                + ": "
                                + institutions.voting().size()
                                + " institutions, "
                                + institutions.offices().size()
                                + " offices, "
                                + institutions.factionSeats()
                                + " of the factions");
        }
    }

    /// Who leads and who organises a body has a name in the data.
    private void offices(Bodies bodies, Institutions institutions) {
        var known = new TreeSet<String>();
        for (var list :
                List.of(institutions.voting(), institutions.offices(), institutions.advisory()))
            list.forEach(each -> known.add(each.id()));
        bodies.departments().forEach(each -> known.add(each.id()));
        for (var i = 0; i < bodies.bodies().size(); i++) {
            var body = bodies.bodies().get(i);
            if (body.chair() != null && !known.contains(body.chair()))
                fault("bodies.json", "/bodies/" + i + "/chair", body.chair() + " has no seat");
            if (body.secretariat() != null && !known.contains(body.secretariat()))
                fault(
                        "bodies.json",
                        "/bodies/" + i + "/secretariat",
                        body.secretariat() + " is neither an institution nor a department");
        }
    }

    private Map<String, String> words(String file) {
        var text = folder.find(file);
        if (text.isEmpty()) {
            faults.add(file + ": is missing");
            return Map.of();
        }
        try {
            var words = Words.parsed(text.get());
            for (var key : Words.parsed(referenceText(file)).keySet())
                if (!words.containsKey(key)) faults.add(file + ":1: " + key + " is missing");
            words.forEach((key, word) -> {
                if (key.startsWith(Words.TERM)
                        && word.chars().anyMatch(sign -> "'{}".indexOf(sign) >= 0))
                    faults.add(
                            file
                                    + ":"
                                    + Words.line(text.get(), key)
                                    + ": "
                                    + key
                                    + " holds ', { or }, which sentences cannot take in");
            });
            return words;
        } catch (CityFile.Fault malformed) {
            faults.add(file + ":1: " + malformed.getMessage());
            return Map.of();
        }
    }

    /// The data set that ships is the measure of what a city must say.
    private static <T> T reference(String file, Class<T> type) {
        return CityFolder.shipped().read(file, type);
    }

    private static String referenceText(String file) {
        return CityFolder.shipped().find(file).orElseThrow();
    }

    /// Terms that follow from the other files.
    private static Map<String, String> terms(Profile profile, Law law) {
        var terms = new TreeMap<String, String>();
        terms.put(Words.TERM + "city", profile.name());
        terms.put(Words.TERM + "law", law.shortName());
        law.cites().forEach((cited, where) -> terms.put(Words.TERM + "law." + cited, where));
        terms.put(Words.TERM + "paper.example", profile.paperExamples().getFirst());
        terms.put(Words.TERM + "invitation-period", days(law.invitationPeriodDays(), false));
        terms.put(Words.TERM + "invitation-period.to", days(law.invitationPeriodDays(), true));
        terms.put(Words.TERM + "paper.examples", String.join(" oder ", profile.paperExamples()));
        return terms;
    }

    private static String days(int number, boolean dative) {
        if (number == 1) return dative ? "einem Tag" : "einen Tag";
        var word = number < NUMBERS.size() ? NUMBERS.get(number) : "" + number;
        return word + (dative ? " Tagen" : " Tage");
    }

    private void id(String file, String pointer, String id) {
        if (!ID.matcher(id).matches())
            fault(file, pointer, id + " is no id: small letters, digits and single hyphens");
    }

    private boolean pattern(String file, String pointer, String pattern) {
        try {
            Pattern.compile(pattern);
            return true;
        } catch (PatternSyntaxException wrong) {
            fault(file, pointer, "is no regular expression: " + wrong.getDescription());
            return false;
        }
    }

    private <T> void unique(
            String file, String list, String field, List<T> all, Function<T, String> id) {
        var seen = new TreeSet<String>();
        for (var i = 0; i < all.size(); i++)
            if (!seen.add(id.apply(all.get(i))))
                fault(
                        file,
                        list + "/" + i + field,
                        id.apply(all.get(i)) + " stands here a second time");
    }
}
