package de.stadtforum.city;

import de.stadtforum.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTests {
    @Test
    void keepsTheHouseRules() {
        HouseRules.checkLibrary("de.stadtforum.city");
    }
}
