package de.stadtforum.membership;

import de.stadtforum.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTests {
    @Test
    void keepsTheHouseRules() {
        HouseRules.check("de.stadtforum.membership");
    }
}
