package de.stadtforum.login;

import de.stadtforum.testing.HouseRules;
import org.junit.jupiter.api.Test;

/// All but the rule of rights: this program knows no roles, it only says them.
class HouseRulesTests {
    @Test
    void keepsTheHouseRules() {
        HouseRules.checkWithoutRights("de.stadtforum.login");
    }
}
