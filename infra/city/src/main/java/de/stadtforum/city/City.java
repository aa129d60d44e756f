package de.stadtforum.city;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A city as its folder of data has it: nothing of it stands in a program.
///
/// @param folder for files that one program alone reads, by [CityFolder#read]
public record City(
        CityFolder folder,
        Profile profile,
        Districts places,
        Bodies register,
        Institutions institutions,
        List<Councils.Council> councils,
        Law law,
        Words words) {
    /// What the law asks each site for.
    public static final List<String> LEGAL_PAGES =
            List.of("impressum", "datenschutz", "barrierefreiheit");

    private static final Map<String, City> READ = new ConcurrentHashMap<>();

    /// A body as pages name it.
    public record Addressee(String id, String name, String shortName) {}

    public City {
        councils = List.copyOf(councils);
    }

    /// @param location as in `stadtforum.city`: a directory, or empty for the data set that ships
    /// @throws InvalidCity with each fault by file and line
    public static City read(@Nullable String location) {
        var folder = CityFolder.of(location);
        return READ.computeIfAbsent(folder.location(), _ -> CityReader.read(folder));
    }

    /// The data set that ships as the default.
    public static City shipped() {
        return read("");
    }

    /// One of [#LEGAL_PAGES], as safe HTML below its heading.
    public String legalPage(String page) {
        return folder.find(legalFile(page)).orElseThrow();
    }

    static String legalFile(String page) {
        return "legal/" + page + ".html";
    }

    public String id() {
        return profile.id();
    }

    public String name() {
        return profile.name();
    }

    public String assembly() {
        return profile.assembly();
    }

    public String assemblyName() {
        return body(profile.assembly()).name();
    }

    public Profile.@Nullable Platform platform() {
        return profile.platform();
    }

    public String source() {
        return places.source();
    }

    public String sourceEn() {
        return places.sourceEn();
    }

    public LocalDate labsDueBy() {
        return places.labsDueBy();
    }

    public List<District> districts() {
        return places.districts();
    }

    public List<District> open() {
        return places.open();
    }

    public Optional<District> district(String id) {
        return districts().stream().filter(district -> district.id().equals(id)).findFirst();
    }

    /// A district's name; the id itself where the data do not know it.
    public String nameOf(String district) {
        return district(district).map(District::name).orElse(district);
    }

    Bodies.Body body(String id) {
        return register.bodies().stream()
                .filter(body -> body.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /// The name of an institution, an office or a department.
    public String officeName(String id) {
        return Stream.of(institutions.voting(), institutions.offices(), institutions.advisory())
                .flatMap(List::stream)
                .filter(each -> each.id().equals(id))
                .map(Institutions.Institution::name)
                .findFirst()
                .or(() ->
                        register.departments().stream()
                                .filter(each -> each.id().equals(id))
                                .map(Bodies.Department::name)
                                .findFirst())
                .orElseThrow();
    }

    /// Before whom the concept of the labs must lie: the committee that the data name, and the council of each district.
    public List<Addressee> conceptBefore() {
        return Stream.concat(
                        register.bodies().stream()
                                .filter(body -> Boolean.TRUE.equals(body.conceptBefore()))
                                .map(body -> new Addressee(body.id(), body.name(), body.called())),
                        districts().stream()
                                .map(District::council)
                                .map(council ->
                                        new Addressee(
                                                council.id(), council.name(), council.shortName())))
                .toList();
    }

    public Set<String> bodiesBefore() {
        var ids = new LinkedHashSet<String>();
        conceptBefore().forEach(body -> ids.add(body.id()));
        return ids;
    }

    /// Before which something of the labs is laid, for a choice by name.
    public List<Addressee> bodies() {
        return Stream.concat(
                        conceptBefore().stream(),
                        Stream.of(new Addressee(assembly(), assemblyName(), assemblyName())))
                .toList();
    }

    public List<Addressee> bodiesOf(Collection<String> ids) {
        return bodies().stream().filter(body -> ids.contains(body.id())).toList();
    }

    /// Null where the data do not know it: a page never shows an id.
    public @Nullable String bodyName(String id) {
        return bodies().stream()
                .filter(body -> body.id().equals(id))
                .map(Addressee::name)
                .findFirst()
                .orElse(null);
    }

    /// Where something of the labs is laid before: a body that the data know.
    public boolean isBody(String id) {
        return bodyName(id) != null;
    }

    /// A presentation without a paper is made orally.
    public boolean isPaperNumber(@Nullable String paper) {
        return paper == null || Pattern.matches(profile.paperNumber(), paper);
    }

    /// Results of a lab are reported to the assembly or one of its working groups.
    public boolean hearsResults(String body) {
        return body.equals(assembly()) || Pattern.matches(profile.workingGroups(), body);
    }
}
