package de.stadtforum.search;

import de.stadtforum.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTests {
    @Test
    void isBuiltAsTheHouseIs() {
        HouseRules.checkLibrary("de.stadtforum.search");
    }
}
