package de.stadtforum.session;

import de.stadtforum.messaging.context.PlatformClock;
import java.time.Instant;
import java.time.LocalDateTime;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/// What all forms have in common: an empty field says nothing, and hours are those of the city.
@ControllerAdvice
public class Forms {
    @InitBinder
    void emptyIsNothing(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    public static Instant inTheCity(LocalDateTime local) {
        return local.atZone(PlatformClock.CITY).toInstant();
    }
}
