package de.stadtforum.gateway;

import de.stadtforum.testing.HouseRules;
import org.junit.jupiter.api.Test;

/// All but the rule of rights: the gateway leaves them to the services.
class HouseRulesTests {
    @Test
    void keepsTheHouseRules() {
        HouseRules.checkWithoutRights("de.stadtforum.gateway");
    }
}
