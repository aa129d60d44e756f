package de.stadtforum.messaging;

import de.stadtforum.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTests {
    @Test
    void isBuiltAsTheHouseIs() {
        HouseRules.checkLibrary("de.stadtforum.messaging");
    }
}
