package de.stadtforum.lab.tool;

import static de.stadtforum.messaging.commands.Decision.refused;

import de.stadtforum.city.City;
import de.stadtforum.lab.districts.PresentationRefusal;
import de.stadtforum.lab.presentations.Present;
import de.stadtforum.lab.presentations.WithdrawPresentation;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.web.PastDay;
import de.stadtforum.web.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// What may be done with the statement on the city's platform, for the API and the page alike.
@Component
class ToolDesk {
    record Make(
            @NotNull @Min(1) @Max(1_000) Integer edition,
            @NotNull @Text(max = 4_000) String text,
            @NotNull @PastDay LocalDate on) {}

    private final AggregateStore<ToolStatement> statements;
    private final City city;
    private final Clock clock;

    ToolDesk(AggregateStore<ToolStatement> statements, City city, Clock clock) {
        this.statements = statements;
        this.city = city;
        this.clock = clock;
    }

    Decision<ToolStatement> make(String id, Make command) {
        return statements.create(
                id,
                existing ->
                        ToolStatement.make(
                                existing, id, command.edition(), command.text(), command.on()));
    }

    Decision<ToolStatement> present(String id, Present command) {
        var presentation = command.presentation();
        if (!city.isPaperNumber(presentation.paper()))
            return refused(PresentationRefusal.NO_PAPER_NUMBER);
        if (!city.isBody(command.body())) return refused(PresentationRefusal.NO_SUCH_BODY);
        return statements.decide(id, each -> each.present(command.body(), presentation));
    }

    Decision<ToolStatement> withdraw(String id, WithdrawPresentation command) {
        var named = city.bodyName(command.body());
        if (named == null) return refused(PresentationRefusal.NO_SUCH_BODY);
        var today = LocalDate.ofInstant(clock.instant(), PlatformClock.CITY);
        return statements.decide(
                id, each -> each.withdraw(command.body(), named, command.reason(), today));
    }
}
