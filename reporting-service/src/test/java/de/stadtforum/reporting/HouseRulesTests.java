package de.stadtforum.reporting;

import de.stadtforum.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTests {
    @Test
    void reportingKeepsTheHouseRules() {
        HouseRules.check("de.stadtforum.reporting");
    }
}
