package de.stadtforum.web.sample;

import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;

import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.documents.Slice;
import de.stadtforum.web.FormOn;
import de.stadtforum.web.Line;
import de.stadtforum.web.May;
import de.stadtforum.web.Open;
import de.stadtforum.web.Pages;
import de.stadtforum.web.PastDay;
import de.stadtforum.web.Refusal;
import de.stadtforum.web.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

@Controller
class ThingPages {
    @Open
    @GetMapping("/")
    String page(Model model) {
        return list(null, model);
    }

    @Open
    @GetMapping("/liste")
    String list(@RequestParam(name = "ab", required = false) @Nullable String from, Model model) {
        model.addAttribute("english", true);
        Pages.further(model, new Slice<>(List.of("Bank"), "b-next"), from);
        model.addAttribute("day", LocalDate.of(2024, 3, 5));
        model.addAttribute("at", Instant.parse("2024-03-05T16:00:00Z"));
        return "sample";
    }

    @Open
    @FormOn("/")
    @PostMapping("/dinge")
    RedirectView save(
            @RequestParam @Line(max = 20) String title,
            @RequestParam(required = false) @PastDay @Nullable LocalDate day) {
        Decision<String> decision =
                title.equals("painted") ? refused(ThingApi.Refusal.ALREADY_PAINTED) : unchanged();
        return Pages.after(decision, "/", "notice.saved");
    }

    @May(Role.LAB_TEAM)
    @GetMapping("/dinge/neu")
    String form() {
        return "sample";
    }

    @May(Role.LAB_TEAM)
    @FormOn("/")
    @PostMapping("/dinge/neu")
    RedirectView make(@RequestParam @Line(max = 20) String title) {
        throw new Refusal(Decision.Refusal.BUSY);
    }
}
