package de.stadtforum.gateway.cache;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The list of what may be kept: addresses that answer all residents alike. What stands here in no form is never kept, whatever a service says.
/// A page after a form says a notice to the one who sent it: whoever brings that cookie is past this cache.
final class PublicPaths {
    private static final int LONGEST = 300;
    private static final String ID = "(/[a-z0-9][a-z0-9-]{0,63})?";

    private static final Map<String, Pattern> OF_SERVICE = new LinkedHashMap<>();

    static {
        list(
                "lab",
                "/",
                "/labore" + ID,
                "/konzept",
                "/beteiligungsplattform",
                "/api/lab/(labs|concepts|tool-statements)" + ID);
        list(
                "session",
                "/empfehlungen" + ID,
                "/handlungsfelder" + ID,
                "/geschaeftsordnung",
                "/(sitzungen|abstimmungen)/[a-z0-9][a-z0-9-]{0,63}",
                "/api/session/(fields|recommendations|rules)" + ID);
        list(
                "membership",
                "/gremien(" + ID + "|/[a-z0-9][a-z0-9-]{0,63}/sitzverteilung)",
                "/api/membership/(bodies|councils)" + ID);
        list(
                "reporting",
                "/berichte(/[a-z0-9][a-z0-9-]{0,63}(\\.pdf)?)?",
                "/beschluss(/[0-9a-z.]{1,20})?",
                "/pflichten",
                "/abschlussbericht",
                "/api/reporting/(figures|sentences|obligations|reports" + ID + ")");
        list("styles", "/favicon\\.ico", "/stil/[A-Za-z0-9/._-]{1,150}");
        for (var service : new String[] {"lab", "session", "membership", "reporting"})
            list(service + "-document", "/api/" + service + "/openapi\\.json");
    }

    /// What pages can be asked for: language, page of a list, district, day, half-year or other period, light of an obligation, edition of a style sheet.
    private static final Pattern QUERY =
            Pattern.compile(
                    "\\?(lang|seite|bezirk|am|stichtag|halfYear|period|stand|v)=[A-Za-z0-9._-]{0,40}(&(lang|seite|bezirk|am|stichtag|halfYear|period|stand|v)=[A-Za-z0-9._-]{0,40}){0,2}");

    private PublicPaths() {}

    private static void list(String service, String... paths) {
        OF_SERVICE.put(service, Pattern.compile(String.join("|", paths)));
    }

    /// Whose address this is, if it may be kept.
    ///
    /// @param address path and query, as they were sent
    static @Nullable String owner(String address) {
        if (address.length() > LONGEST) return null;
        var question = address.indexOf('?');
        var path = question < 0 ? address : address.substring(0, question);
        if (question >= 0 && !QUERY.matcher(address.substring(question)).matches()) return null;
        for (var each : OF_SERVICE.entrySet())
            if (each.getValue().matcher(path).matches()) return each.getKey();
        return null;
    }
}
