package de.stadtforum.lab.districts;

import de.stadtforum.city.City;
import de.stadtforum.web.Role;
import de.stadtforum.web.Scope;
import org.springframework.stereotype.Component;

/// Whose word counts: teams, moderators and district councils are of a district, chair and secretariat of the assembly, and what
/// is one for the whole city is for those whose role was given for all of it.
@Component
public class CityRights {
    private final City city;

    CityRights(City city) {
        this.city = city;
    }

    public Scope in(String district) {
        return withAssembly(Scope.of(district));
    }

    /// The concept and the statement on the city's tool (resolution 5.3, 5.6).
    public Scope inTheCity() {
        return withAssembly(Scope.CITY);
    }

    private Scope withAssembly(Scope scope) {
        var assembly = Scope.of(city.assembly());
        return scope.with(Role.CHAIR, assembly).with(Role.SECRETARIAT, assembly);
    }
}
