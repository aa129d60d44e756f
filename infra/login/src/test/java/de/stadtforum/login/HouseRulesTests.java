package de.stadtforum.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import de.stadtforum.testing.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// All but the rule of rights: this program knows no roles, it only says them.
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
                        .importPackages("de.stadtforum.login");
        assertThat(classes).isNotEmpty();
        rule.check(classes);
    }
}
