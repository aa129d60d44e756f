package de.stadtforum.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import de.stadtforum.testing.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// All but the rule of rights: the gateway leaves them to the services.
class HouseRulesTests {
    static Stream<ArchRule> rules() {
        return Stream.of(
                HouseRules.names(),
                HouseRules.packages(),
                HouseRules.clock(),
                HouseRules.independence(),
                HouseRules.nullMarked());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void keepsTheRuleOfTheHouse(ArchRule rule) {
        var classes =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("de.stadtforum.gateway");
        assertThat(classes).isNotEmpty();
        rule.check(classes);
    }
}
