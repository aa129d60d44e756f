package de.stadtforum.web;

import de.stadtforum.city.City;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/// What [PaperNumber] takes in this city; a missing one passes.
final class PaperNumberRule implements ConstraintValidator<PaperNumber, @Nullable String> {
    private final City city;

    PaperNumberRule(City city) {
        this.city = city;
    }

    @Override
    public boolean isValid(@Nullable String number, ConstraintValidatorContext context) {
        return city.isPaperNumber(number);
    }
}
