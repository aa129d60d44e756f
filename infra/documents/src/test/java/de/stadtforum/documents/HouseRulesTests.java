package de.stadtforum.documents;

import de.stadtforum.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTests {
    @Test
    void isBuiltAsTheHouseIs() {
        HouseRules.checkInfrastructure("de.stadtforum.documents");
    }
}
