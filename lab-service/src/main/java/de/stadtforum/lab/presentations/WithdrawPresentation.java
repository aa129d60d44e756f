package de.stadtforum.lab.presentations;

import de.stadtforum.web.Id;
import de.stadtforum.web.Line;
import jakarta.validation.constraints.NotNull;

/// It was not laid before that body after all, or otherwise: then it is entered anew.
public record WithdrawPresentation(
        @NotNull @Id String body, @NotNull @Line(max = 500) String reason) {}
